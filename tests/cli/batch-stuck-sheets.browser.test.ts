/** Protects a patient whose sheet can't be seen to: it is named, noted in the manifest, tried again, and stops no other row. */

import { cpSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { batchRun, good, inDanger, roster } from '../support/batch-run.ts';
import { contentFolder } from '../support/shipped-content.ts';

const { folder, run, file, batch, sheets, lines } = batchRun();
const inOut = (name: string) => join(folder, 'out', name);
const topic = 'back-muscle-spasm';
const lastLine = () =>
  JSON.parse(readFileSync(inOut('manifest.jsonl'), 'utf8').trimEnd().split('\n').at(-1) ?? '') as object;
const last = (kind: string) => lines().findLast((line) => line.kind === kind);
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('the sheet of a patient who is refused now', () => {
  it('is named when it can not be removed, in the manifest too, and the next run tries again', async () => {
    const args = ['r.csv', '--out', 'out', '--name-by', 'id', '--jobs', '1'];
    const name = 'p1_back-muscle-spasm_en.pdf';
    file('r.csv', roster(good('p1')));
    await batch(args);
    // A folder in its place: what the system says of one that another program holds open differs.
    rmSync(inOut(name));
    mkdirSync(inOut(name));
    file('r.csv', roster(inDanger('p1'), good('p2')));
    const ran = await batch(args);
    expect(oneLine(ran.stdout)).toContain('1 made, 0 unchanged, 1 refused for safety, 0 failed');
    expect(`${ran.stdout}${ran.stderr}`).toContain(name);
    expect(last('refused')).toMatchObject({ older: [{ file: name }] });
    rmdirSync(inOut(name));
    const again = await batch(args);
    expect(again.stdout).not.toContain(name);
    expect(last('refused')).not.toHaveProperty('older');
    expect(lines().filter(({ kind }) => kind === 'purged')).toMatchObject([{ file: name }]);
    expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });
  });

  it('goes although the manifest does not know it: another run made it meanwhile', async () => {
    file('r.csv', roster(good('p1')));
    await batch(['r.csv', '--out', 'out']);
    rmSync(inOut('manifest.jsonl'));
    file('r.csv', roster(inDanger('p1')));
    await batch(['r.csv', '--out', 'out']);
    expect(sheets()).toEqual({});
  });
});

describe('a handout of a set with several names by code', () => {
  const args = ['one', '--out', 'out', '--name-by', 'code', '--content', 'ours'];
  const code = '  - {system: ICD-10-CM, code: M62.830, title: Muscle spasm of back}\n';
  /** The shipped topic with a code more. */
  const ours = () => {
    cpSync(join(contentFolder, 'topics', topic), join(folder, 'ours', 'topics', topic), { recursive: true });
    const path = join(folder, 'ours', 'topics', topic, 'topic.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(code, `${code}${code.replace('830', '838')}`));
    mkdirSync(join(folder, 'ours', 'sets'));
    const set = { title: 'One', topics: [topic], languages: ['en'], sizes: ['standard'], papers: ['A4'] };
    const whole = { ...set, styles: ['standard'], together: false };
    writeFileSync(join(folder, 'ours', 'sets', 'one.yaml'), JSON.stringify(whole));
  };

  it('of which one can not be written has failed, in the manifest too', async () => {
    ours();
    await batch(args);
    const names = Object.keys(sheets());
    expect(names).toHaveLength(2);
    rmSync(join(folder, 'out'), { recursive: true });
    mkdirSync(inOut(names.at(-1) ?? ''), { recursive: true });
    expect(oneLine((await batch(args)).stdout)).toContain(
      '0 made, 0 unchanged, 0 refused for safety, 1 failed',
    );
    expect(lastLine()).toMatchObject({ kind: 'failed', reason: { code: 'write-failed' } });
    rmdirSync(inOut(names.at(-1) ?? ''));
    expect(oneLine((await batch(args)).stdout)).toContain('1 made');
    expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });
  });

  it('has each of them removed when it is refused', async () => {
    ours();
    await batch(args);
    const names = Object.keys(sheets());
    expect(names).toHaveLength(2);
    await run(['withdraw', topic, '--reason', 'Wrong dose', '--content', 'ours']);
    await batch(args);
    expect(sheets()).toEqual({});
    expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });
  });
});
