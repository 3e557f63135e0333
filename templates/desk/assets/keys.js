/** Keys of Make one: numbers answer, F6 goes round the parts of the screen, Ctrl+Enter presses the main button, Esc closes. */

import { closeStrip } from '/assets/reasons.js';

export function listenToKeys(form) {
  document.addEventListener('keydown', (event) => {
    // What stands behind a dialog is not to be pressed.
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    if (event.key === 'F6') {
      event.preventDefault();
      nextRegion(event.shiftKey);
    } else if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      form()?.querySelector('[data-main]')?.click();
    } else if (event.key === 'Escape') {
      if (closeStrip()) event.preventDefault();
    } else numberAnswers(event);
  });
}

function nextRegion(back) {
  const regions = [...document.querySelectorAll('[data-region]')];
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const step = back ? -1 : 1;
  const next = regions[(here + step + regions.length) % regions.length];
  const first = next?.querySelector('[tabindex="-1"], input:not([type="hidden"]), button, a, select');
  first?.focus();
}

/** Only while an answer has focus, so that no number is lost elsewhere. */
function numberAnswers(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
  if (localStorage.getItem('number-keys') === 'off') return;
  const group = event.target.closest?.('[role="radiogroup"]');
  const answer = group?.querySelectorAll('input')[Number(event.key) - 1];
  if (!answer) return;
  event.preventDefault();
  answer.click();
  const groups = [...document.querySelectorAll('.question')];
  const next = groups[groups.indexOf(group.closest('.question')) + 1];
  const target = next?.querySelector(':checked') ?? next?.querySelector('input, select');
  target?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
