/** One text of the library -> all that a reviewer answers for, part by part: as it was and as it is, or beside the words that it translates. */

import type { LibraryText } from '../../app/library-text.ts';
import { sourceLanguage } from '../../domain/translation.ts';
import type { DiffLine } from '../../review/line-diff.ts';
import type { Messages } from '../messages.ts';
import { placeHref, type Shown } from './place.ts';

/** Undefined when the table is shown. */
export function textsModel(text: LibraryText, shown: Shown, messages: Messages): object | undefined {
  if (shown.texts === undefined) return undefined;
  const { topic, language, changes, parts } = text;
  const place = { topic, language };
  const onlyChanged = shown.texts === 'changed' && changes.length > 0;
  const translated = language !== sourceLanguage;
  return {
    back: placeHref(place, { ...shown, texts: undefined }),
    onlyChanged,
    other: placeHref(place, { ...shown, texts: onlyChanged ? 'all' : 'changed' }),
    mayBeOnlyChanged: changes.length > 0,
    language,
    translated,
    heading: onlyChanged
      ? messages.text('library.changes', { n: changes.length })
      : messages.text('library.texts', { n: parts.length }),
    changes: onlyChanged
      ? changes.map(({ id, kind, safety, lines }) => ({
          id,
          kind: messages.text(`library.change_${kind}`),
          safety,
          lines: nearChanges(lines).map(({ mark, text: line }) => ({
            gone: mark === '-',
            fresh: mark === '+',
            line,
          })),
        }))
      : [],
    groups: onlyChanged
      ? []
      : [
          { own: true, heading: messages.text('library.own_texts'), parts: wordsOf(parts, true) },
          { own: false, heading: messages.text('library.shared_texts'), parts: wordsOf(parts, false) },
        ],
  };
}

function wordsOf(parts: LibraryText['parts'], own: boolean): object[] {
  return parts
    .filter((part) => part.own === own)
    .map(({ id, text, source = '' }) => ({ id, ...readable(text), source: readable(source) }));
}

/** A person reads the words first; the rules that they stand under come small, after them. */
function readable(text: string): { readonly words: string; readonly rules: string } {
  const lines = text.split('\n');
  const start = lines.indexOf('words:');
  if (start < 0) return { words: text, rules: '' };
  const after = lines.findIndex((line, index) => index > start && !line.startsWith('  '));
  const end = after < 0 ? lines.length : after;
  return {
    words: lines
      .slice(start + 1, end)
      .map((line) => line.slice(2))
      .join('\n'),
    rules: [...lines.slice(0, start), ...lines.slice(end)].join('\n'),
  };
}

/** Changed lines with one before and after. */
function nearChanges(lines: readonly DiffLine[]): DiffLine[] {
  const changed = (at: number) => lines[at] !== undefined && lines[at].mark !== ' ';
  return lines.filter((_, index) => [index - 1, index, index + 1].some(changed));
}
