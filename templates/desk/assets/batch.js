/** Batch with scripts: a roster is dropped and sent at once, and the page follows how far it is. */

import { say } from '/assets/frame.js';
import '/assets/print.js';

const main = document.getElementById('main');
const drop = document.getElementById('drop');

if (drop !== null) takeFiles(drop);
if (main.dataset.step === 'checking' || main.dataset.step === 'making') follow();

// A step that has come by itself is read from its heading on.
if (sessionStorage.getItem('batch-step') !== null) {
  sessionStorage.removeItem('batch-step');
  document.getElementById('heading').focus();
}

function takeFiles(form) {
  const input = form.querySelector('input[type="file"]');
  const over = form.querySelector('.over');
  const told = form.querySelector('.told');
  const hold = (held) => {
    form.classList.toggle('held', held);
    over.hidden = !held;
    told.hidden = held;
  };
  const send = () => {
    const [file] = input.files;
    if (file === undefined) return;
    if (file.size > Number(form.dataset.most)) {
      form.classList.add('refused');
      told.querySelector('.what:not(.without-script)').textContent = form.dataset.large;
      input.value = '';
      say(form.dataset.large, true);
      return;
    }
    sessionStorage.setItem('batch-step', 'sent');
    form.requestSubmit();
  };
  input.addEventListener('change', send);
  // Anywhere on the page: a file that misses the box must not open in its place.
  for (const kind of ['dragenter', 'dragover'])
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      hold(true);
    });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) hold(false);
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    hold(false);
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    send();
  });
}

async function follow() {
  const { step } = main.dataset;
  let quarter = 0;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 700));
    const answer = await fetch('/batch/state').catch(() => undefined);
    if (answer?.ok !== true) continue;
    const state = await answer.json();
    if (state.step !== step) {
      sessionStorage.setItem('batch-step', state.step);
      location.replace('/batch');
      return;
    }
    show(state);
    const now = state.total === 0 ? 0 : Math.floor((4 * state.done) / state.total);
    if (now > quarter) say(state.spoken);
    quarter = Math.max(quarter, now);
  }
}

function show(state) {
  const put = (id, text) => {
    const place = document.getElementById(id);
    if (place !== null) place.textContent = text;
  };
  put('rows', state.rows);
  put('made', state.made);
  put('left', state.left);
  put('failed', state.failed);
  put('rate', state.rate);
  const bar = document.getElementById('bar');
  if (bar !== null) bar.value = state.done;
}
