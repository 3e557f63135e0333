/** The built program and its peers -> a table of how fast each makes the same handouts, measured in one run. `--quick`: fewer. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finalHtml } from './final-html.mjs';
import { browserFacts, newBrowsers, newPages, warmPages } from './floor.mjs';
import { mdToPdf, scratchIn, typst, weasyprint } from './peers.mjs';
import { rateOf, runBatch } from './processes.mjs';
import { rosterCsv } from './roster.mjs';

const quick = process.argv.includes('--quick');
const noSandbox = process.argv.includes('--no-sandbox');
const options = { noSandbox };
const size = quick
  ? { sheets: 60, rounds: 1, few: 2, small: 50, large: 300 }
  : { sheets: 200, rounds: 3, few: 10, small: 500, large: 10_000 };
const bin = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'bin.js');
const folder = mkdtempSync(join(tmpdir(), 'handout-bench-'));
const say = (text) => process.stderr.write(`${text}\n`);
const rows = [];
const row = (measure, result, against, target) => rows.push([measure, result, against, target]);
const ratio = (a, b) => `${(a / b).toFixed(2)}x`;
const perSecond = (rate) => `${rate.toFixed(1)}/s (${(1000 / rate).toFixed(1)} ms)`;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const flags = noSandbox ? ['--no-sandbox'] : [];
let outs = 0;

function rosterOf(count) {
  const path = join(folder, `roster-${count}.csv`);
  writeFileSync(path, rosterCsv(count));
  return path;
}
function batch(roster, out, jobs, cores) {
  return runBatch(bin, [roster, '--out', out, '--jobs', String(jobs), ...flags], { cores });
}
const newOut = () => join(folder, `out-${outs++}`);

try {
  const all = cpus().length;
  const roster = rosterOf(size.sheets);
  say('rendering the handouts that all will print ...');
  const { sheets, tailorAndRender } = await finalHtml(roster, size.sheets, options);
  // One after the other, again and again: what else runs on the machine then slows all of them alike.
  const rates = { ours: [], one: [], two: [], printing: [] };
  for (let round = 0; round < size.rounds; round += 1) {
    say(`throughput, round ${round + 1} of ${size.rounds} ...`);
    rates.ours.push(rateOf((await batch(roster, newOut(), all)).made));
    rates.two.push(await warmPages(sheets, all, options));
    rates.one.push(await warmPages(sheets, 1, options));
    rates.printing.push(await warmPages(sheets, all, options, true));
  }
  const ours = median(rates.ours);
  const floor = median(rates.two);
  const one = median(rates.one);
  row('batch, row to fsynced file', perSecond(ours), '', '');
  row(
    `floor: setting and printing, ${all} warm pages`,
    perSecond(floor),
    `floor / ours ${ratio(floor, ours)}`,
    '<= 1.3x',
  );
  row('floor: setting and printing, 1 warm page', perSecond(one), ratio(floor, one), '');
  const printing = median(rates.printing);
  row(`printing alone, ${all} warm pages, nothing set`, perSecond(printing), ratio(printing, ours), '');
  row(
    'tailor + render',
    `${tailorAndRender.toFixed(1)} ms`,
    `${ratio(tailorAndRender, 1000 / one)} of printing`,
    '<= 0.1x',
  );

  say('new pages, new browsers ...');
  const pages = await newPages(sheets.slice(0, size.few * 4), options);
  row('puppeteer, a new page each', perSecond(pages), `ours ${ratio(ours, pages)}`, '>= 3x');
  const browsers = await newBrowsers(sheets.slice(0, size.few), options);
  row('puppeteer, a new browser each', perSecond(browsers), `ours ${ratio(ours, browsers)}`, '>= 20x');

  const facts = await browserFacts(options);
  const peers = [
    ['Typst', '>= 0.7x', () => typst(sheets.slice(0, size.few * 4), scratchIn(folder))],
    ['WeasyPrint, warm', '>= 5x', () => weasyprint(sheets.slice(0, size.few), scratchIn(folder))],
    ['md-to-pdf', '>= 50x', () => mdToPdf(sheets.slice(0, size.few), facts, noSandbox)],
  ];
  for (const [name, target, measure] of peers) {
    say(`${name} ...`);
    try {
      const { rate, alone, version } = await measure();
      row(`${name} ${version}`, perSecond(rate), `ours ${ratio(ours, rate)}`, target);
      if (alone !== undefined) row(`${name}, one process`, perSecond(alone), '', '');
    } catch (error) {
      row(name, 'missing', String(error.code ?? error.message).slice(0, 60), target);
    }
  }

  say('one core and two ...');
  const single = rateOf((await batch(roster, newOut(), 1, '0')).made);
  row('batch on one core', perSecond(single), `${all} cores ${ratio(ours, single)}`, '>= 1.8x');

  say(`memory and rerun, ${size.small} and ${size.large} ...`);
  const small = await batch(rosterOf(size.small), newOut(), all);
  const out = newOut();
  const large = await batch(rosterOf(size.large), out, all);
  const mb = (run) => `${run.memory.toFixed(0)} MB`;
  row(
    `memory, ${size.large} against ${size.small}`,
    `${mb(large)}, ${mb(small)}`,
    ratio(large.memory, small.memory),
    '<= 1.2x',
  );
  const later = rateOf(large.made.slice(large.made.length >> 1));
  row(
    `batch, later half of ${large.end.made}`,
    perSecond(later),
    `floor / ours ${ratio(floor, later)}`,
    '<= 1.3x',
  );
  const again = await batch(rosterOf(size.large), out, all);
  row(
    `rerun of ${again.end.unchanged} unchanged`,
    `${again.seconds.toFixed(1)} s`,
    `making them ${ratio(large.seconds, again.seconds)}`,
    '>= 50x',
  );

  const load = loadavg()[0].toFixed(1);
  const machine = `${cpus()[0].model}, ${all} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Linux ${release()}`;
  const table = [['measure', 'result', 'ratio', 'target'], ['---', '---', '---', '---'], ...rows];
  process.stdout.write(
    `${machine}; Node ${process.versions.node}; Chromium ${facts.version}${facts.headlessShell ? ' headless shell' : ''}; load at the end ${load}\n\n`,
  );
  process.stdout.write(`${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
