/** The screen Library with scripts: finds while typing, closes by Esc, and fetches grades and proof once they are there. */

import { say } from '/assets/frame.js';

const main = document.getElementById('main');

const find = document.querySelector('[data-finds]');
find?.addEventListener('input', filter);
find?.form.addEventListener('submit', (event) => {
  event.preventDefault();
  filter();
});

function filter() {
  const sought = find.value.trim().toLowerCase();
  let shown = 0;
  for (const row of document.querySelectorAll('[data-find]')) {
    row.hidden = !row.dataset.find.toLowerCase().includes(sought);
    if (!row.hidden) shown += 1;
  }
  const empty = document.querySelector('[data-empty]');
  empty.hidden = shown > 0;
  if (shown === 0) say(empty.textContent);
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  document.querySelector('[data-closes]')?.click();
});

if (location.hash === '#panel') document.getElementById('panel')?.focus({ preventScroll: true });

/** Only the parts that wait are replaced: what a person types meanwhile stays. */
const waiting = ['[data-region="table"]', '[data-lead]', '.which', '.facts'];
const everyMs = 1_500;

async function look() {
  if (!('checking' in main.dataset)) return;
  const answer = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } }).catch(
    () => undefined,
  );
  if (answer?.ok !== true) {
    setTimeout(look, everyMs * 4);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if ('checking' in page.getElementById('main').dataset) {
    setTimeout(look, everyMs);
    return;
  }
  const focused = document.activeElement?.getAttribute('href');
  for (const place of waiting) {
    const fresh = page.querySelector(place);
    if (fresh !== null) document.querySelector(place)?.replaceWith(fresh);
  }
  if (focused) document.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  delete main.dataset.checking;
  if (find !== null) filter();
  say(main.dataset.ready);
}
setTimeout(look, everyMs);
