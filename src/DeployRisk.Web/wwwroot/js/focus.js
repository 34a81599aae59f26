// When the control that has the focus goes, the focus stays near it instead of falling to the top of the page.
const focusable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="-1"]';
let held = null;
let homes = [];
let keeping = 0;

const canTake = element => element.isConnected && !element.matches(':disabled, [inert], [inert] *') && element.checkVisibility();

function homeOf(control) {
  for (const home of homes.filter(element => element.isConnected)) {
    const question = home.closest('fieldset')?.closest('[data-question]');
    const target = question?.querySelector('input[type=radio]:checked:enabled')
      ?? [...home.querySelectorAll(focusable)].find(element => element !== control && canTake(element));
    if (target) { return target; }
  }
  return null;
}

function keep() {
  if (!held || document.activeElement !== document.body || canTake(held) || held.closest('[inert]') || document.querySelector('dialog[open]')) { return; }
  homeOf(held)?.focus({ preventScroll: true });
}

export function keepFocus() {
  document.addEventListener('focusin', event => {
    held = event.target;
    homes = [];
    for (let home = held.parentElement; home?.closest('main'); home = home.parentElement) { homes.push(home); }
  });
  // Who presses beside every control has let go of the one before.
  document.addEventListener('pointerdown', event => { if (!held?.contains(event.target)) { held = null; } });
  const soon = () => {
    if (!held || document.activeElement !== document.body) { return; }
    clearTimeout(keeping);
    keeping = setTimeout(keep, 100);
  };
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden'] });
}

// After everything was inert for a while the focus is where it was.
export function giveFocusBack() {
  if (held && document.activeElement === document.body && canTake(held)) { held.focus({ preventScroll: true }); }
}
