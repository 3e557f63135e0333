/** Make one with scripts: each answer is sent at once, the page is changed where it differs, and the new pages are drawn. */

import { startCover } from '/assets/cover.js';
import { say } from '/assets/frame.js';
import { listenToKeys } from '/assets/keys.js';
import { morph } from '/assets/morph.js';
import { forgetPages, showPages } from '/assets/preview.js';
import { followPrint } from '/assets/print.js';
import { reasonsAfterSwap, showMarks, toggleView } from '/assets/reasons.js';

const main = () => document.getElementById('main');
const form = () => document.getElementById('make');

/** One request at a time; what comes meanwhile is sent once, as it stands then. */
let busy = false;
let waiting;
let cleared;

function ask(submitter) {
  const button = submitter?.name === 'do' ? submitter.value : undefined;
  const turn = { button, row: submitter?.closest?.('.reason')?.id };
  if (busy) {
    // What is on its way may change the pages and ask new signs: a print that was pressed before them is not meant for them.
    if (turn.button === 'print') return;
    if (waiting?.button === undefined) waiting = turn;
    return;
  }
  void send(turn);
}

async function send({ button, row, entries }) {
  busy = true;
  document.documentElement.dataset.busy = '';
  const data = new URLSearchParams(entries ?? [...new FormData(form())]);
  if (entries === undefined) data.set('do', button ?? 'update');
  if (button === 'next') cleared = [...data].filter(([name]) => name !== 'do');
  const slow = setTimeout(() => document.getElementById('updating')?.removeAttribute('hidden'), 300);
  try {
    const answer = await fetch('/make', {
      method: 'POST',
      body: data,
      headers: { 'x-desk': 'script', accept: 'text/html' },
    });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (answer.status === 503) await full(page, button);
    else await swap(page, button, row);
  } catch {
    tell(main().dataset.old);
  } finally {
    clearTimeout(slow);
    document.getElementById('updating')?.setAttribute('hidden', '');
    busy = false;
    delete document.documentElement.dataset.busy;
    const next = waiting;
    waiting = undefined;
    if (next !== undefined) void send(next);
  }
}

/** Old pages stay, and the same is asked again in a while; nothing is printed that nobody pressed for. */
async function full(page, button) {
  const told = page.querySelector('.hindrance');
  document.querySelector('.hindrance')?.remove();
  if (told !== null) document.querySelector('.settings')?.after(document.importNode(told, true));
  const again = button === undefined || button === 'print' ? 'update' : button;
  setTimeout(() => ask({ name: 'do', value: again }), 3_000);
}

async function swap(page, button, row) {
  const wanted = page.getElementById('main');
  // Whatever went wrong, the answers stay.
  if (wanted?.dataset.step === undefined) {
    tell(wanted?.querySelector('.trouble')?.textContent.trim() || main().dataset.old);
    return;
  }
  const before = main().dataset.step;
  const step = wanted.dataset.step;
  if (before === step) morph(main(), wanted);
  else {
    forgetPages();
    main().replaceWith(document.importNode(wanted, true));
  }
  document.title = page.title;
  focusAfter(before, step, button, row);
  if (button === 'next') showCleared();
  reasonsAfterSwap();
  if (step === 'stop') say(document.getElementById('stop-title').textContent, true);
  followPrint();
  await pages();
}

async function pages() {
  const place = document.getElementById('sheets');
  if (place === null) return;
  try {
    const texts = await showPages(place);
    showWaysOut(place);
    if (texts !== false) showMarks(place, texts);
    else showMarks(place);
  } catch {
    tell(main().dataset.old);
  }
}

/** On a phone the bar has room for little: under the first page stand Reasons, Copy and PDF. */
function showWaysOut(place) {
  const row = document.createElement('div');
  row.className = 'ways-out';
  const links = document.querySelectorAll('.bar [data-copy], .bar a[download]');
  const reasons = document.querySelector('[data-view="reasons"]');
  for (const each of [reasons, ...links]) {
    if (each === null) continue;
    const copy = each.cloneNode(true);
    copy.className = 'button';
    copy.removeAttribute('data-main');
    row.append(copy);
  }
  place.querySelector('.ways-out')?.remove();
  place.querySelector('.sheet')?.after(row);
}

function focusAfter(before, step, button, row) {
  if (before !== step) {
    const first = { check: '#check-title', stop: '#stop-title', start: '#find', form: '#q-age input' }[step];
    document.querySelector(first)?.focus();
    return;
  }
  const [act, object] = (button ?? '').split(':');
  if (act === 'say') return document.getElementById(`say-${object}`)?.focus();
  if (document.activeElement !== document.body) return;
  const place = document.getElementById(row ?? `reason-${object}`);
  if (place !== null) place.focus();
  else main().focus();
}

function tell(text) {
  const status = document.getElementById('status');
  if (status !== null && text) status.textContent = text;
  if (text) say(text, true);
}

function showCleared() {
  document.querySelector('.toast')?.remove();
  const toast = document.getElementById('t-cleared').content.firstElementChild.cloneNode(true);
  document.body.append(toast);
  toast.querySelector('button').addEventListener('click', () => {
    toast.remove();
    const entries = cleared;
    cleared = undefined;
    if (entries !== undefined) void send({ button: 'undo', entries: [...entries, ['do', 'update']] });
  });
}

/** Undo lasts until something is put in for the next patient. */
function forgetCleared() {
  cleared = undefined;
  document.querySelector('.toast')?.remove();
}

document.addEventListener('submit', (event) => {
  if (event.target.id !== 'make') return;
  event.preventDefault();
  const { submitter } = event;
  const place = submitter?.dataset.waits;
  if (place) {
    const target = document.querySelector(place);
    target?.scrollIntoView({ block: 'center' });
    (target?.querySelector('textarea, input, button') ?? target)?.focus();
    say(document.getElementById('status').textContent);
    return;
  }
  ask(submitter);
});

document.addEventListener('change', (event) => {
  if (event.target.form?.id !== 'make' || event.target.id === 'find') return;
  forgetCleared();
  if (event.target.closest('[data-choose]') !== null) return;
  ask();
});

let typing;
document.addEventListener('input', (event) => {
  if (event.target.form?.id !== 'make') return;
  forgetCleared();
  clearTimeout(typing);
  if (event.target.id === 'find') typing = setTimeout(() => ask({ name: 'do', value: 'search' }), 150);
  else if ('settles' in event.target.dataset) typing = setTimeout(() => ask(), 700);
});

document.addEventListener('click', async (event) => {
  // An answer is on its way: what is shown is about to change.
  if (busy && event.target.closest('a[href^="/made/"]') !== null) {
    event.preventDefault();
    say(document.getElementById('updating')?.textContent ?? '');
    return;
  }
  const copy = event.target.closest('[data-copy]');
  if (copy !== null && navigator.clipboard) {
    event.preventDefault();
    const answer = await fetch(copy.href);
    if (!answer.ok) return;
    await navigator.clipboard.writeText(await answer.text());
    tell(main().dataset.copied);
    return;
  }
  if (event.target.closest('[data-see]') !== null) toggleView('pages');
});

listenToKeys(form);
startCover(() => document.querySelector('[data-next]')?.click());
void pages();
