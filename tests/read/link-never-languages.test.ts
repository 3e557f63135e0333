/** Protects a clinic that adds a language: its own small list beside ours covers it, and what it forgot is told. */

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import type { Never } from '../../src/domain/never.ts';
import { readContent } from '../../src/read/read-content.ts';
import { contentFolder, shippedContent } from '../support/shipped-content.ts';

const [ours] = (await shippedContent()).never as [Never];
let own: string;
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'handout-language-'));
  cpSync(join(contentFolder, 'shared'), join(own, 'shared'), { recursive: true });
  cpSync(join(contentFolder, 'shared', 'en.yaml'), join(own, 'shared', 'es.yaml'));
});
afterEach(() => rmSync(own, { recursive: true, force: true }));

const es = { es: ['palabra'] };
/** Spanish for every entry of ours, and nothing else. */
function spanish() {
  const { things, phrases, duties, stated } = ours;
  const entries = <T>(all: Record<string, unknown>, value: T) =>
    Object.fromEntries(Object.keys(all).map((id): [string, T] => [id, value]));
  return {
    guards: { es: { before: ['no use'] } },
    things: entries(things, { words: es }),
    phrases: phrases.map(({ id }) => ({ id, patterns: es, why: 'falso', instead: 'otro' })),
    duties: duties.map(({ id }) => ({ id, words: es, why: 'debe decirse' })),
    stated: entries(stated, { patterns: es }),
  };
}

async function notCovered(never: object | undefined): Promise<readonly Diagnostic[]> {
  if (never !== undefined)
    writeFileSync(join(own, 'never.yaml'), stringify(never, { aliasDuplicateObjects: false }));
  const { diagnostics } = await readContent({ shipped: contentFolder, own });
  expect(diagnostics.map(({ code }) => code)).toContain('no-translator');
  return diagnostics.filter(({ code }) => code === 'language-not-covered');
}

describe('a language that only the clinic has', () => {
  it('is covered by a list of its own words, under our ids', async () => {
    expect(await notCovered(spanish())).toEqual([]);
  });

  it('is told for each entry that the list forgot, where that entry stands', async () => {
    const { duties, things, ...rest } = spanish();
    const [left] = duties;
    const given = {
      ...rest,
      things: { ...things, tisana: { words: { es: ['tisana'] } } },
      duties: duties.slice(1),
    };
    const found = await notCovered(given);
    expect(found.map(({ message }) => message.split(',')[0])).toEqual([
      '`things.tisana` has no words in `en`',
      `\`duties.${left?.id}\` has no words in \`es\``,
    ]);
    expect(found[0]?.file).toBe(join(own, 'never.yaml'));
    expect(found[1]?.file).toBe(join(contentFolder, 'never.yaml'));
    expect(found[1]?.hint).toContain('In a folder of your own');
  });

  it('is told for every entry when there is no list', async () => {
    const { things, phrases, duties, stated } = ours;
    const count = [things, phrases, duties, stated].flatMap((all) => Object.keys(all)).length;
    expect(await notCovered(undefined)).toHaveLength(count + 1);
  });
});

it('a name that stands twice in one list is told: one of the two would be lost', async () => {
  rmSync(join(own, 'shared'), { recursive: true });
  const phrase = { id: 'cure', patterns: { en: ['cures it'] }, why: 'untrue', instead: 'eases it' };
  writeFileSync(
    join(own, 'never.yaml'),
    stringify({ phrases: [{ ...phrase }, { ...phrase, patterns: { en: ['heals'] } }] }),
  );
  const { diagnostics } = await readContent({ shipped: contentFolder, own });
  expect(diagnostics.map(({ code }) => code)).toEqual(['duplicate-id']);
});

it('the words of a list that only adds are read: no other key is needed', async () => {
  rmSync(join(own, 'shared'), { recursive: true });
  writeFileSync(
    join(own, 'never.yaml'),
    'pairs:\n  - {id: walks, advise: [heat], with: {severity: severe}, why: our patients fell}\n',
  );
  const read = await readContent({ shipped: contentFolder, own });
  expect(read.ok).toBe(true);
});
