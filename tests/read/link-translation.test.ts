/** Protects readers of a translation: safety words that lag behind refuse the language, others are printed with a mark. */

import { readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Content } from '../../src/domain/content.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import type { SharedWords, TopicWords } from '../../src/domain/words.ts';
import { readContentFiles } from '../../src/read/content-files.ts';
import { linkContent } from '../../src/read/read-content.ts';
import { sourceEntries } from '../../src/read/source-entries.ts';
import { type ContentCopy, copyContent } from '../support/content-copy.ts';
import { healthyFactors, profileWith, tailorWith } from '../support/shipped-content.ts';

const topicFile = 'topics/back-muscle-spasm/es.yaml';
let copy: ContentCopy;
beforeEach(() => {
  copy = copyContent();
  write(
    'shared/es.yaml',
    translated<SharedWords>('shared/en.yaml', { language: { tag: 'es', name: 'Espanol' } }),
  );
  write(topicFile, translated<TopicWords>('topics/back-muscle-spasm/en.yaml', {}));
});
afterEach(() => copy.remove());

/** A made-up translation that is up to date: the English with a sign behind each text. */
function translated<W extends SharedWords | TopicWords>(name: string, change: Partial<W>): W {
  const source = parse(readFileSync(copy.path(name), 'utf8')) as W;
  const translation = { from: 'en', by: 'A. Translator', checked_by: 'Dr. B' } as const;
  const of = Object.fromEntries(sourceEntries(source));
  return { ...(spoken(source) as W), translation, of, ...change };
}

/** Conditions and the name of the language are no words. */
function spoken(value: unknown): unknown {
  if (typeof value === 'string') return `${value} (es)`;
  if (Array.isArray(value)) return value.map(spoken);
  const untold = ['when', 'fits', 'language'];
  return Object.fromEntries(
    Object.entries(value as object).map(([key, held]) => [key, untold.includes(key) ? held : spoken(held)]),
  );
}

function write(name: string, words: object): void {
  copy.write(name, stringify(words, { aliasDuplicateObjects: false }));
}

const codes = [
  'stale-translation',
  'untranslated',
  'no-translator',
  'source-not-translated',
  'nothing-to-translate',
  'lost-in-translation',
  'no-source',
];

async function linked(): Promise<{ content: Content; told: Diagnostic[] }> {
  const read = await readContentFiles({ shipped: copy.folder });
  if (!read.ok) throw new Error(read.diagnostics.map((found) => found.message).join('\n'));
  const { content, diagnostics } = linkContent(read.value);
  return { content, told: diagnostics.filter(({ code }) => codes.includes(code)) };
}

function pageOf(content: Content) {
  const profile = profileWith(healthyFactors, { language: 'es', style: 'full' });
  const made = tailorWith(content, profile, { language: 'es' });
  if (made.kind !== 'handout') throw new Error('refused');
  return made.handout;
}

