/** Leaflets with scripts: a click, a choice or a typed letter changes the page where it differs, and a print is followed. */

import { say } from '/assets/frame.js';
import { morph } from '/assets/morph.js';
import '/assets/print.js';

const main = document.getElementById('main');
let turn = 0;

/** What comes last wins. */
async function swap(address, { push = true } = {}) {
  turn += 1;
  const mine = turn;
  const answer = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (mine !== turn) return undefined;
  // Whatever is wrong is told by the page itself.
  if (answer?.ok !== true) return location.assign(address);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (mine !== turn) return undefined;
  const typed = document.getElementById('find').value;
  morph(main, page.getElementById('main'));
  document.getElementById('find').value = typed;
  if (push) history.pushState(null, '', address);
  return page;
}

main.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-swap]');
  if (link === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void swap(link.href).then(() => say(document.querySelector('.panel .title')?.textContent ?? ''));
});

const addressOf = (form) => `/leaflets?${new URLSearchParams(new FormData(form))}`;

main.addEventListener('change', (event) => {
  const form = event.target.closest('#choices');
  if (form === null) return;
  // The radio that was pressed shall keep the focus.
  const { name, value } = event.target;
  void swap(addressOf(form)).then(() => {
    document.querySelector(`#choices input[name="${name}"][value="${CSS.escape(value)}"]`)?.focus();
  });
});

let pause;
main.addEventListener('input', (event) => {
  if (event.target.id !== 'find') return;
  clearTimeout(pause);
  pause = setTimeout(async () => {
    const page = await swap(addressOf(event.target.form), { push: false });
    if (page !== undefined && event.target.value !== '') say(document.getElementById('found').dataset.hits);
  }, 200);
});

/** Enter takes the first hit. */
main.addEventListener('submit', (event) => {
  if (event.target.id !== 'search-form') return;
  event.preventDefault();
  clearTimeout(pause);
  void swap(addressOf(event.target), { push: false }).then(() => {
    document.querySelector('#found a[data-swap]')?.click();
  });
});

addEventListener('popstate', () => location.reload());
