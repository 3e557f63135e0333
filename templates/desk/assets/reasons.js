/** Marks, strip and list of reasons: what was pressed is framed on the page, and the strip says why it is there. */

import { findBlocks } from '/assets/find-blocks.js';
import { say } from '/assets/frame.js';
import { frame, placeMarks } from '/assets/preview.js';

let view = 'pages';
let filter = 'all';
let chosen = '';
let places = new Map();
let told = new Map();
let first = true;

const stage = () => document.querySelector('.stage');

/** After the page was changed: what a person had chosen holds on. */
export function reasonsAfterSwap() {
  groupByPage();
  toggleView(view);
  toggleFilter(filter);
  if (chosen !== '' && document.getElementById(`reason-${chosen}`) === null) closeStrip();
}

export function showMarks(place, texts) {
  const marks = [...document.querySelectorAll('#marks .mark')];
  if (texts !== undefined) {
    places = placeMarks(place, marks, texts);
    markChanges(place, marks);
    findPages(texts);
  }
  groupByPage();
  if (chosen !== '') choose(chosen, false);
}

/** Reason id to the page that its part stands on. */
let pageOf = new Map();

function findPages(texts) {
  const rows = [...document.querySelectorAll('.reason:not(.out)')];
  const wanted = rows.map(({ id, dataset: { begins, length } }) => ({
    id,
    begins: JSON.parse(begins),
    length: Number(length),
  }));
  pageOf = new Map([...findBlocks(texts, wanted)].map(([id, { page }]) => [id, page]));
}

/** What is on no page stands behind what it would have stood behind there. */
function groupByPage() {
  const list = document.querySelector('.reason-list');
  if (list === null || pageOf.size === 0) return;
  const focused = document.activeElement;
  const pages = new Map();
  let page = 1;
  for (const row of list.querySelectorAll('.reason')) {
    page = pageOf.get(row.id) ?? page;
    pages.set(page, [...(pages.get(page) ?? []), row]);
  }
  const words = document.getElementById('reasons').dataset.page;
  const groups = [...pages].sort(([one], [other]) => one - other);
  list.replaceChildren(
    ...groups.flatMap(([number, rows]) => {
      const group = document.createElement('ul');
      group.append(...rows);
      return [box('h3', '', words.replace('{n}', number)), group];
    }),
  );
  if (list.contains(focused)) focused.focus({ preventScroll: true });
}

/** What changed keeps a frame for two seconds, and is told a second after the last answer. */
let telling;
function markChanges(place, marks) {
  const now = new Map(marks.map((mark) => [mark.dataset.mark, mark.getAttribute('aria-label')]));
  const changed = [...now].filter(([id, label]) => told.get(id) !== label).map(([id]) => id);
  const gone = [...told.keys()].filter((id) => !now.has(id)).length;
  told = now;
  if (first) {
    first = false;
    return;
  }
  const frames = changed.map((id) => frame(place, places.get(id), 'chosen-part changed-part'));
  setTimeout(() => {
    for (const each of frames) each?.remove();
  }, 2_000);
  clearTimeout(telling);
  const count = changed.length + gone;
  if (count === 0) return;
  telling = setTimeout(() => {
    const { updated, pages } = place.dataset;
    say(updated.replace('{n}', count).replace('{pages}', pages));
  }, 1_000);
}

export function toggleView(wanted) {
  view = wanted;
  stage()?.classList.toggle('shows-reasons', view === 'reasons');
  for (const button of document.querySelectorAll('[data-view]'))
    button.setAttribute('aria-pressed', String(button.dataset.view === view));
}

function toggleFilter(wanted) {
  filter = wanted;
  for (const button of document.querySelectorAll('[data-filter]'))
    button.setAttribute('aria-pressed', String(button.dataset.filter === filter));
  for (const row of document.querySelectorAll('.reason'))
    row.hidden = filter !== 'all' && row.dataset.kind !== filter;
}

