/** The built desk page -> how fast it answers one person and fifty at once, what memory it takes, and that nobody saw another's patient. `--quick`: shorter; `--alone`: one person only. */

import { spawn } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawnAfterClick } from './desk-browser.mjs';
import { person } from './desk-person.mjs';
import { cpuOf, memoryOf, ranOf } from './processes.mjs';

const quick = process.argv.includes('--quick');
const noSandbox = process.argv.includes('--no-sandbox');
const size = quick ? { answers: 40, seconds: 15, people: 50 } : { answers: 100, seconds: 60, people: 50 };
const bin = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'bin.js');
const say = (text) => process.stderr.write(`${text}\n`);
const out = (text) => process.stdout.write(`${text}\n`);

/** Told in the order in which they were first seen. */
function tally() {
  const kinds = new Map();
  return {
    kinds,
    tell: (kind, ms, waits) => {
      const known = kinds.get(kind) ?? { times: [], waited: 0, waits: 0 };
      known.times.push(ms);
      known.waited += waits > 0 ? 1 : 0;
      known.waits += waits;
      kinds.set(kind, known);
    },
  };
}
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0;
function table(kinds, seconds) {
  const rows = [
    ['request', 'answers', 'a second', 'p50', 'p95', 'p99', 'most', 'turned away first'],
    Array(8).fill('---'),
  ];
  for (const [kind, { times, waited, waits }] of kinds) {
    const sorted = times.toSorted((a, b) => a - b);
    const ms = (part) => `${at(sorted, part).toFixed(0)} ms`;
    const rate = (times.length / seconds).toFixed(1);
    const away = waits === 0 ? '0' : `${waited} (${waits} times)`;
    rows.push([kind, String(times.length), rate, ms(0.5), ms(0.95), ms(0.99), ms(1), away]);
  }
  out(`${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
}

async function startDesk() {
  const args = [bin, 'serve', '--port', '0', ...(noSandbox ? ['--no-sandbox'] : [])];
  const env = { ...process.env, HANDOUT_RECORDS: 'off', HANDOUT_PASSPHRASE: '' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/\S+/.exec(line);
      if (found !== null) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(`the desk did not start: ${said.join(' ')}`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      child.on('exit', resolve);
      child.kill('SIGINT');
    });
  return { pid: child.pid, address, said, stop };
}

const state = (pid) =>
  `load ${loadavg()[0].toFixed(1)}, memory of all its processes ${memoryOf(pid)?.toFixed(0)} MB`;

/** Processor time of its processes for each sheet, which what else runs on the machine changes little. */
async function costs(pid, count, work) {
  const before = cpuOf(pid);
  // A renderer is replaced now and then: what it took until it was last seen counts.
  const seen = new Map(before);
  const look = () => {
    for (const [each, now] of cpuOf(pid)) seen.set(each, now);
  };
  const looking = setInterval(look, 500);
  await work();
  clearInterval(looking);
  look();
  const byKind = new Map();
  for (const [each, { kind, ms }] of seen)
    byKind.set(kind, (byKind.get(kind) ?? 0) + ms - (before.get(each)?.ms ?? 0));
  const told = [...byKind].filter(([, ms]) => ms / count() >= 1);
  return `processor time for each sheet: ${told.map(([kind, ms]) => `${kind} ${(ms / count()).toFixed(0)} ms`).join(', ')}`;
}

/** `pause`: people look and think; without it, the desk has no time to look ahead. */
async function alone(desk, { fromTop, pause }) {
  const { kinds, tell } = tally();
  const one = person(desk.address, 900 + pause, tell, () => ranOf(desk.pid));
  const patients = size.answers / 10;
  const sheets = () => kinds.get('pages.pdf')?.times.length ?? 1;
  const start = performance.now();
  const cost = await costs(desk.pid, sheets, async () => {
    for (let turn = 1; turn <= patients; turn += 1)
      await one.patient(turn, { answers: 10, pause, fromTop, note: false, keep: () => undefined });
  });
  one.leave();
  const how = `${fromTop ? 'answers from the top' : 'answers anywhere'}, ${pause === 0 ? 'without a pause' : `one each about ${pause / 1_000} s`}`;
  out(`One person, ${patients} patients, ${how}: ${state(desk.pid)}; ${cost}\n`);
  table(kinds, (performance.now() - start) / 1_000);
}

async function together(desk, pause) {
  const { kinds, tell } = tally();
  const kept = [];
  const failures = [];
  const before = state(desk.pid);
  const end = performance.now() + size.seconds * 1_000;
  const sheets = () => kinds.get('pages.pdf')?.times.length ?? 1;
  const work = async (number) => {
    const each = person(desk.address, number, tell);
    try {
      for (let turn = 1; performance.now() < end; turn += 1)
        await each.patient(turn, { answers: 3, pause, fromTop: true, keep: (one) => kept.push(one) });
    } catch (error) {
      failures.push(`person ${number}: ${error.message}`);
    }
    each.leave();
  };
  let most = 0;
  const looking = setInterval(() => {
    most = Math.max(most, memoryOf(desk.pid) ?? 0);
  }, 2_000);
  const start = performance.now();
  // Other marks than in the run before.
  const people = Array.from({ length: size.people }, (_, number) => number + pause);
  const cost = await costs(desk.pid, sheets, () => Promise.all(people.map(work)));
  clearInterval(looking);
  const seconds = (performance.now() - start) / 1_000;
  const how = pause === 0 ? 'each as fast as it can' : `a click each about ${pause / 1_000} s`;
  out(
    `${size.people} people for ${seconds.toFixed(0)} s, ${how}. Before: ${before}. At most ${most.toFixed(0)} MB. After: ${state(desk.pid)}; ${cost}\n`,
  );
  table(kinds, seconds);
  const mixed = [];
  for (const { mark, kind, content } of kept) {
    const text = kind === 'pdf' ? await pdfText(content) : content;
    const marks = [...new Set(text.match(/Mark\d+x\d+Z/g))];
    if (marks.length !== 1 || marks[0] !== mark)
      mixed.push(`${kind} of ${mark}: ${marks.join(' ') || 'none'}`);
  }
  out(
    `failures: ${failures.length}; looked through ${kept.length} answers for marks: ${mixed.length} mix-ups\n`,
  );
  for (const each of [...failures, ...mixed].slice(0, 20)) out(`- ${each}`);
  return failures.length + mixed.length;
}

async function pdfText(bytes) {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  try {
    const opened = await loading.promise;
    let text = '';
    for (let number = 1; number <= opened.numPages; number += 1) {
      const { items } = await (await opened.getPage(number)).getTextContent();
      text += items.map(({ str = '' }) => str).join(' ');
    }
    return text;
  } finally {
    await loading.destroy();
  }
}

const desk = await startDesk();
let wrong = 0;
try {
  const pid = desk.pid;
  out(
    `${cpus()[0].model}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB; Node ${process.versions.node}; ${state(pid)}\n`,
  );
  say('until it has settled ...');
  await sleep(quick ? 5_000 : 20_000);
  say('one person ...');
  await alone(desk, { fromTop: true, pause: 1_500 });
  await alone(desk, { fromTop: false, pause: 0 });
  say('one person, in a browser ...');
  const drawn = tally();
  const told = await drawnAfterClick(desk.address, quick ? 15 : 50, drawn.tell);
  if (told === undefined) table(drawn.kinds, 1);
  else out(`${told}\n`);
  for (const pause of process.argv.includes('--alone') ? [] : [0, 10_000]) {
    say(`${size.people} people, pause ${pause} ms ...`);
    wrong += await together(desk, pause);
  }
  say('a minute of rest ...');
  await sleep(quick ? 5_000 : 60_000);
  out(`At rest: ${state(pid)}`);
  if (desk.said.length > 0) out(`\nIt said: ${[...new Set(desk.said)].join('; ')}`);
} finally {
  await desk.stop();
}
process.exitCode = wrong === 0 ? 0 : 1;
