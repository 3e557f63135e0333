/** Protects looking ahead: what was measured before an answer is not measured again for it, and the likely answers are the next ones. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrinterLender } from '../../../src/app/early-printer.ts';
import { makeHandout } from '../../../src/app/make.ts';
import { sharedPrinter } from '../../../src/app/shared-printer.ts';
import { readSettings } from '../../../src/settings.ts';
import { type Answers, noAnswers } from '../../../src/web/make-one/answers.ts';
import { likelyNext } from '../../../src/web/make-one/look-ahead.ts';
import { profileOf } from '../../../src/web/make-one/profile-of.ts';
import { type RunningDesk, startDesk } from '../../support/desk-server.ts';

const printer = sharedPrinter(readSettings({}, process.env), () => undefined);
let running: RunningDesk;
beforeAll(async () => {
  running = await startDesk();
});
afterAll(async () => {
  await running.close();
  await printer.close();
});

const start: Answers = { ...noAnswers, topic: 'back-muscle-spasm', language: 'en', checked: 'none' };

async function contentOf() {
  const content = await running.desk.content();
  if (!content.ok) throw new Error('the content has mistakes');
  return content;
}

describe('the likely next answers', () => {
  it('to the list of signs is none; one that is ticked needs no pages', async () => {
    const { content } = (await contentOf()).kit;
    const check = { ...start, checked: '' };
    expect(likelyNext(check, content)).toEqual([start]);
    expect(likelyNext({ ...check, sign: ['E1'] }, content)).toEqual([]);
    expect(likelyNext(noAnswers, content)).toEqual([]);
  });

  it('are those to the first questions that are blank', async () => {
    const { content } = (await contentOf()).kit;
    const next = likelyNext({ ...start, age: 'adult' }, content);
    const asked = next.map(({ factors }) => Object.entries(factors).join());
    expect(new Set(asked).size).toBe(asked.length);
    const [first = ''] = Object.keys(next[0]?.factors ?? {});
    expect(asked).toContain(`${first},no`);
    const later = likelyNext({ ...start, age: 'adult', factors: { [first]: 'no' } }, content);
    expect(later.every(({ factors }) => factors[first] === 'no')).toBe(true);
    expect(later.map(({ factors }) => Object.keys(factors).length)).toEqual(later.map(() => 2));
  });
});

/** Counts what is asked of the page while it measures. */
function counting(): { lender: PrinterLender; asked: () => number } {
  let asked = 0;
  const lender: PrinterLender = {
    take: async () => {
      const taken = await printer.take();
      return {
        ...taken,
        withDocument: (use, options) =>
          taken.withDocument(
            (document) =>
              use({
                ...document,
                evaluate: (...probe: Parameters<typeof document.evaluate>) => {
                  asked += 1;
                  return document.evaluate(...probe);
                },
              } as typeof document),
            options,
          ),
      };
    },
    release: async () => undefined,
  };
  return { lender, asked: () => asked };
}

it('a sheet that was measured ahead is printed without measuring, and is the same sheet', async () => {
  const { kit, page } = await contentOf();
  const clock = running.desk.clock();
  const profile = profileOf(start, kit.content, clock.today);
  if (!profile.ok) throw new Error('the profile has mistakes');
  const make = (as: 'measured' | 'pdf', lender: PrinterLender, own = page) =>
    makeHandout({
      ...profile.value,
      content: kit,
      page: own,
      paper: 'Letter',
      notesConfirmed: false,
      clock,
      printer: lender,
      as,
    });
  const ahead = counting();
  const measured = await make('measured', ahead.lender);
  expect(measured).not.toHaveProperty('bytes');
  expect(ahead.asked()).toBeGreaterThan(0);
  const after = counting();
  const printed = await make('pdf', after.lender);
  expect(after.asked()).toBe(0);
  // With nothing known beforehand it is the same to the byte.
  const cold = counting();
  const alone = await make('pdf', cold.lender, { ...page });
  expect(cold.asked()).toBeGreaterThan(0);
  expect(printed.kind === 'made' && alone.kind === 'made' && printed.bytes).toEqual(
    alone.kind === 'made' && alone.bytes,
  );
});