function choose(id, tells) {
  const row = document.getElementById(`reason-${id}`);
  const strip = document.getElementById('strip');
  const place = document.getElementById('sheets');
  if (row === null || strip === null) return;
  chosen = id;
  for (const old of document.querySelectorAll('.chosen-part:not(.changed-part)')) old.remove();
  frame(place, places.get(id), 'chosen-part');
  for (const mark of document.querySelectorAll('.sheet .mark'))
    if (mark.dataset.mark === id) mark.setAttribute('aria-current', 'true');
    else mark.removeAttribute('aria-current');
  strip.replaceChildren(...stripParts(row, strip));
  strip.hidden = false;
  if (tells) say(strip.textContent.replace(/\s+/g, ' '));
}

function stripParts(row, strip) {
  const icon = row.querySelector('.icon').cloneNode(true);
  const what = box('p', 'title', row.querySelector('.what').textContent);
  const acts = row.querySelector('.acts');
  const under = document.createElement('div');
  under.append(what);
  if (acts.querySelector('[data-safety]') !== null) under.append(safetyLine(strip.dataset.safety));
  if (acts.querySelector('button') !== null) {
    const buttons = document.createElement('p');
    buttons.append(...[...acts.querySelectorAll('button')].map((button) => button.cloneNode(true)));
    under.append(buttons);
  }
  const because = document.createElement('div');
  because.className = 'because';
  because.append(box('p', 'label', strip.dataset.because));
  for (const fact of row.querySelectorAll('.fact')) {
    const line = document.createElement('p');
    line.append(...[...fact.childNodes].map((node) => node.cloneNode(true)));
    const change = box('a', '', strip.dataset.change);
    change.href = `#q-${fact.dataset.factor}`;
    change.dataset.question = fact.dataset.factor;
    line.append(' ', change);
    because.append(line);
  }
  if (row.querySelector('.fact') === null)
    because.append(box('p', '', row.querySelector('.why').textContent.trim()));
  else {
    const page = pageOf.get(row.id);
    const words = document.getElementById('reasons').dataset.onPage;
    if (page !== undefined) because.append(box('p', 'hint', words.replace('{n}', page)));
  }
  const instead = document.createElement('div');
  instead.className = 'instead';
  const out = row.querySelector('.why .instead');
  if (out !== null) {
    instead.append(box('p', 'label', strip.dataset.instead));
    instead.append(box('p', '', out.dataset.titles));
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'quiet';
  close.dataset.closes = 'strip';
  close.setAttribute('aria-label', strip.dataset.close);
  close.append(document.getElementById('t-close').content.cloneNode(true));
  return [icon, under, because, instead, close];
}

function safetyLine(text) {
  const line = box('p', 'hint', text);
  line.prepend(document.getElementById('t-lock').content.cloneNode(true));
  return line;
}

function box(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

export function closeStrip() {
  const mark = document.querySelector(`.sheet .mark[data-mark="${CSS.escape(chosen)}"]`);
  chosen = '';
  for (const old of document.querySelectorAll('.chosen-part')) old.remove();
  for (const each of document.querySelectorAll('.sheet .mark')) each.removeAttribute('aria-current');
  const strip = document.getElementById('strip');
  if (strip === null || strip.hidden) return false;
  strip.hidden = true;
  mark?.focus();
  return true;
}

document.addEventListener('click', (event) => {
  const near = (selector) => event.target.closest(selector);
  const mark = near('[data-mark]');
  const change = near('[data-change]');
  const question = near('[data-question]');
  if (mark !== null) {
    event.preventDefault();
    toggleView('pages');
    choose(mark.dataset.mark, true);
  } else if (change !== null) {
    event.preventDefault();
    toggleView('pages');
    choose(change.dataset.change, true);
    document.querySelector(`.sheet .mark[data-mark="${CSS.escape(change.dataset.change)}"]`)?.focus();
  } else if (question !== null) {
    event.preventDefault();
    const place = document.getElementById(`q-${question.dataset.question}`);
    place?.scrollIntoView({ block: 'center' });
    (place?.querySelector(':checked') ?? place?.querySelector('input, select'))?.focus();
  } else if (near('[data-closes="strip"]') !== null) closeStrip();
  const wantedView = near('[data-view]');
  if (wantedView !== null) toggleView(wantedView.dataset.view);
  const wantedFilter = near('[data-filter]');
  if (wantedFilter !== null) toggleFilter(wantedFilter.dataset.filter);
});
