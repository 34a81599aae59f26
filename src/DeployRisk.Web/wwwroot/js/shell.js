// Starts the circuit and stands beside it: the reader's time zone, the menus of the bar, a lost connection, typed text.
import { giveFocusBack, keepFocus } from './focus.js';
import { forgetTypedText, keepTypedText, rememberTypedText, restoreTypedText, sendTextAgain } from './typed-text.js';
import { chooseUnsent, forgetUnsent, rememberUnsent, sendAgain } from './unsent.js';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const secure = location.protocol === 'https:' ? ';secure' : '';
document.cookie = `deployrisk.tz=${encodeURIComponent(zone)};path=/;max-age=31536000;samesite=lax${secure}`;

// Menus are <details>: they work without this, which only closes them where a person expects it.
const openMenus = () => document.querySelectorAll('.dr-menu[open]');
document.addEventListener('click', event => {
  for (const menu of openMenus()) {
    if (!menu.contains(event.target) || event.target.closest('a')) { menu.open = false; }
  }
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') { return; }
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// The browser prints; without this script its own menu does, and no button promises it.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// A link to send is copied with one press; without this script it is selected and copied by hand.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    const place = button.closest('[data-copies]');
    await navigator.clipboard.writeText(place.querySelector('input').value);
    place.querySelector('[data-copied]').hidden = false;
  });
}

// Passkeys need a browser that has them; without one the password does.
if (document.querySelector('[data-passkey]') && globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) { import('./passkeys.js'); }

// Another language or theme comes back to the address as it is by now.
document.addEventListener('submit', event => {
  const back = event.target.querySelector('.dr-bar [name=returnUrl]');
  if (back) { back.value = location.pathname + location.search; }
}, true);

// A form is sent once, however often somebody presses; after the back button it can be sent again.
const sent = new Set();
document.addEventListener('submit', event => {
  if (!event.target.matches('form[method=post]')) { return; }
  if (sent.has(event.target)) { event.preventDefault(); }
  sent.add(event.target);
  setTimeout(() => sent.delete(event.target), 10000);
});
addEventListener('pageshow', () => sent.clear());

// Half of a surrogate pair, as careless programs put on the clipboard, cannot be sent to the server.
document.addEventListener('input', event => {
  const text = event.target.value;
  if (typeof text === 'string' && text.isWellFormed?.() === false) { event.target.value = text.toWellFormed(); }
}, true);

// A list of links in a field for one: the browser would run its lines together. Spaces tell the server where each ends.
const mostPasted = 40000;
document.addEventListener('paste', event => {
  const field = event.target;
  const lines = event.clipboardData.getData('text').trim().split(/\s+/);
  if (!field.matches('main input[type=url]') || field.readOnly || lines.length < 2) { return; }
  event.preventDefault();
  field.setRangeText(lines.join(' ').slice(0, mostPasted), field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
});

// A form that came back with faults gives the first of them the focus.
const firstFault = () => document.querySelector('main form[method=post] [aria-invalid=true]');
firstFault()?.focus();

// Every new page gives its heading the focus, and over a slow line that comes late: a field in use keeps it.
document.addEventListener('focusin', event => {
  if (!event.target.matches('h1')) { return; }
  const left = event.relatedTarget;
  const inUse = left?.matches('input:not([type=submit]), textarea, select') && left.closest('main');
  (inUse ? left : firstFault())?.focus();
});

// A reload that the person did not ask for: what is not stored yet is kept, so that nobody has to be asked.
const reload = () => {
  rememberTypedText();
  rememberUnsent();
  document.documentElement.classList.add('dr-reloading');
  location.reload();
};

const say = which => {
  for (const line of document.querySelectorAll('#dr-connection [data-when]')) { line.hidden = line.dataset.when !== which; }
};
document.addEventListener('click', event => {
  if (!event.target.closest('.dr-banner a, .dr-banner-error a')) { return; }
  event.preventDefault();
  reload();
});

// While the connection is lost, controls wait: nothing that is clicked could be saved. Typing goes on.
const wait = waiting => {
  document.documentElement.classList.toggle('dr-waiting', waiting);
  for (const part of document.querySelectorAll('main button, main input:not([type=text], [type=url]), main select, main a, main summary')) {
    part.inert = waiting;
  }
  if (!waiting) { giveFocusBack(); }
};

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
let lost = null;

const reconnect = async current => {
  const since = Date.now();
  for (let attempt = 0; current === lost; attempt++) {
    await pause(attempt === 0 ? 300 : Math.min(500 * 2 ** attempt, 5000));
    if (current !== lost) { return; }
    if (Date.now() - since > 30000) { say('failed'); }
    try {
      if (await Blazor.reconnect()) { return; }
      // The server is back and no longer knows this page: a fresh one shows everything that was saved.
      reload();
      return;
    } catch {
      // Not there yet.
    }
  }
};

const reconnectionHandler = {
  onConnectionDown() {
    if (lost) { return; }
    lost = {};
    say('lost');
    wait(true);
    rememberTypedText();
    rememberUnsent();
    reconnect(lost);
  },
  onConnectionUp() {
    lost = null;
    say(null);
    wait(false);
    // Nothing was reloaded: a later reload is the person's own, and finds what is stored by then.
    forgetTypedText();
    forgetUnsent();
    // First comes what others did meanwhile.
    setTimeout(() => {
      if (lost) { return; }
      sendAgain();
      sendTextAgain();
      document.dispatchEvent(new Event('dr-sent'));
    }, 500);
  },
};

// Both sides say every few seconds that they are there, so that a dead connection is found out before much is clicked.
const configureSignalR = builder => builder.withServerTimeout(12000).withKeepAliveInterval(4000);

keepTypedText();
keepFocus();
// Static and interactive pages have different heads. Patching one into the other loads the style sheets anew while the page
// stands there bare; the browser's own navigation keeps the old page until the new one can be shown.
await Blazor.start({ ssr: { disableDomPreservation: true }, circuit: { reconnectionHandler, configureSignalR } });
chooseUnsent();
restoreTypedText(() => {
  say('restored');
  setTimeout(() => { if (!lost) { say(null); } }, 8000);
});
