/** Protects the record of what the desk gave out: only where it was switched on, each paper and file once, and never for whom. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRecords } from '../../src/read/read-records.ts';
import type { DeskPrinters } from '../../src/web/printers.ts';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'given-'));
afterAll(() => rmSync(folder, { recursive: true }));

const printers: DeskPrinters = {
  list: async () => [{ id: 'front', name: 'Front desk', state: 'ready', papers: [] }],
  print: async () => ({ step: 'sent', job: 'job-1' }),
  follow: async () => ({ step: 'done' }),
  stop: async () => 'over',
};

/** One patient's handout, given in every way. */
async function giveAll({ app }: RunningDesk, cookies: Record<string, string>): Promise<number[]> {
  const first = await app.inject({ url: '/make', headers: { host: ownForm.host } });
  const all = { ...Object.fromEntries(first.cookies.map(({ name, value }) => [name, value])), ...cookies };
  const post = async (fields: Record<string, string>) => {
    const payload = new URLSearchParams(fields).toString();
    return (await app.inject({ method: 'POST', url: '/make', headers: ownForm, cookies: all, payload })).body;
  };
  const answers = {
    topic: 'back-muscle-spasm',
    checked: 'none',
    name: 'Zzyzxqv Qwertzu',
    note: 'Call Mxyzptlk',
    visit: '2026-12-07',
    'f.blood_thinner': 'yes',
    seen: 'E10',
  };
  const field = (body: string, name: string) =>
    new RegExp(`name="${name}" value="([\\w-]+)"`).exec(body)?.[1] ?? '';
  const page = await post(answers);
  const id = field(page, 'shown');
  const get = async (path: string) =>
    (await app.inject({ url: `/made/${id}/${path}`, headers: { host: ownForm.host }, cookies: all }))
      .statusCode;
  const codes = [];
  for (const path of ['pages.pdf', 'page-1.png', 'handout.pdf', 'handout.html', 'handout.txt'])
    codes.push(await get(path));
  await post({
    ...answers,
    shown: id,
    made: field(page, 'made'),
    do: 'print',
    copies: '2',
    printer: 'front',
  });
  return codes;
}

describe('the record of the desk', () => {
  it('tells what was given, how and by whom of the staff; never a word about the patient', async () => {
    const records = join(folder, 'on');
    const running = await startDesk({ browser: true, printers, records });
    try {
      expect(await giveAll(running, { 'desk-by': 'Rae' })).toEqual([200, 200, 200, 200, 200]);
      expect(readdirSync(records)).toEqual(['records.jsonl']);
      const path = join(records, 'records.jsonl');
      const read = await readRecords(path);
      expect(read.damaged).toBe(0);
      expect(read.records.map(({ given }) => given)).toEqual(['pdf', 'html', 'text', 'printed']);
      for (const record of read.records)
        expect(record).toMatchObject({
          at: '2026-11-23T10:42:07.000Z',
          topic: 'back-muscle-spasm',
          language: 'en',
          version: expect.any(String),
          contentId: expect.stringMatching(/^BMS-EN-/),
          contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
          by: 'Rae',
        });
      expect(read.records.at(-1)?.copies).toBe(2);
      expect(readFileSync(path, 'utf8')).not.toMatch(/Zzyzxqv|Qwertzu|Mxyzptlk|2026-12-07|blood|thinner|yes/);
      const page = await running.app.inject({ url: '/make', headers: { host: ownForm.host } });
      expect(page.body).toContain('action="/by"');
    } finally {
      await running.close();
    }
  });

  it('is not written, and nobody is asked who prints, unless the clinic switched it on', async () => {
    const state = join(folder, 'off');
    const running = await startDesk({ browser: true, printers, flags: { records: state } });
    try {
      expect(await giveAll(running, { 'desk-by': 'Rae' })).toEqual([200, 200, 200, 200, 200]);
      expect(existsSync(state)).toBe(false);
      const page = await running.app.inject({ url: '/make', headers: { host: ownForm.host } });
      expect(page.body).not.toContain('action="/by"');
    } finally {
      await running.close();
    }
  });

  it('that can not be written holds back nothing, and the operator is told without a word about the patient', async () => {
    const running = await startDesk({ browser: true, printers, records: '/dev/null/records' });
    try {
      expect(await giveAll(running, {})).toEqual([200, 200, 200, 200, 200]);
      expect(running.said.join('\n')).toContain('record-failed');
      expect(running.said.join('\n')).not.toMatch(/Zzyzxqv|Qwertzu|Mxyzptlk/);
    } finally {
      await running.close();
    }
  });
});
