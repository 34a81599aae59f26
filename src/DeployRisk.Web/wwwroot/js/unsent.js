// Answers that were chosen on a connection which was dead already, and so never left: the server says beside each question
// which choice it knows of.
const key = 'deployrisk.unsent';
const patience = 15000;

const question = radio => radio.closest('[data-question]');
const unsent = () => [...document.querySelectorAll('[data-question] input[type=radio]:checked:enabled')]
  .filter(radio => radio.value !== question(radio).dataset.answer);

export function sendAgain() {
  for (const radio of unsent()) { radio.dispatchEvent(new Event('change', { bubbles: true })); }
}

export function forgetUnsent() { sessionStorage.removeItem(key); }

// Kept over a reload that the person did not ask for, in this tab alone.
export function rememberUnsent() {
  const choices = unsent().map(radio => [radio.name, radio.value]);
  if (choices.length > 0) { sessionStorage.setItem(key, JSON.stringify({ page: location.href, choices })); }
}

export function chooseUnsent() {
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  sessionStorage.removeItem(key);
  if (kept?.page !== location.href) { return; }
  const left = new Map(kept.choices);
  const choose = () => {
    for (const [name, value] of left) {
      const radio = document.querySelector(`[data-question] input[type=radio][name="${name}"][value="${value}"]`);
      // The page as first rendered waits.
      if (!radio || radio.matches(':disabled')) { continue; }
      left.delete(name);
      if (question(radio).dataset.answer !== value) { radio.click(); }
    }
  };
  const watch = new MutationObserver(choose);
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  setTimeout(() => watch.disconnect(), patience);
  choose();
}
