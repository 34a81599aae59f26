// Asks the device for a passkey, or to make one, and sends what it says with the form that the button stands in.

const attempt = async button => {
  const form = button.closest('form');
  const token = new FormData(form).get('__RequestVerificationToken');
  const answer = await fetch(button.dataset.options, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }) });
  if (!answer.ok) { throw new Error(`The server answered ${answer.status}.`); }
  const options = await answer.json();
  const credential = button.dataset.passkey === 'make'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  form.querySelector('[name=Credential]').value = JSON.stringify(credential);
  form.requestSubmit();
};

for (const button of document.querySelectorAll('[data-passkey]')) {
  const form = button.closest('form');
  form.hidden = false;

  // Enter in the field for the name asks the device too: there is nothing to send before it has answered.
  form.addEventListener('submit', event => {
    if (form.querySelector('[name=Credential]').value) { return; }
    event.preventDefault();
    event.stopPropagation();
    button.click();
  });
  button.addEventListener('click', async () => {
    const fault = form.querySelector('[data-passkey-fault]');
    fault.hidden = true;
    button.disabled = true;
    try {
      await attempt(button);
    } catch {
      // The person closed the window of the device, or it has no passkey for this place.
      fault.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
}
