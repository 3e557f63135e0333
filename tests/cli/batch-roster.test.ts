/** Protects patients from mistakes in a roster: no sheet for an id that stands twice, and care that is needed comes before whatever else is wrong. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bad, batchRun, columns, good, inDanger, roster, withoutBrowser } from '../support/batch-run.ts';

const { batch, folder, file, lines, sheets } = batchRun();
const events = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { event: string; row?: number; reasons?: { code: string }[] });
const told = (stdout: string) =>
  events(stdout).flatMap(({ event, row, reasons = [] }) =>
    event === 'end' ? [] : [`${row} ${event} ${reasons.map(({ code }) => code).join(' ')}`],
  );
const args = ['r.csv', '--out', 'out', ...withoutBrowser];

describe('an id that stands twice', () => {
  it('gets no sheet, whichever row is right; a sign in one of them is told first', async () => {
    file('r.csv', roster(good('p1'), inDanger('p1')));
    const ran = await batch([...args, '--json']);
    expect(told(ran.stdout).sort()).toEqual(['2 failed id-twice', '3 failed warning-sign id-twice']);
    expect(sheets()).toEqual({});
    expect(lines().map(({ kind }) => kind)).toEqual(['failed', 'failed']);
  });
});

describe('a row with a mistake and a warning sign', () => {
  it('tells the emergency first, among those refused for safety', async () => {
    file('r.csv', roster(bad('p1'), `${bad('p2')}E1`));
    const json = await batch([...args, '--json']);
    expect(told(json.stdout).sort()).toEqual(['2 failed bad-date', '3 failed warning-sign bad-date']);
    const { stdout } = await batch(args);
    const [refused = '', failed = ''] = stdout.split(/^FAILED/m);
    expect(refused.replace(/\s+/g, ' ')).toMatch(
      /REFUSED FOR SAFETY.*r\.csv 3 .*EMERGENCY.*and: `birth_date`/,
    );
    expect(failed).toMatch(/r\.csv +2 +birth_date/);
  });

  it('also where a code or an answer says so, or the topic is unknown', async () => {
    const head = 'id,topics,codes,leg_signs,cancer,warning_signs\n';
    const rows = [
      'a,back-muscle-spasm,C79.51,,maybe,',
      'b,back-muscle-spasm,,both-legs,maybe,',
      'c,nothing,,,no,E1',
    ];
    file('r.csv', `${head}${rows.join('\n')}\n`);
    expect(told((await batch([...args, '--json'])).stdout).sort()).toEqual([
      '2 failed blocking-code not-allowed',
      '3 failed warning-sign not-allowed',
      '4 failed warning-sign unknown-topic',
    ]);
  });
});

describe('before any work', () => {
  it('names by code are for sets only', async () => {
    file('r.csv', roster(good('p1')));
    const ran = await batch([...args, '--name-by', 'code']);
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('for sets only') });
  });

  it('an empty --out, a roster without rows, a folder without profiles, a set that is none', async () => {
    file('r.csv', `${columns}\n`);
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'r.csv'), roster(good('p1')));
    expect(await batch(['r.csv', '--out', ''])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--out is empty'),
    });
    const stderrs = await Promise.all(
      ['r.csv', 'in', 'al'].map(async (source) => {
        const { code, stderr } = await batch([source, '--out', 'out']);
        expect(code).toBe(3);
        return stderr;
      }),
    );
    expect(stderrs).toEqual([
      expect.stringContaining('no rows'),
      expect.stringContaining('Give the roster by its own name'),
      expect.stringMatching(/no set of that name[\s\S]*Sets: all/),
    ]);
  });
});
