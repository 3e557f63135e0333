/** A copy of the shipped content with a made-up second language: the English with a sign behind each text, every part up to date. */

import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { SharedWords, TopicWords } from '../../src/domain/words.ts';
import { sourceEntries } from '../../src/read/source-entries.ts';
import type { ContentCopy } from './content-copy.ts';

export function addLanguage(copy: ContentCopy, tag: string, checkedBy = 'Dr Sample'): void {
  const add = (folder: string, change: object) => {
    const source = parse(readFileSync(copy.path(`${folder}/en.yaml`), 'utf8')) as SharedWords | TopicWords;
    const translation = { from: 'en', by: 'A. Translator', checked_by: checkedBy };
    const words = {
      ...(spoken(source) as object),
      translation,
      of: Object.fromEntries(sourceEntries(source)),
      ...change,
    };
    copy.write(`${folder}/${tag}.yaml`, stringify(words, { aliasDuplicateObjects: false }));
  };
  add('shared', { language: { tag, name: 'Espanol' } });
  add('topics/back-muscle-spasm', {});
  // What no sheet may say has words of each language.
  const never = parse(readFileSync(copy.path('never.yaml'), 'utf8')) as object;
  copy.write('never.yaml', stringify(doubled(never, tag), { aliasDuplicateObjects: false }));
}

/** Wherever there is English, the language has the same. */
function doubled(value: unknown, tag: string): unknown {
  if (Array.isArray(value)) return value.map((each) => doubled(each, tag));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, held]) => [key, doubled(held, tag)]);
  const all = Object.fromEntries(entries);
  return 'en' in value ? { ...all, [tag]: all['en'] } : all;
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
