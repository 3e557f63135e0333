/** One text of the library -> all that a reviewer answers for, part by part: as it was and as it is, or beside the words that it translates. */

import type { LibraryText } from '../../app/library-text.ts';
import { sourceLanguage } from '../../domain/translation.ts';
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
          lines: lines.map(({ mark, text: line }) => ({ gone: mark === '-', fresh: mark === '+', line })),
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
    .map(({ id, text: words, source }) => ({ id, words, source: source ?? '' }));
}
