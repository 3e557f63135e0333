/** Printing, on every screen: copies, the list of printers, and a print that is followed; its dialog opens by itself only on trouble. */

import { say } from '/assets/frame.js';
import { morph } from '/assets/morph.js';
import '/assets/print-choice.js';

const lookEveryMs = 1_500;
/** So long without a word from the printer is trouble too. */
const patienceMs = 10_000;
const silent = new Set(['sending', 'sent']);

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const section = () => document.getElementById('print');
const dialog = () => document.getElementById('print-dialog');

/** The print that is looked after; a new one takes its place. */
let followed;
/** What its dialog was closed on: it does not open by itself for that again. */
let dismissed = '';
let latest;
let lookedAt = 0;

/** Whatever print the page tells of now is followed to its end. */
export function followPrint() {
  const { id: present, code } = latest?.dataset ?? {};
  // What else the screen tells of now comes after what keeps the printer waiting.
  if (code && followed === present) tellLine(present, latest.querySelector('[data-print-line]'));
  const own = document.querySelector('main #print');
  const line = [...document.querySelectorAll('main [data-print-line]')].at(-1);
  const id = own?.dataset.id ?? line?.dataset.printLine;
  if (id === undefined) return;
  // What went wrong at once is told too, but only once.
  const news = own === null && line.dataset.sign === 'warn' && sessionStorage.getItem('print-told') !== id;
  if ((own ?? line).dataset.over === undefined || news) void follow(id);
}

async function follow(id) {
  if (followed === id) return;
  followed = id;
  dismissed = '';
  latest = undefined;
  const began = performance.now();
  while (followed === id) {
    const now = await asked(`/print/${id}`);
    if (followed !== id) return;
    if (now !== undefined) show(now);
    const { phase } = now?.dataset ?? {};
    if (silent.has(phase) && performance.now() - began > patienceMs && dismissed === '') open(phase);
    if (now?.dataset.over !== undefined || now === null) followed = undefined;
    else await pause(lookEveryMs);
  }
}

/** Null for a print that is not known any more, undefined when nobody answered. */
async function asked(address, options = {}) {
  const headers = { 'x-desk': 'script', accept: 'text/html' };
  const answer = await fetch(address, { ...options, headers }).catch(() => undefined);
  if (answer === undefined || answer.status >= 500) return undefined;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  lookedAt = performance.now();
  return page.getElementById('print');
}

function show(now) {
  const before = latest;
  latest = now;
  const { id, code, over } = now.dataset;
  if (over !== undefined) sessionStorage.setItem('print-told', id);
  const line = now.querySelector('[data-print-line]');
  const changed = before === undefined || lineText(before) !== lineText(now);
  if (changed) tellLine(id, line);
  if (section() !== null) morph(section(), document.importNode(now, true));
  tellSeconds();
  if (code !== '' && code !== dismissed) {
    if (dialog()?.open !== true && section() === null) open(code);
    else if (code !== before?.dataset.code) say(now.querySelector('.print-band').textContent, true);
  } else if (changed && before !== undefined) say(lineText(now));
}

const lineText = (print) => print.querySelector('[data-text]').textContent;

/** Where the screen tells of it; else where it tells of what is going on. */
function tellLine(id, line) {
  const places = document.querySelectorAll(`main [data-print-line="${id}"]`);
  const shown = [...places].filter((place) => place.closest('#print') === null);
  for (const place of shown) place.replaceWith(document.importNode(line, true));
  if (shown.length > 0) return;
  document.querySelector('[data-print-host]')?.replaceChildren(document.importNode(line, true));
}

function open(reason) {
  if (latest === undefined || document.querySelector('main #print') !== null) return;
  const place = dialog() ?? made();
  place.replaceChildren(document.importNode(latest, true));
  place.dataset.reason = reason;
  tellSeconds();
  if (!place.open) place.showModal();
  document.getElementById('print-title').focus();
}

function made() {
  const place = document.createElement('dialog');
  place.id = 'print-dialog';
  place.setAttribute('aria-labelledby', 'print-title');
  place.addEventListener('close', () => {
    dismissed = latest?.dataset.code || place.dataset.reason;
    place.replaceChildren();
  });
  document.body.append(place);
  return place;
}

document.addEventListener('click', async (event) => {
  const link = event.target.closest('[data-print-line] a');
  if (link === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { printLine: id } = link.closest('[data-print-line]').dataset;
  if (latest?.dataset.id !== id) latest = (await asked(link.href)) ?? undefined;
  if (latest === undefined) location.assign(link.href);
  else open('asked');
});

let pressed = false;
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form.closest('#print') === null || form.getAttribute('method') === 'dialog') return;
  event.preventDefault();
  if (pressed) return;
  pressed = true;
  event.submitter?.setAttribute('aria-disabled', 'true');
  const { id } = section().dataset;
  const now = await asked(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  pressed = false;
  if (now === null || now === undefined) return location.assign(`/print/${id}`);
  // What was closed before was about another printer.
  dismissed = '';
  show(now);
  document.getElementById('print-title')?.focus();
  if (now.dataset.over === undefined) await follow(id);
  return undefined;
});

function tellSeconds() {
  const place = section()?.querySelector('[data-many]');
  if (!place) return;
  const seconds = Math.round((performance.now() - lookedAt) / 1_000);
  place.textContent = seconds === 1 ? place.dataset.one : place.dataset.many.replace('{n}', seconds);
}

setInterval(tellSeconds, 500);
followPrint();
