/** Protects the authors: every mistake of every file comes back at once, with its place and a way to mend it. */

import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { readContent } from '../../src/read/read-content.ts';
import { type ContentCopy, copyContent, told } from '../support/content-copy.ts';

let copy: ContentCopy;
beforeEach(() => {
  copy = copyContent();
});
afterEach(() => copy.remove());

async function diagnose(): Promise<readonly Diagnostic[]> {
  const read = await readContent({ shipped: copy.folder });
  expect(read.ok).toBe(false);
  return read.diagnostics;
}

const topic = 'topics/back-muscle-spasm/topic.yaml';
const topicWords = 'topics/back-muscle-spasm/en.yaml';
const blocks = 'shared/blocks.yaml';
const words = 'shared/en.yaml';
const rulebook = 'rulebook.yaml';

describe('what is wrong with the form of a file', () => {
  it('is told for all files at once, each at its place', async () => {
    copy.change(topic, 'section: key-points', 'sectoin: key-points');
    copy.change(topic, "version: '0.1'", 'version: 0.1');
    copy.change(blocks, 'when: {age: child}', 'when: {age: child}\n    when: {age: teen}');
    copy.change(words, 'made_for: Made for', 'made_for: [Made, for]');
    copy.change(rulebook, 'starts: ok', 'starts: okay');
    copy.change('clinic.yaml', 'paper: Letter', 'paper: A5');
    copy.change('figures/walk.yaml', 'facing: 1', 'facing: 2');
    const found = await diagnose();

    expect(told(found, copy.path(topic))).toEqual([
      `${copy.at(topic, 'version: 0.1', 'version: '.length)} wrong-type`,
      `${copy.at(topic, 'sectoin')} unknown-key`,
    ]);
    expect(told(found, copy.path(blocks))).toEqual([`${copy.at(blocks, 'when: {age: teen}')} duplicate-key`]);
    expect(told(found, copy.path(words))).toEqual([`${copy.at(words, '[Made, for]')} wrong-type`]);
    expect(told(found, copy.path(rulebook))).toEqual([`${copy.at(rulebook, 'okay')} not-allowed`]);
    expect(told(found, copy.path('clinic.yaml'))).toEqual([`${copy.at('clinic.yaml', 'A5')} not-allowed`]);
    expect(found.filter(({ file }) => file.endsWith('walk.yaml'))).toHaveLength(1);
    expect(
      found.every(
        ({ hint, code }) =>
          hint !== undefined || code === 'not-allowed' || code === 'wrong-type' || code === 'invalid-value',
      ),
    ).toBe(true);
    expect(found.find(({ code }) => code === 'unknown-key')?.hint).toContain('`section`');
    expect(found.find(({ message }) => message.includes('`version`'))?.hint).toContain('quotes');
  });

  it('of a file that is no YAML is told with the line, beside the other files', async () => {
    copy.change(words, 'made_for: Made for', 'made_for: "Made for');
    copy.change(topicWords, 'key.move: {text:', 'key.move: {txet:');
    const found = await diagnose();
    expect(found.find(({ file }) => file === copy.path(words))).toMatchObject({
      code: 'unclosed-quote',
      line: Number(copy.at(words, '"Made for').split(':')[0]),
    });
    expect(told(found, copy.path(topicWords))).toEqual([`${copy.at(topicWords, 'txet')} unknown-key`]);
  });

  it('of a file that is missing is told by its name', async () => {
    rmSync(copy.path('claims.yaml'));
    rmSync(copy.path('icons.yaml'));
    const found = await diagnose();
    expect(found.map(({ code, file }) => [code, file]).sort()).toEqual([
      ['file-missing', copy.path('claims.yaml')],
      ['file-missing', copy.path('icons.yaml')],
    ]);
  });
});

