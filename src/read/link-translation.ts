/** The words of one language and of the source language -> what is untranslated or has gone stale: an error where safety hangs on it, else a mark for the page. */

import { type Diagnostic, errorAt, type Place, warningAt } from '../domain/diagnostic.ts';
import type { Block } from '../domain/topic.ts';
import { isSafetyBlock, sourceLanguage, type TranslationMark } from '../domain/translation.ts';
import type { BlockText, SharedWords, TopicWords } from '../domain/words.ts';
import type { FieldPath } from './field-path.ts';
import { lostBetween } from './link-translated-shape.ts';
import { textsIn } from './link-words.ts';
import type { Located } from './located.ts';
import { sourceEntries } from './source-entries.ts';

export interface LinkedTranslation<W> {
  /** With the source's words where a part that teaches has none. */
  readonly words: W;
  readonly marks: Readonly<Record<string, TranslationMark>>;
  readonly diagnostics: readonly Diagnostic[];
}

type Words = SharedWords | TopicWords;

/** `source` is missing for a topic that was written in another language alone: it may not say that it translates. */
export function linkTranslation<W extends Words>(
  tag: string,
  file: Located<W>,
  source: Located<W> | undefined,
  blocks: readonly Block[],
): LinkedTranslation<W> {
  const { value: words } = file;
  if (tag === sourceLanguage) return { words, marks: {}, diagnostics: noTranslation(file) };
  if (source === undefined) return { words, marks: {}, diagnostics: noSource(file) };
  const problems: Diagnostic[] = [];
  if (words.translation === undefined) {
    problems.push(
      errorAt(
        file.place([]),
        'no-translator',
        'It does not say who translated these words, and who checked them',
        `Add \`translation: {from: ${sourceLanguage}, by: NAME, checked_by: NAME}\`; \`checked_by: nobody yet\` is an honest answer`,
      ),
    );
  }
  const safe = new Set(blocks.filter(isSafetyBlock).map((block) => block.id));
  const own = sourceEntries(words);
  const marks: Record<string, TranslationMark> = {};
  const filled: Record<string, BlockText> = { ...words.blocks };
  for (const [entry, hash] of sourceEntries(source.value)) {
    const block = blockOf(entry);
    const teaches = block !== undefined && !safe.has(block);
    if (!own.has(entry)) {
      // Missing words that safety hangs on are told where the language is held against the structure.
      const text = block === undefined ? undefined : source.value.blocks[block];
      if (!teaches || block === undefined || text === undefined) continue;
      marks[block] = 'missing';
      filled[block] = text;
      problems.push(untranslated(entry, hash, file.place(['blocks'], 'key'), true));
      continue;
    }
    if (own.get(entry) === hash && isLeft(tag, valueAt(words, placeOf(entry)))) {
      if (teaches) marks[block] = 'missing';
      problems.push(untranslated(entry, hash, file.place(placeOf(entry)), teaches));
      continue;
    }
    const translated = words.of?.[entry];
    if (translated === hash) {
      problems.push(...lost(entry, source.value, file, teaches));
      continue;
    }
    if (teaches) marks[block] = 'stale';
    problems.push(staleness(entry, hash, translated, teaches, file));
  }
  return {
    words: { ...words, blocks: filled },
    marks,
    diagnostics: [...problems, ...leftOver(file, source)],
  };
}

function untranslated(entry: string, hash: string, place: Place, teaches: boolean): Diagnostic {
  const write = `Translate it, and write \`${entry}: '${hash}'\` under \`of:\``;
  if (!teaches) {
    const message = `\`${entry}\` is left in the source language`;
    return errorAt(place, 'untranslated', message, `${write}. Until then no sheet is made.`);
  }
  const message = `\`${entry}\` is not translated: it is printed in the source language, with a mark`;
  return warningAt(place, 'untranslated', message, write);
}

/** Names and short labels may be the same in two languages; a whole sentence is not, but in two forms of one language. */
function isLeft(tag: string, value: unknown): boolean {
  if (tag.split('-')[0] === sourceLanguage) return false;
  const words = textsIn(value).flatMap(({ text }) => text.replace(/\{[^}]*\}/g, '').match(/\p{L}+/gu) ?? []);
  return words.length > 5;
}

function staleness(
  entry: string,
  hash: string,
  translated: string | undefined,
  teaches: boolean,
  file: Located<Words>,
): Diagnostic {
  const say = teaches ? warningAt : errorAt;
  const path: FieldPath = translated === undefined ? placeOf(entry) : ['of', entry];
  const message =
    translated === undefined
      ? `\`${entry}\` does not say which source words it translates`
      : `The source words of \`${entry}\` changed since they were translated`;
  const after = teaches ? '' : ' Until then no sheet is made.';
  const hint = `Hold it against the source words, translate anew what changed, then write \`${entry}: '${hash}'\` under \`of:\`.${after}`;
  return say(file.place(path), 'stale-translation', message, hint);
}

/** The hash says which words were translated, not that all of them were. */
function lost(entry: string, source: Words, file: Located<Words>, teaches: boolean): Diagnostic[] {
  const say = teaches ? warningAt : errorAt;
  const path = placeOf(entry);
  return lostBetween(valueAt(source, path), valueAt(file.value, path), path).map(({ path: at, message }) =>
    say(
      file.place(at),
      'lost-in-translation',
      message,
      'Only the words may differ: build it as the source is',
    ),
  );
}

/** Entries that say what they translate, though nothing of that name is there to be translated. */
function leftOver(file: Located<Words>, source: Located<Words>): Diagnostic[] {
  const known = sourceEntries(source.value);
  return Object.keys(file.value.of ?? {})
    .filter((entry) => !known.has(entry))
    .map((entry) =>
      warningAt(
        file.place(['of', entry]),
        'nothing-to-translate',
        `The source has no \`${entry}\``,
        'Remove the line',
      ),
    );
}

function noTranslation(file: Located<Words>): Diagnostic[] {
  const { translation, of } = file.value;
  if (translation === undefined && of === undefined) return [];
  const path = translation === undefined ? ['of'] : ['translation'];
  const hint = 'Remove it: only the other languages say what they translate';
  return [errorAt(file.place(path), 'source-not-translated', 'The source language translates nothing', hint)];
}

/** Gaps would be filled from nowhere, and print as nothing. */
function noSource(file: Located<Words>): Diagnostic[] {
  if (file.value.translation === undefined) return [];
  const message = `There are no words in \`${sourceLanguage}\` that these could translate`;
  const hint = `Add \`${sourceLanguage}.yaml\` beside it; or remove \`translation:\` and \`of:\` if it was written in this language first`;
  return [errorAt(file.place(['translation']), 'no-source', message, hint)];
}

function blockOf(entry: string): string | undefined {
  return entry.startsWith('blocks.') ? entry.slice('blocks.'.length) : undefined;
}

/** `blocks.heat.ok` stands at `blocks`, then `heat.ok`: names may hold dots. */
function placeOf(entry: string): FieldPath {
  const [map = '', ...rest] = entry.split('.');
  return rest.length === 0 ? [map] : [map, rest.join('.')];
}

function valueAt(words: Words, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string, unknown>>)[step]
        : undefined,
    words,
  );
}
