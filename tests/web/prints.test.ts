/** Protects from paper that nobody wants: a button pressed twice, a move to a printer that can't, a print of somebody else. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TroubleCode } from '../../src/domain/printer-trouble.ts';
import { stateOf } from '../../src/web/print/print-run.ts';
import { deskPrints } from '../../src/web/print/prints.ts';
import { troubleInShort, troubleKinds, troubleWords } from '../../src/web/print/trouble-words.ts';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';
import { newPrint, printDocument } from '../support/new-print.ts';
import { scriptedPrinters } from '../support/scripted-printers.ts';

const printers = scriptedPrinters();
let running: RunningDesk;
beforeAll(async () => {
  running = await startDesk({ printers });
});
afterAll(() => running.close());
beforeEach(() => printers.reset());

const me = 'A'.repeat(22);
const cookie = `desk=${me}`;
const get = (url: string, who = cookie) =>
  running.app.inject({ url, headers: { host: '127.0.0.1:8484', accept: 'text/html', cookie: who } });
const post = (url: string, form: Record<string, string> = {}) =>
  running.app.inject({
    method: 'POST',
    url,
    headers: { ...ownForm, cookie },
    payload: new URLSearchParams(form).toString(),
  });

it('a button that was pressed twice prints once', async () => {
  const { prints } = running.desk;
  const [one, other] = await Promise.all([
    prints.start(me, 'ticket', newPrint()),
    prints.start(me, 'ticket', newPrint()),
  ]);
  expect(one).toBe(other);
  expect(await prints.start(me, 'next', newPrint())).not.toBe(one);
  expect(printers.printed).toHaveLength(2);
});

it('is seen, stopped and moved by the browser that began it and by no other', async () => {
  printers.says('Front desk', { step: 'waiting' });
  const id = await running.desk.prints.start(me, '', newPrint());
  const other = `desk=${'B'.repeat(22)}`;
  expect((await get(`/print/${id}`)).statusCode).toBe(200);
  expect((await get(`/print/${id}/handout.pdf`)).headers['content-disposition']).toContain('x.pdf');
  for (const path of ['', '/handout.pdf'])
    expect((await get(`/print/${id}${path}`, other)).statusCode).toBe(404);
  for (const act of ['stop', 'move'])
    await running.app.inject({
      method: 'POST',
      url: `/print/${id}/${act}`,
      headers: { ...ownForm, cookie: other },
      payload: 'printer=Nurse station',
    });
  expect(printers.stopped).toEqual([]);
  expect((await get('/print/%22%3E%3Cimg%20src=x%3E')).body).not.toContain('<img');
});

it('is not stopped for a printer that can not print it, or that nobody knows', async () => {
  printers.says('Front desk', { step: 'waiting' });
  const id = await running.desk.prints.start(me, '', newPrint());
  for (const printer of ['Room 4', 'Nobody knows', 'Front desk', ''])
    await post(`/print/${id}/move`, { printer });
  expect(printers.stopped).toEqual([]);
  expect(printers.printed).toHaveLength(1);
  const page = (await get(`/print/${id}`)).body;
  expect(page).toMatch(
    /type="button" class="not-yet" aria-disabled="true"[^>]*>Move it here<span class="hidden"> to Room 4/,
  );
});

it('that could not be stopped is told to stop again until the printer answers', async () => {
  const given = { add: async () => undefined };
  const prints = deskPrints({ printers, given, say: () => undefined, now: () => '', stopEveryMs: 20 });
  printers.says('Front desk', { step: 'printing' });
  printers.stops('unreachable');
  const run = prints.get(me, await prints.start(me, '', newPrint()));
  if (run === undefined) throw new Error('There is no print');
  await prints.stop(run);
  expect(stateOf(run).phase).toBe('stopping');
  printers.stops('stopped');
  await expect.poll(() => printers.stopped).toHaveLength(1);
  await prints.glance(run);
  expect(stateOf(run).phase).toBe('stopped');
  prints.close();
});

it('takes to another printer only the wishes that it can fulfil', async () => {
  printers.says('Front desk', { step: 'waiting' });
  const wishes = { copies: 2, sides: 'two-sided-long-edge', mono: true, tray: 'tray-2' } as const;
  const run = running.desk.prints.get(me, await running.desk.prints.start(me, '', newPrint({ wishes })));
  if (run === undefined) throw new Error('There is no print');
  const can = { papers: [], twoSided: false, color: true, mono: false, trays: [] };
  await running.desk.prints.move(run, { id: 'Nurse station', name: 'Nurse station', can });
  expect(printers.printed[1]).toMatchObject({
    copies: 2,
    sides: undefined,
    mono: undefined,
    tray: undefined,
  });
});

it('that was lost sight of when it was moved is told of: it may come out at both', async () => {
  printers.says('Front desk', { step: 'sent', trouble: { code: 'offline' } });
  printers.says('Nurse station', { step: 'waiting' });
  printers.stops('unreachable');
  const id = await running.desk.prints.start(me, '', newPrint());
  await post(`/print/${id}/move`, { printer: 'Nurse station' });
  expect((await get(`/print/${id}`)).body).toContain('If it prints there too, take those pages away.');
});

it('of several leaflets what a printer did not take is printed elsewhere, the others are not again', async () => {
  printers.says('Front desk', { step: 'printing' });
  const one = printDocument('Letter');
  const id = await running.desk.prints.start(me, '', newPrint({ documents: [one, one, one] }));
  expect(printers.printed).toHaveLength(3);
  const run = running.desk.prints.get(me, id);
  const [first] = run?.parts ?? [];
  if (run === undefined || first === undefined) throw new Error('There is no print');
  first.progress = { step: 'done' };
  await running.desk.prints.move(run, { id: 'Nurse station', name: 'Nurse station' });
  expect(printers.printed.slice(3).map(({ printer }) => printer)).toEqual(['Nurse station', 'Nurse station']);
  expect(printers.stopped).toHaveLength(2);
});

it('ended prints go with the patient, those under way are still told of', async () => {
  const done = await running.desk.prints.start(me, '', newPrint());
  await get(`/print/${done}`);
  printers.says('Front desk', { step: 'waiting' });
  const waiting = await running.desk.prints.start(me, '', newPrint());
  await post('/make', { do: 'next' });
  expect((await get(`/print/${done}`)).statusCode).toBe(404);
  expect((await get(`/print/${waiting}`)).statusCode).toBe(200);
});

describe('words for trouble', () => {
  it('are there for each in each language, with every gap filled, and say what to do', () => {
    for (const messages of running.desk.messages.values())
      for (const code of Object.keys(troubleKinds) as TroubleCode[]) {
        const trouble = { code, paper: 'A4', tray: '2', sheets: 2, most: 3, detail: '0x0400' };
        const { title, steps } = troubleWords(trouble, 'Front desk', messages);
        const all = [title, troubleInShort(trouble, 'Front desk', messages), ...steps];
        expect([code, messages.tag, all.join().includes('{')]).toEqual([code, messages.tag, false]);
        if (troubleKinds[code] !== 'note') expect([code, steps.length > 0]).toEqual([code, true]);
      }
  });

  it('that nobody needs are not kept', () => {
    const codes = Object.keys(troubleKinds).map((code) => code.replaceAll('-', '_'));
    const english =
      running.desk.messages.get('en')?.keys.filter((key) => key.startsWith('printer_trouble.')) ?? [];
    const stray = english.filter((key) => {
      const id = key.slice('printer_trouble.'.length).replace(/(_tray)?(_\d|_short)?$/, '');
      return !codes.includes(id);
    });
    expect(stray.filter((key) => !/tray_full|no_tray/.test(key))).toEqual([]);
  });
});
