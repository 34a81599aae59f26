// Single-key shortcuts of the questionnaire. They press the page's own controls, so that a key does what a click does
// and answers keep their order. They can be switched off (WCAG 2.1.4), remembered in this browser.

const switchKey = 'deployrisk.shortcuts';
const typing = 'textarea, select, input:not([type=radio], [type=checkbox]), [contenteditable]';
const root = document.documentElement;
let listening = null;
let page = null;
let told = null;
let entered = 0;
let asking = null;
let telling = 0;

const dialog = () => document.getElementById('shortcuts');
const questions = () => [...document.querySelectorAll('[data-question]')];
const current = () => document.querySelector('[data-question][data-current]');
const isOn = () => localStorage.getItem(switchKey) !== 'off';

export function start(dotnet) {
  stop();
  page = dotnet;
  listening = new AbortController();
  const options = { signal: listening.signal };
  document.addEventListener('keydown', onKey, options);
  document.addEventListener('focusin', onFocus, options);
  document.addEventListener('click', onClick, options);
  document.addEventListener('change', onSwitch, options);
  document.addEventListener('input', onEntered, options);
  document.addEventListener('dr-sent', hear, options);
  addEventListener('beforeunload', onLeave, options);
  nameCategory();
  show(location.hash.slice(1) || null, false);
}

// The address names the category that is shown: a reload, or another language, comes back to it although more is answered by then.
function nameCategory() {
  const here = document.querySelector('.categories [aria-current=page]')?.getAttribute('href');
  if (here && !new URLSearchParams(location.search).has('category')) { history.replaceState(history.state, '', here + location.hash); }
}

export function stop() {
  listening?.abort();
  listening = null;
  clearTimeout(telling);
  root.classList.remove('dr-unheard');
  page = null;
  told = null;
}

// Marks where the reader is: the named question, else the first unanswered one.
export function show(id, takeFocus = true) {
  const named = id ? document.getElementById(id) : null;
  if (named?.matches('[data-question]')) {
    go(named);
    return;
  }
  mark(questions().find(question => question.dataset.answered === 'false') ?? questions()[0]);
  if (takeFocus) {
    const head = document.getElementById('category');
    scrollTo({ top: 0, behavior: 'instant' });
    head?.focus({ preventScroll: true });
  }
}

function mark(question) {
  for (const other of questions()) {
    other.toggleAttribute('data-current', other === question);
  }
  tell(question?.id ?? null);
}

// Tells the others where the reader is, once they have stopped moving.
function tell(id) {
  clearTimeout(telling);
  telling = setTimeout(() => {
    if (page && id !== told) {
      told = id;
      page.invokeMethodAsync('AtAsync', id).catch(() => { /* The connection is lost; the others are told by the server. */ });
    }
  }, 250);
}

// Where a reader who comes to the question stands: at its answer, at the copied one, else at the first choice.
function focusChoice(question) {
  const copied = question.querySelector('[data-confirm]')?.dataset.confirm;
  const target = question.querySelector('input[type=radio]:checked:enabled')
    ?? question.querySelector(`input[type=radio][value="${copied}"]:enabled`)
    ?? question.querySelector('input[type=radio]:enabled');
  target?.focus({ preventScroll: true });
}

function go(question) {
  mark(question);
  focusChoice(question);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  question.scrollIntoView({ block: 'start', behavior: calm ? 'instant' : 'smooth' });
}

function step(by) {
  const all = questions();
  const isPast = document.activeElement?.matches('[data-next]');
  const next = (isPast ? all.length : all.indexOf(current())) + by;
  if (next >= all.length) {
    // Past the last question no question is meant: a digit answers none.
    mark(null);
    document.querySelector('[data-next]')?.focus();
  } else if (next >= 0) {
    go(all[next]);
  }
}

function choose(value) {
  const question = current();
  const radio = question?.querySelector(`input[type=radio][value="${value}"]:enabled`);
  if (radio) {
    radio.focus({ preventScroll: true });
    radio.click();
    question.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }
}

function confirm() {
  const button = current()?.querySelector('[data-confirm]');
  if (button) {
    // The button goes once it is pressed: the focus is with the answer it confirms.
    focusChoice(current());
    button.click();
  }
}

function openNote() {
  const notes = current()?.querySelector('[data-notes]');
  if (notes) {
    notes.open = true;
    notes.querySelector('textarea')?.focus();
  }
}

function openHelp() {
  const help = dialog();
  help.querySelector('[data-shortcuts-switch]').checked = isOn();
  help.showModal();
}

// Back from a field to its question, where the keys work again.
function leaveField(field) {
  const question = field.closest('[data-question]');
  if (question) {
    focusChoice(question);
    question.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }
}

function onKey(event) {
  const inside = event.target instanceof Element ? event.target : null;
  if (event.key === 'Escape' && !event.isComposing && isOn() && (inside?.matches(typing) || inside?.closest('[data-notes]'))) {
    leaveField(inside);
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || inside?.closest(typing) || dialog()?.open || !isOn()) {
    return;
  }
  // Digits by their place on the keyboard: AZERTY has them behind Shift.
  const digit = /^(?:Digit|Numpad)([0-4])$/.exec(event.code)?.[1];
  const action = digit !== undefined && !event.shiftKey ? () => choose(digit) : byLetter(event.key);
  if (action && !(event.repeat && action === openHelp)) {
    event.preventDefault();
    action();
  }
}

function byLetter(key) {
  switch (key) {
    case 'u': return () => choose('unknown');
    case 'n': return () => choose('notApplicable');
    case 'j': return () => step(1);
    case 'k': return () => step(-1);
    case 'e': return openNote;
    case 'c': return confirm;
    case '?': return openHelp;
    default: return null;
  }
}

function onFocus(event) {
  const question = event.target.closest?.('[data-question]');
  if (question) {
    mark(question);
  }
  if (question && event.type === 'focusin' && event.target.matches(typing)) {
    event.target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }
}

function onClick(event) {
  if (event.target.closest?.('[data-shortcuts-open]')) {
    openHelp();
  } else {
    onFocus(event);
  }
}

function onSwitch(event) {
  if (event.target.matches?.('[data-shortcuts-switch]')) {
    localStorage.setItem(switchKey, event.target.checked ? 'on' : 'off');
  }
}

// "Saved" does not stand there while the server has not heard of what was entered after it.
function onEntered(event) {
  if (event.target.closest('main')) { hear(); }
}

function hear() {
  entered++;
  root.classList.add('dr-unheard');
  // Asked once the events that tell of it are sent: a click on a choice is an input first, a change afterwards.
  asking ??= setTimeout(ask);
}

async function ask() {
  asking = null;
  const own = entered;
  try {
    await page?.invokeMethodAsync('HearAsync');
  } catch {
    return;
  }
  if (own === entered) { root.classList.remove('dr-unheard'); }
}

// Asks before a page is left that still has something to save.
function onLeave(event) {
  if (document.querySelector('[data-unsaved=true], .dr-unheard') && !root.classList.contains('dr-reloading')) {
    event.preventDefault();
  }
}
