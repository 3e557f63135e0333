/** The printer button and its list: one copy more or fewer, how the printers are as long as the list is open, and Esc. */

import { morph } from '/assets/morph.js';

const lookEveryMs = 3_000;
/** Nothing else of a form goes into an address: the rest may be about a patient. */
const asked = ['printer', 'copies', 'sides', 'tray', 'mono', 'paper'];

async function refresh(choose) {
  const form = choose.closest('form');
  const fields = [...new FormData(form)].filter(([name]) => asked.includes(name));
  const answer = await fetch(`/printers?${new URLSearchParams(fields)}`).catch(() => undefined);
  if (answer?.ok !== true || !choose.isConnected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const wanted = page.querySelector('[data-choose]');
  // What was typed meanwhile stays.
  wanted.querySelector('[name="copies"]').value = choose.querySelector('[name="copies"]').value;
  // One ticket prints once: a fresh one would let what was sent already print again.
  const ticket = wanted.querySelector('[name="ticket"]');
  const own = choose.querySelector('[name="ticket"]');
  if (ticket !== null && own !== null) ticket.setAttribute('value', own.value);
  morph(choose, wanted);
}

document.addEventListener(
  'toggle',
  async ({ target }) => {
    if (target.matches?.('.printers[open]') !== true) return;
    for (; target.open && target.isConnected; await new Promise((next) => setTimeout(next, lookEveryMs)))
      await refresh(target.closest('[data-choose]'));
  },
  true,
);

document.addEventListener('change', ({ target }) => {
  const choose = target.name === 'printer' ? target.closest('[data-choose]') : null;
  if (choose !== null) void refresh(choose);
});

document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-choose] [data-step]');
  if (button !== null) {
    const field = button.parentElement.querySelector('input');
    field.value = Math.min(
      99,
      Math.max(1, (Number.parseInt(field.value, 10) || 1) + Number(button.dataset.step)),
    );
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  for (const list of document.querySelectorAll('.printers[open]'))
    if (!list.contains(target)) list.open = false;
});

// Before the keys of the screens: Esc closes what is on top.
document.addEventListener(
  'keydown',
  (event) => {
    const list = event.key === 'Escape' ? event.target.closest?.('.printers[open]') : undefined;
    if (!list) return;
    event.preventDefault();
    event.stopPropagation();
    list.open = false;
    list.querySelector('summary').focus();
  },
  true,
);
