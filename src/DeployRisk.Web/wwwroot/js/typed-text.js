// Keeps what is being typed over a reload that the person did not ask for, in this tab alone.
const key = 'deployrisk.typed';
const lifetime = 60 * 60 * 1000;
const typed = new Map();

const fits = field => field.id && (field.matches('textarea') || field.matches('input[type=text], input:not([type])')) && field.closest('main');

export function keepTypedText() {
  document.addEventListener('input', event => {
    if (fits(event.target)) { typed.set(event.target.id, event.target.value); }
  });
  // A field that was left has been sent to the server, unless the connection is down: then it is kept at once.
  document.addEventListener('change', event => {
    if (!document.documentElement.classList.contains('dr-waiting')) { typed.delete(event.target.id); }
  });
}

export function rememberNow() {
  const focused = document.activeElement?.id ?? null;
  const fields = [...typed].filter(([id]) => document.getElementById(id));
  if (fields.length > 0) {
    sessionStorage.setItem(key, JSON.stringify({ page: location.pathname, at: Date.now(), focused, fields }));
  }
}

// Fields may come only once the page is interactive: they are waited for.
export function restoreTypedText(restored) {
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  sessionStorage.removeItem(key);
  if (!kept || kept.page !== location.pathname || Date.now() - kept.at > lifetime) { return; }
  const missing = new Map(kept.fields);
  let put = false;
  const fill = () => {
    for (const [id, text] of missing) {
      const field = document.getElementById(id);
      // A field of the page as first rendered waits, and would forget what is put into it.
      if (!field || field.readOnly || field.matches(':disabled')) { continue; }
      missing.delete(id);
      if (field.value === text) { continue; }
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      if (id === kept.focused) { field.focus(); }
      put = true;
    }
    if (put) {
      put = false;
      restored();
    }
    return missing.size === 0;
  };
  if (fill()) { return; }
  const watch = new MutationObserver(() => { if (fill()) { watch.disconnect(); } });
  watch.observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), 15000);
}