describe('names that lead nowhere', () => {
  it('are told for all files at once, each at its place, with what was probably meant', async () => {
    copy.change(topic, 'claims: [DEF-13', 'claims: [DEF-99, DEF-13');
    copy.change(topic, 'sources: [NHS, PACE]', 'sources: [NHS, PAEC]');
    copy.change(topic, 'id: back-muscle-spasm', 'id: back-spasm');
    copy.change(topic, "uses: ['*']", "uses: ['*', 'nothing.*']");
    copy.change(topic, 'figures: [back-muscles]', 'figures: [back-muscle]');
    copy.change(topicWords, '  key.move:', '  key.mvoe:');
    copy.change(topicWords, 'Short walks help most people.', 'Call {phnoe}.');
    copy.change(topicWords, '**warning signs.**', '**warning signs.');
    copy.change(blocks, 'when: {pregnancy: pregnant}', 'when: {pregnant: yes}');
    copy.change(blocks, "when: {blood_thinner: 'yes'}", 'when: {blood_thinner: maybe}');
    copy.change(blocks, 'icon: child', 'icon: chlid');
    copy.change(blocks, 'warns: [nsaid_oral]', 'warns: [nsaids_oral]');
    copy.change(words, /\n {2}walk: '[^\n]+/, '');
    copy.change(words, /\n {4}condition: 'On a blood thinner:'/, '');
    copy.change(words, "because: {'yes': you take a muscle relaxant}", 'because: {}');
    copy.change(words, "    because: {'yes': cold can harm you}\n", '');
    copy.change(rulebook, "pattern: 'bed ?rest|", "pattern: 'bed rest(|");
    copy.change(rulebook, 'ticks: {both-legs: E3}', 'ticks: {both-legs: E99}');
    const found = await diagnose();
    const at = (file: string, text: string, code: string, offset = 0) =>
      `${copy.at(file, text, offset)} ${code}`;

    expect(told(found, copy.path(topic)).sort()).toEqual(
      [
        at(topic, 'back-spasm\n', 'wrong-folder'),
        at(topic, "'nothing.*'", 'unknown-block'),
        at(topic, 'DEF-99', 'unknown-claim'),
        at(topic, 'PAEC', 'unknown-source'),
        at(topic, '[back-muscle]', 'unknown-figure', 1),
      ].sort(),
    );
    expect(told(found, copy.path(topicWords)).sort()).toEqual(
      [
        at(topicWords, 'blocks:', 'missing-text'),
        at(topicWords, 'key.mvoe', 'text-without-structure'),
        at(topicWords, "'**Keep moving.** Call {phnoe}.'", 'unknown-term'),
        at(topicWords, "'Know the **warning", 'open-bold'),
      ].sort(),
    );
    expect(told(found, copy.path(blocks)).sort()).toEqual(
      [
        at(blocks, 'pregnant: yes', 'unknown-factor'),
        at(blocks, 'maybe', 'unknown-value'),
        at(blocks, 'chlid', 'unknown-icon'),
        at(blocks, 'nsaids_oral', 'unknown-resource'),
      ].sort(),
    );
    expect(told(found, copy.path(words)).sort()).toEqual(
      [
        at(words, '\nfigures:', 'missing-text', 1),
        at(words, "lines: ['Hit to head", 'missing-text'),
        at(words, '\n  cold_sensitive:', 'missing-text', 3),
        at(words, '\n  muscle_relaxant:', 'missing-text', 3),
      ].sort(),
    );
    expect(told(found, copy.path(rulebook)).sort()).toEqual(
      [at(rulebook, "'bed rest(", 'bad-pattern'), at(rulebook, '{both-legs: E99}', 'unknown-sign')].sort(),
    );

    const hintOf = (code: string) => found.find((one) => one.code === code)?.hint;
    expect(hintOf('unknown-source')).toBe('Did you mean `PACE`?');
    expect(hintOf('unknown-figure')).toBe('Did you mean `back-muscles`?');
    expect(hintOf('text-without-structure')).toBe('Did you mean `key.move`?');
    expect(hintOf('unknown-term')).toBe('Did you mean `{phone}`?');
    expect(hintOf('unknown-icon')).toBe('Did you mean `child`?');
    expect(hintOf('unknown-resource')).toBe('Did you mean `nsaid_oral`?');
    expect(hintOf('wrong-folder')).toBe('Write `id: back-muscle-spasm`');
    expect(found.every(({ hint }) => hint !== undefined)).toBe(true);
  });

  it('a level without a block is told, and `silent` settles it', async () => {
    copy.change(blocks, 'level: avoid\n    warns: [heat]', 'level: ask\n    warns: [heat]');
    const found = await diagnose();
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['level-without-block', 'Nothing would be printed for `heat` at level `avoid`'],
    ]);
    copy.change(rulebook, '  heat:\n    starts: ok\n', '  heat:\n    starts: ok\n    silent: [avoid]\n');
    expect((await readContent({ shipped: copy.folder })).ok).toBe(true);
  });

  it('a block with a condition does not make up for a level', async () => {
    copy.change(
      blocks,
      'level: avoid\n    warns: [heat]',
      'level: avoid\n    when: {age: older}\n    warns: [heat]',
    );
    expect((await diagnose()).map(({ code }) => code)).toEqual(['level-without-block']);
  });

  it('a block that is written twice, has no source, or has no text, is told', async () => {
    copy.change(topic, '- id: key.move\n', '- id: key.better\n');
    copy.change(topic, '    claims: [DEF-14]\n    sources: [IFOMPT]\n', '');
    copy.change(
      topicWords,
      /fact\.common:\n {4}title: [^\n]+\n {4}text: [^\n]+/,
      'fact.common:\n    title: Who?',
    );
    copy.change(blocks, '- id: note.teen\n', '- id: note.child\n');
    const found = await diagnose();
    expect(told(found, copy.path(topic))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/ duplicate-block$/),
        `${copy.at(topic, 'id: key.signs')} no-source`,
      ]),
    );
    expect(told(found, copy.path(blocks))).toEqual([
      `${copy.at(blocks, '- id: note.child\n    section: notes\n    when: {age: teen}', '- id: '.length)} duplicate-block`,
    ]);
    expect(
      found.some(({ code, message }) => code === 'missing-text' && message.includes('fact.common')),
    ).toBe(true);
  });

  it('a locale that is not there is told at the letterhead, with those that are', async () => {
    copy.change('clinic.yaml', 'locale: en-US', 'locale: en-UK');
    expect(await diagnose()).toMatchObject([
      { file: copy.path('clinic.yaml'), code: 'unknown-locale', hint: 'Use one of: en-GB, en-US' },
    ]);
  });

  it('a topic without words, or in a language without shared words, is told', async () => {
    copy.write('topics/back-muscle-spasm/es.yaml', '');
    copy.change('topics/back-muscle-spasm/es.yaml', '', 'title: X\n');
    expect((await diagnose()).every(({ file }) => file.endsWith('es.yaml'))).toBe(true);
    rmSync(copy.path('topics/back-muscle-spasm/es.yaml'));
    rmSync(copy.path(topicWords));
    expect(await diagnose()).toMatchObject([{ file: copy.path(topic), code: 'missing-text' }]);
  });
});

it('the content as shipped has nothing to tell', async () => {
  const read = await readContent({ shipped: copy.folder });
  expect(read).toMatchObject({ ok: true, diagnostics: [] });
});

it('a question may hang on the age or a yes or no, not on another question that is asked only sometimes', async () => {
  copy.change(
    rulebook,
    'asked_when: {age: [teen, adult]}',
    "asked_when: {age: [teen, adult], severity: mild, cancer: 'no'}",
  );
  const found = await diagnose();
  expect(told(found, copy.path(rulebook))).toEqual([
    `${copy.at(rulebook, 'severity: mild')} asked-when-choice`,
  ]);
});
