/** Protects the roster to fill in: it is complete for any rulebook, what it writes is read again, and its samples are never printed as patients. */

import { beforeAll, describe, expect, it } from 'vitest';
import { rosterTemplate } from '../../src/app/roster-template.ts';
import type { Content } from '../../src/domain/content.ts';
import { readRoster } from '../../src/read/roster/read-roster.ts';
import { shippedContent } from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

describe('the roster to fill in', () => {
  it('opens in a spreadsheet, and has a column for every factor', () => {
    const text = rosterTemplate(content, 'en');
    expect(text.startsWith('\ufeffid,name,')).toBe(true);
    expect(text.match(/\r\n/g)).toHaveLength(3);
    const header = text.split('\r\n')[0]?.split(',') ?? [];
    const factors = Object.entries(content.rulebook.factors).filter(([, rule]) => rule.kind !== 'age');
    expect(header).toEqual(expect.arrayContaining(factors.map(([id]) => id)));
  });

  const read = async (text: string) => {
    async function* bytes() {
      yield Buffer.from(text);
    }
    const opened = await readRoster('-', content.rulebook, { standardInput: bytes() });
    expect(opened.diagnostics).toEqual([]);
    const entries = [];
    if (opened.ok) for await (const entry of opened.value) entries.push(entry);
    return entries;
  };

  it('makes no handout of its samples', async () => {
    expect(await read(rosterTemplate(content, 'en'))).toMatchObject([
      { ok: false, diagnostics: [{ code: 'sample-row' }] },
      { ok: false, diagnostics: [{ code: 'sample-row' }] },
    ]);
  });

  it('is a roster itself: one row that answers everything, one with no more than it needs', async () => {
    const entries = await read(rosterTemplate(content, 'en').replaceAll('sample-', 'p'));
    expect(entries).toMatchObject([
      { ok: true, diagnostics: [], job: { id: 'p1' } },
      { ok: true, diagnostics: [], job: { id: 'p2', profile: { factors: {} } } },
    ]);
    const [whole] = entries;
    const answered = whole?.ok ? Object.keys(whole.job.profile.factors) : [];
    expect(answered).toHaveLength(Object.keys(content.rulebook.factors).length - 1);
  });
});
