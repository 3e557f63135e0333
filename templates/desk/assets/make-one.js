/** Make one with scripts: each answer is sent at once, the page is changed where it differs, and the new pages are drawn. */

import { startCover } from '/assets/cover.js';
import { say } from '/assets/frame.js';
import { listenToKeys } from '/assets/keys.js';
import { morph } from '/assets/morph.js';
import { forgetPages, showPages } from '/assets/preview.js';
import { reasonsAfterSwap, showMarks, toggleView } from '/assets/reasons.js';

const main = () => document.getElementById('main');
const form = () => document.getElementById('make');

/** One request at a time; what comes meanwhile is sent once, as it stands then. */
let busy = false;
let waiting;
let cleared;

function ask(submitter) {
  const turn = { button: submitter?.name === 'do' ? submitter.value : undefined };
  if (busy) {
    if (waiting?.button === undefined) waiting = turn;
    return;
  }
  void send(turn);
}

async function send({ button, entries }) {
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
    if (answer.status === 503) await full(page);
    else await swap(page, button);
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

/** Old pages stay, and the same is asked again in a while. */
async function full(page) {
  const told = page.querySelector('.hindrance');
  document.querySelector('.hindrance')?.remove();
  if (told !== null) document.querySelector('.settings')?.after(document.importNode(told, true));
  setTimeout(() => ask(), 3_000);
}

async function swap(page, button) {
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
  focusAfter(before, step, button);
  if (button === 'next') showCleared();
  reasonsAfterSwap();
  if (step === 'stop') say(document.getElementById('stop-title').textContent, true);
  follow();
  await pages();
}

async function pages() {
  const place = document.getElementById('sheets');
  if (place === null) return;
  try {
    const texts = await showPages(place);
    if (texts !== false) showMarks(place, texts);
    else showMarks(place);
  } catch {
    tell(main().dataset.old);
  }
}

function focusAfter(before, step, button) {
  if (before !== step) {
    const first = { check: '#check-title', stop: '#stop-title', start: '#find', form: '#q-age input' }[step];
    document.querySelector(first)?.focus();
    return;
  }
  const [act, object] = (button ?? '').split(':');
  if (document.activeElement !== document.body) return;
  if (act === 'out' || act === 'in') document.getElementById(`reason-${object}`)?.focus();
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

/** How the printer gets on. */
function follow() {
  const { job } = main().dataset;
  if (!job) return;
  const look = async () => {
    const answer = await fetch(`/make/job/${encodeURIComponent(job)}`);
    if (!answer.ok) return;
    const { step, says } = await answer.json();
    tell(says);
    if (step !== 'done' && step !== 'failed' && step !== 'cancelled') setTimeout(look, 1_500);
  };
  setTimeout(look, 800);
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
  if (event.target.name === 'copies' || event.target.name === 'printer') return;
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
