/** Protects a batch from its browser, and from pages that never stop: the rest is made, and nothing lives on. */

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasProcessTable } from '../print/support/processes.ts';
import { browserOf, signalBrowser } from '../support/batch-browser.ts';
import { batchRun, columns, good, type RunningBatch, roster } from '../support/batch-run.ts';

const { folder, run, file, batch, batchWhen, names, sheets } = batchRun();
const ids = (count: number) => Array.from({ length: count }, (_, index) => `p${index + 1}`);
const whole = async (out: string, count: number) => {
  expect(names(out).filter((name) => !/^manifest\.jsonl$|\.pdf$/.test(name))).toEqual([]);
  expect(Object.keys(sheets(out))).toHaveLength(count);
  expect(await run(['verify', out])).toMatchObject({ code: 0 });
};
/** The shipped templates, with more in the layout of sheets in the full style. */
const templates = (name: string, more: string) => {
  const path = join(folder, name);
  cpSync(fileURLToPath(new URL('../../templates', import.meta.url)), path, { recursive: true });
  const layout = join(path, 'layouts', 'handout.hbs');
  writeFileSync(layout, readFileSync(layout, 'utf8').replace('<main>', `<main>{{#if full}}${more}{{/if}}`));
  return path;
};
const withStyle = (id: string, style: string) => `${good(id)},${style}`;
const oneFull = () =>
  file(
    'full.csv',
    `${columns},style\n${['p1', 'p2'].map((id) => `${withStyle(id, 'standard')}\n`).join('')}
${withStyle('p3', 'full')}\n${withStyle('p4', 'standard')}\n`,
  );

describe.skipIf(!hasProcessTable)('a browser', () => {
  it('that is killed in the midst of its work is replaced, as often as that happens', async () => {
    file('r.csv', roster(...ids(8).map(good)));
    let batchId = { pid: 0 };
    const killing = (running: RunningBatch) => {
      batchId = running;
      signalBrowser(running, 'SIGKILL');
    };
    const args = ['r.csv', '--out', 'out', '--jobs', '2'];
    expect(await batchWhen(2, killing, args)).toMatchObject({ code: 0 });
    await whole('out', 8);
    expect(browserOf(batchId)).toEqual([]);
  });

  it('that hangs, or a page that never stops, costs that page or nothing, and the rest is made', async () => {
    file('r.csv', roster(...ids(4).map(good)));
    const columnsWithin = `${'<div style="columns:2">a<br>'.repeat(12)}${'word '.repeat(200)}${'</div>'.repeat(12)}`;
    const endless = templates('endless', columnsWithin);
    let batchId = { pid: 0 };
    const holding = (running: RunningBatch) => {
      batchId = running;
      signalBrowser(running, 'SIGSTOP');
    };
    const [held, hung] = await Promise.all([
      batchWhen(1, holding, ['r.csv', '--out', 'held', '--jobs', '2']),
      batch([oneFull(), '--out', 'hung', '--jobs', '2', '--templates', endless]),
    ]);
    expect(held).toMatchObject({ code: 0 });
    await whole('held', 4);
    expect(browserOf(batchId)).toEqual([]);
    expect(hung).toMatchObject({ code: 1, stdout: expect.stringContaining('3 made') });
    expect(hung.stdout).toMatch(/^full\.csv +5 +failed: The (page|browser) /m);
    expect(hung.stdout).toContain('(print-failed)');
    await whole('hung', 3);
  }, 120_000);
});

describe('templates', () => {
  it('that call themselves without end fail the sheets that use them, and are named', async () => {
    const path = templates('ring', '{{> ring}}');
    writeFileSync(join(path, 'partials', 'ring.hbs'), '<p>{{> gnir}}</p>');
    writeFileSync(join(path, 'partials', 'gnir.hbs'), '<b>{{> ring}}</b>');
    const ran = await batch([oneFull(), '--out', 'out', '--templates', path]);
    expect(ran).toMatchObject({ code: 1, stdout: expect.stringContaining('3 made') });
    expect(ran.stdout).toContain('A template calls itself without end');
    for (const name of ['ring', 'gnir']) expect(ran.stdout).toContain(join(path, 'partials', `${name}.hbs`));
    await whole('out', 3);
  });
});
