/** The library -> its table, topic by language: icon, state, reading grade and next check in each cell. */

import type { InspectedText } from '../../app/inspect-texts.ts';
import type { LibraryText, TextState } from '../../app/library-text.ts';
import type { Messages } from '../messages.ts';
import type { KnownLibrary } from './known-library.ts';
import { type Place, placeHref, type Shown } from './place.ts';
import { gradeText } from './reading-words.ts';
import { dayText, monthText, stateWords } from './state-words.ts';

export function tableModel(
  { library, inspected }: KnownLibrary,
  shown: Shown,
  here: Place | undefined,
  messages: Messages,
): object {
  const rows = library.topics.map(({ id, title, codes }) => {
    const cells = library.languages.map(({ tag, name }) => {
      const text = library.texts.find(({ topic, language }) => topic === id && language === tag);
      const base = { tag, name, here: here?.topic === id && here.language === tag };
      if (text === undefined) return { ...base, written: false, needsYou: false };
      const found = inspectedOf(inspected, text);
      return {
        ...base,
        written: true,
        ...stateWords(text, messages),
        line: lineOf(text, found, messages),
        href: placeHref({ topic: id, language: tag }, { ...shown, texts: undefined, done: undefined }),
      };
    });
    const proof = proofOf(inspected, id, messages);
    return { title, codes: codes.join(', ') || messages.text('library.no_code'), cells, proof };
  });
  const needs = rows.filter(({ cells, proof }) => proof.warned || cells.some((cell) => cell.needsYou));
  const chosen = (shown.show === 'needs' ? needs : rows).filter(({ title, codes }) =>
    `${title} ${codes}`.toLowerCase().includes(shown.find.toLowerCase()),
  );
  return {
    heads: library.languages,
    rows: chosen,
    find: shown.find,
    needsOnly: shown.show === 'needs',
    all: rows.length,
    needs: needs.length,
    checking: inspected === 'checking',
  };
}

export function inspectedOf(
  inspected: KnownLibrary['inspected'],
  { topic, language }: LibraryText,
): InspectedText | undefined {
  if (typeof inspected === 'string') return undefined;
  return inspected.find((each) => each.topic === topic && each.language === language);
}

/** A state whose line says what to do, in place of when it is next looked at. */
const doings: readonly TextState[] = ['withdrawn', 'withheld', 'unchecked', 'draft'];

function lineOf(text: LibraryText, found: InspectedText | undefined, messages: Messages): string {
  const { state, review, changes } = text;
  const grade = gradeText(found, messages);
  const next = () => {
    if (state === 'out-of-step') return messages.text('library.changes', { n: changes.length });
    if (doings.includes(state) || review === undefined) return messages.text(`library.line_${state}`);
    return (state === 'overdue' ? dayText : monthText)(review.due, messages);
  };
  return [grade, next()].filter((part) => part !== '').join(' · ');
}

function proofOf(inspected: KnownLibrary['inspected'], topic: string, messages: Messages) {
  const word = (key: string, n = 0) => messages.text(`library.proof_${key}`, { n });
  if (inspected === 'checking') return { icon: 'spinner', word: word('checking'), warned: false };
  if (inspected === 'none') return { icon: 'minus', word: word('none'), warned: false };
  const failing = new Set(
    inspected.filter((each) => each.topic === topic).flatMap(({ unproved }) => unproved),
  );
  if (failing.size === 0) return { icon: 'check', word: word('holds'), warned: false };
  return { icon: 'warn', word: word('fails', failing.size), warned: true };
}
