/** The settings -> how far each language is translated, and the lines that a translator has to fill in. */

import { isSafetyBlock, sourceLanguage } from '../domain/translation.ts';
import type { SharedWords, TopicWords } from '../domain/words.ts';
import { type ContentFiles, readContentFiles } from '../read/content-files.ts';
import type { Located } from '../read/located.ts';
import { sourceEntries } from '../read/source-entries.ts';
import type { Settings } from '../settings.ts';

/** One file of words in one language, held against the source language. */
export interface TranslationState {
  readonly file: string;
  readonly language: string;
  readonly by: string;
  readonly checkedBy: string;
  readonly complete: number;
  /** Entries whose source changed, or that do not say what they translate. */
  readonly stale: readonly Entry[];
  readonly missing: readonly Entry[];
  /** Word for word as in the source: names of drugs may be, a sentence hardly. */
  readonly untouched: readonly Entry[];
  /** Named under `of:`, though the source has none of that name. */
  readonly superfluous: readonly string[];
}

interface Entry {
  readonly entry: string;
  /** What to write under `of:` when it is right. */
  readonly of: string;
  /** Without it, no sheet is made in the language. */
  readonly safety: boolean;
}

type Words = Located<SharedWords> | Located<TopicWords>;

/** Undefined when the files can't be read: the check says why. */
export async function translationStates(
  settings: Settings,
  wanted?: string,
): Promise<TranslationState[] | undefined> {
  const read = await readContentFiles({ ...settings.content, clinic: settings.clinic });
  if (!read.ok) return undefined;
  const safe = safetyBlocks(read.value);
  return [read.value, ...read.value.topics.values()].flatMap(({ words }) => {
    const files: ReadonlyMap<string, Words> = words;
    const source = files.get(sourceLanguage);
    if (source === undefined) return [];
    return [...files]
      .filter(([tag]) => tag !== sourceLanguage && (wanted === undefined || tag === wanted))
      .map(([tag, file]) => stateOf(tag, file, source, safe));
  });
}

/** A file of words to start from: every entry in the source language, with the hash that it will be known by. */
export async function translationTemplate(
  settings: Settings,
  tag = 'LANGUAGE',
): Promise<{ readonly name: string; readonly words: object }[] | undefined> {
  const read = await readContentFiles({ ...settings.content, clinic: settings.clinic });
  if (!read.ok) return undefined;
  const named = [
    ['shared', read.value.words.get(sourceLanguage)] as const,
    ...[...read.value.topics].map(
      ([id, topic]) => [`topics/${id}`, topic.words.get(sourceLanguage)] as const,
    ),
  ];
  return named.flatMap(([name, file]) => {
    if (file === undefined) return [];
    // Empty is refused: a name that nobody wrote must not be printed.
    const translation = { from: sourceLanguage, by: '', checked_by: 'nobody yet' };
    const own = 'language' in file.value ? { language: { tag, name: 'ITS OWN NAME' } } : {};
    const of = Object.fromEntries(sourceEntries(file.value));
    return [{ name, words: { translation, ...file.value, ...own, of } }];
  });
}

function stateOf(
  language: string,
  file: Words,
  source: Words,
  safe: (block: string) => boolean,
): TranslationState {
  const own = sourceEntries(file.value);
  const entries = [...sourceEntries(source.value)].map(([entry, of]): Entry => {
    const block = entry.startsWith('blocks.') ? entry.slice('blocks.'.length) : undefined;
    return { entry, of, safety: block === undefined || safe(block) };
  });
  const known = new Set(entries.map(({ entry }) => entry));
  const missing = entries.filter(({ entry }) => !own.has(entry));
  const stale = entries.filter(({ entry, of }) => own.has(entry) && file.value.of?.[entry] !== of);
  return {
    file: file.file,
    language,
    by: file.value.translation?.by ?? 'not told',
    checkedBy: file.value.translation?.checked_by ?? 'not told',
    complete: entries.length - missing.length - stale.length,
    stale,
    missing,
    untouched: entries.filter(({ entry, of }) => own.get(entry) === of),
    superfluous: Object.keys(file.value.of ?? {}).filter((entry) => !known.has(entry)),
  };
}

function safetyBlocks(files: ContentFiles): (block: string) => boolean {
  const blocks = [
    ...files.blocks.value.blocks,
    ...[...files.topics.values()].flatMap((topic) => topic.structure.value.blocks),
  ];
  const safe = new Set(blocks.filter(isSafetyBlock).map((block) => block.id));
  return (block) => safe.has(block);
}