describe('a translation', () => {
  it('that is up to date has nothing to tell, no mark, and names its people', async () => {
    const { content, told } = await linked();
    expect(told).toEqual([]);
    const page = pageOf(content);
    expect(page.translation).toBe('Translated by A. Translator, checked by Dr. B (es)');
    expect(JSON.stringify(page)).not.toContain('"mark"');
  });

  it('of safety words that changed since is an error that says what to write', async () => {
    copy.change('shared/en.yaml', 'Do not put heat on numb skin.', 'Put no heat on numb skin.');
    const { told } = await linked();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ severity: 'error', code: 'stale-translation' });
    expect(told[0]?.message).toContain('`blocks.heat.avoid`');
    expect(told[0]?.hint).toMatch(/write `blocks\.heat\.avoid: '[0-9a-f]{8}'`.*no sheet is made/);
    expect(told[0]?.line).toBeGreaterThan(1);
  });

  it.each([
    ['signs:\n  E1: {lines: [You cannot pee,', 'signs:\n  E1: {lines: [You can not pee,', 'signs.E1'],
    [
      'emergency_title: Call {emergency_number} now',
      'emergency_title: Ring {emergency_number} now',
      'labels.emergency_title',
    ],
    ['medicine: Pain medicine for you', 'medicine: Pills for you', 'sections.medicine'],
  ])('of a sign, a label or a heading is held to the same', async (from, to, entry) => {
    copy.change('shared/en.yaml', from, to);
    const { told } = await linked();
    expect(told.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      expect.stringMatching(new RegExp(`^error .*\`${entry.replace('.', '\\.')}\``)),
    ]);
  });

  it('of a part that teaches is printed with a mark when it has gone stale', async () => {
    copy.change(
      'topics/back-muscle-spasm/en.yaml',
      'In pregnancy and after birth',
      'While pregnant and after birth',
    );
    copy.change(
      'topics/back-muscle-spasm/en.yaml',
      'One cramp lasts seconds or minutes.',
      'A cramp lasts minutes.',
    );
    const { content, told } = await linked();
    expect(told.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    const block = pageOf(content).symptoms?.blocks.find(({ id }) => id === 'symptoms.lasts');
    expect(block).toMatchObject({ mark: 'This part may be out of date. Ask us. (es)' });
    expect(block?.language).toBeUndefined();
    expect(JSON.stringify(block?.paragraphs)).toContain('One cramp lasts seconds');
  });

  it('that lacks a part that teaches prints it in English, marked and with its language', async () => {
    const words = translated<TopicWords>('topics/back-muscle-spasm/en.yaml', {});
    const { 'symptoms.lasts': gone, ...blocks } = words.blocks;
    expect(gone).toBeDefined();
    write(topicFile, { ...words, blocks });
    const { content, told } = await linked();
    expect(told).toMatchObject([{ severity: 'warning', code: 'untranslated' }]);
    const block = pageOf(content).symptoms?.blocks.find(({ id }) => id === 'symptoms.lasts');
    expect(block).toMatchObject({ mark: 'In English (es)', language: 'en' });
    expect(JSON.stringify(block?.paragraphs)).toContain('One cramp lasts');
  });

  it('that lacks safety words is refused', async () => {
    const words = translated<SharedWords>('shared/en.yaml', { language: { tag: 'es', name: 'Espanol' } });
    const { 'heat.avoid': gone, ...blocks } = words.blocks;
    expect(gone).toBeDefined();
    write('shared/es.yaml', { ...words, blocks });
    const read = await readContentFiles({ shipped: copy.folder });
    if (!read.ok) throw new Error('not read');
    const errors = linkContent(read.value).diagnostics.filter(({ code }) => code === 'missing-text');
    expect(errors).toMatchObject([{ severity: 'error', message: 'The block `heat.avoid` has no text here' }]);
  });

  it('that still holds the English counts as missing, whatever its hash says', async () => {
    const words = translated<TopicWords>('topics/back-muscle-spasm/en.yaml', {});
    const source = parse(readFileSync(copy.path('topics/back-muscle-spasm/en.yaml'), 'utf8')) as TopicWords;
    const left = ['symptoms.lasts', 'key.signs'].map((id) => [id, source.blocks[id]]);
    write(topicFile, { ...words, blocks: { ...words.blocks, ...Object.fromEntries(left) } });
    const { content, told } = await linked();
    expect(told.map(({ severity, message }) => `${severity} ${message}`).sort()).toEqual([
      'error `blocks.key.signs` is left in the source language',
      'warning `blocks.symptoms.lasts` is not translated: it is printed in the source language, with a mark',
    ]);
    expect(pageOf(content).symptoms?.blocks.find(({ id }) => id === 'symptoms.lasts')).toMatchObject({
      mark: 'In English (es)',
      language: 'en',
    });
  });

  it('must say who made it, and the source language says nothing of the kind', async () => {
    const { translation, ...words } = translated<TopicWords>('topics/back-muscle-spasm/en.yaml', {});
    write(topicFile, words);
    const english = parse(readFileSync(copy.path('topics/back-muscle-spasm/en.yaml'), 'utf8')) as object;
    write('topics/back-muscle-spasm/en.yaml', { ...english, translation });
    const { told } = await linked();
    expect(told.map(({ code }) => code).sort()).toEqual(['no-translator', 'source-not-translated']);
  });

  it('whose hash is right but that lost words for a case is refused all the same', async () => {
    const words = translated<SharedWords>('shared/en.yaml', { language: { tag: 'es', name: 'Espanol' } });
    const { raised, ...sign } = words.signs.U11 ?? { lines: [], variants: [] };
    expect(raised).toBeDefined();
    write('shared/es.yaml', { ...words, signs: { ...words.signs, U11: sign } });
    expect((await linked()).told).toMatchObject([
      { severity: 'error', code: 'lost-in-translation', message: '`signs.U11.raised` is lost' },
    ]);
  });

  it('of words that are not there is refused: its gaps would print as nothing', async () => {
    rmSync(copy.path('topics/back-muscle-spasm/en.yaml'));
    expect((await linked()).told).toMatchObject([{ severity: 'error', code: 'no-source' }]);
  });
});
