// Keeps what is being typed over a reload that the person did not ask for, in this tab alone.
const key = 'deployrisk.typed';
const lifetime = 60 * 60 * 1000;
// Well longer than the server needs to find out that nothing arrives (ClientTimeoutInterval).
const unsure = 60000;
// Shorter than the pause after which the server stores what was typed, so that it never stores anything else.
const rest = 500;
const mostOwn = 10;
const typed = new Map();
const stood = new Map();

const fits = field => field.id && field.matches('textarea, input[type=text], input[type=url], input:not([type])') && field.closest('main');

export function keepTypedText() {
  // What stood in the field for a moment may have been stored: the field as it was found, and the person's own earlier texts.
  document.addEventListener('focusin', event => {
    const field = event.target;
    if (fits(field)) { stood.set(field.id, { own: [field.value], last: field.value, at: 0 }); }
  });
  document.addEventListener('input', event => {
    const field = event.target;
    if (!fits(field)) { return; }
    const before = stood.get(field.id) ?? { own: [''], last: '', at: 0 };
    const own = Date.now() - before.at > rest && !before.own.includes(before.last) ? [...before.own, before.last].slice(-mostOwn) : before.own;
    stood.set(field.id, { own, last: field.value, at: Date.now() });
    typed.set(field.id, { text: field.value, own });
  });
  // A field that was left has been sent to the server, unless the connection is down or was dead already.
  document.addEventListener('change', event => {
    const id = event.target.id;
    const left = typed.get(id);
    if (!left || document.documentElement.classList.contains('dr-waiting')) { return; }
    setTimeout(() => { if (typed.get(id) === left) { typed.delete(id); } }, unsure);
  });
}

// What was typed while the connection was dead never left.
export function sendTextAgain() {
  for (const [id, { text }] of [...typed]) {
    const field = document.getElementById(id);
    if (field?.value === text) {
      field.dispatchEvent(new Event('input', { bubbles: true }));
      if (field !== document.activeElement) { field.dispatchEvent(new Event('change', { bubbles: true })); }
    }
  }
}

export function forgetTypedText() { sessionStorage.removeItem(key); }

export function rememberTypedText() {
  const focused = document.activeElement?.id ?? null;
  const fields = [...typed].filter(([id]) => document.getElementById(id));
  if (fields.length > 0) {
    sessionStorage.setItem(key, JSON.stringify({ page: location.pathname, at: Date.now(), focused, fields }));
  }
}

// A link that was not stored yet had a field of its own, which the page has to be asked for.
let asked = null;
function addLink(id) {
  const notes = document.querySelector(`[data-notes="${/^(.+)-link-\d+$/.exec(id)?.[1]}"]`);
  const count = notes?.querySelectorAll('input[type=url]').length;
  if (notes && asked !== `${id} ${count}`) {
    asked = `${id} ${count}`;
    notes.querySelector('.add')?.click();
  }
  return null;
}

// The page is drawn twice, by the server's first answer and by the circuit, which makes its fields anew: each new field
// gets its text back, until the person goes on typing. What somebody else wrote into it meanwhile stays above.
export function restoreTypedText(restored) {
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  sessionStorage.removeItem(key);
  if (!kept || kept.page !== location.pathname || Date.now() - kept.at > lifetime) { return; }
  const missing = new Map(kept.fields);
  const filled = new Map();
  const fill = () => {
    for (const [id, { text: mine, own }] of missing) {
      const field = document.getElementById(id) ?? addLink(id);
      // A field of the page as first rendered may wait, and would forget what is put into it.
      if (!field || field.readOnly || field.matches(':disabled') || filled.get(id) === field) { continue; }
      filled.set(id, field);
      if (field.matches('[type=url]') && ![mine, '', ...own].includes(field.value)) {
        // Somebody else's link stands there by now.
        missing.delete(id);
        missing.set(id.replace(/\d+$/, place => Number(place) + 1), { text: mine, own });
        continue;
      }
      const isTheirs = field.matches('textarea') && !own.includes(field.value) && !mine.includes(field.value.trim());
      const text = isTheirs ? `${field.value}\n\n${mine}` : mine;
      if (field.value !== text) {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
        restored();
      }
      // After the heading, which every new page gives the focus to.
      if (id === kept.focused) {
        field.closest('details')?.setAttribute('open', '');
        setTimeout(() => field.focus(), 300);
      }
    }
  };
  const watch = new MutationObserver(fill);
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['readonly', 'disabled'] });
  document.addEventListener('input', event => { if (event.isTrusted) { missing.delete(event.target.id); } });
  setTimeout(() => watch.disconnect(), 15000);
  fill();
}
