/** Protects fifty people who click at once: nobody fails, and nobody sees a word of another's patient. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';
import { pdfText } from '../support/pdf-text.ts';

let running: RunningDesk;
beforeAll(async () => {
  // The usual room for fifty; how long they wait in it is a matter of the machine.
  running = await startDesk({ browser: true, queue: { atOnce: 2, waiting: 60, longestWaitMs: 600_000 } });
});
afterAll(() => running.close());

const people = 50;
const turns = 2;
/** It stands in the name and in the note; no other word of a sheet is like it. */
const markOf = (person: number, turn: number) => `Mark${person}x${turn}Z`;
const marksIn = (text: string) => [...new Set(text.match(/Mark\d+x\d+Z/g))];

interface Seen {
  readonly mark: string;
  readonly page: string;
  readonly text: string;
  readonly twin: string;
  readonly pdf: Uint8Array;
}

/** As its own browser: the first answer gives it an id, and it keeps it. */
async function person(number: number): Promise<{ seen: Seen[]; strangers: number[] }> {
  const first = await running.app.inject({ url: '/make', headers: { host: ownForm.host } });
  const cookie = first.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const seen: Seen[] = [];
  const strangers: number[] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    const mark = markOf(number, turn);
    const page = await running.app.inject({
      method: 'POST',
      url: '/make',
      headers: { ...ownForm, cookie, 'x-desk': 'script' },
      payload: new URLSearchParams({
        topic: 'back-muscle-spasm',
        checked: 'none',
        do: 'update',
        name: mark,
        note: `Call about ${mark}.`,
        'f.cancer': turn === 1 ? 'no' : '',
      }).toString(),
    });
    expect([number, turn, page.statusCode]).toEqual([number, turn, 200]);
    const id = /data-id="([\w-]{22})"/.exec(page.body)?.[1];
    const get = (form: string, as = cookie) =>
      running.app.inject({ url: `/made/${id}/${form}`, headers: { host: ownForm.host, cookie: as } });
    const [text, twin, pdf] = await Promise.all(
      ['handout.txt', 'handout.html', 'pages.pdf'].map((form) => get(form)),
    );
    seen.push({
      mark,
      page: page.body,
      text: text?.body ?? '',
      twin: twin?.body ?? '',
      pdf: pdf?.rawPayload ?? new Uint8Array(),
    });
    strangers.push((await get('pages.pdf', `desk=${'s'.repeat(22)}`)).statusCode);
  }
  return { seen, strangers };
}

it('each sees their own patient in every answer, and no other', async () => {
  const all = await Promise.all(Array.from({ length: people }, (_, number) => person(number)));
  for (const { seen, strangers } of all) {
    expect(strangers).toEqual(Array(turns).fill(404));
    for (const { mark, page, text, twin, pdf } of seen) {
      expect(marksIn(page)).toEqual([mark]);
      expect(marksIn(text)).toEqual([mark]);
      expect(marksIn(twin)).toEqual([mark]);
      expect(marksIn(await pdfText(pdf))).toEqual([mark]);
    }
  }
  // Nothing went wrong on the way, and the room is empty again.
  expect(running.said).toEqual([]);
  expect(running.desk.queue.load()).toEqual({ atWork: 0, waiting: 0 });
}, 600_000);
