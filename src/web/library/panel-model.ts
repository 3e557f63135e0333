/** One text of the library -> the panel beside the table: what is wrong, what is known, and the forms to sign off and to withdraw. */

import { nextYear } from '../../app/approve.ts';
import type { InspectedText } from '../../app/inspect-texts.ts';
import type { LibraryText } from '../../app/library-text.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { sourceLanguage } from '../../domain/translation.ts';
import type { Messages } from '../messages.ts';
import type { SignForm, WithdrawForm } from './decisions.ts';
import type { KnownLibrary } from './known-library.ts';
import { placeHref, type Shown } from './place.ts';
import { readingText } from './reading-words.ts';
import { dayText, stateWords } from './state-words.ts';
import { inspectedOf } from './table-model.ts';

/** What a form that was sent came to, when it did not do what it should. */
export interface Trouble {
  readonly form: 'sign' | 'withdraw' | 'pdf';
  readonly says: string;
  readonly list: readonly string[];
}

export interface PanelRequest {
  readonly text: LibraryText;
  readonly known: KnownLibrary;
  readonly shown: Shown;
  readonly today: CalendarDate;
  /** Whether the clinic has a content folder of its own: decisions are written there and nowhere else. */
  readonly ownFolder: boolean;
  readonly trouble?: Trouble | undefined;
  readonly sign?: SignForm | undefined;
  readonly withdraw?: WithdrawForm | undefined;
  readonly messages: Messages;
}

export function panelModel(request: PanelRequest): object {
  const { text, known, shown, today, ownFolder, trouble, sign, withdraw, messages } = request;
  const { topic, language, title, state, changes, parts, hash, errors } = text;
  const place = { topic, language };
  const quiet = { ...shown, texts: undefined, done: undefined };
  const found = inspectedOf(known.inspected, text);
  const changed = changes.length > 0;
  const texts = changed ? ('changed' as const) : ('all' as const);
  return {
    topic,
    language,
    title,
    languageName: known.library.languages.find(({ tag }) => tag === language)?.name ?? language,
    ...stateWords(text, messages),
    says: stateText(text, messages),
    errors: told(errors.length > 0 ? errors : state === 'withheld' ? known.library.errors : []),
    close: placeHref(undefined, quiet),
    facts: factsOf(text, known, found, messages),
    unproved: found?.unproved ?? [],
    changed,
    see: placeHref(place, { ...quiet, texts }),
    seeAll: placeHref(place, { ...quiet, texts: 'all' }),
    sideBySide: language !== sourceLanguage,
    done: shown.done !== undefined && trouble === undefined && state !== 'withdrawn',
    signAction: placeHref(place, quiet, '/sign'),
    withdrawAction: placeHref(place, quiet, '/withdraw'),
    pdfAction: placeHref(place, quiet, '/pdf'),
    signTrouble: trouble?.form === 'sign' ? trouble : undefined,
    withdrawTrouble: trouble?.form === 'withdraw' ? trouble : undefined,
    pdfTrouble: trouble?.form === 'pdf' ? trouble : undefined,
    ownFolder,
    mayBeSigned: state !== 'withdrawn',
    sign: { by: sign?.by ?? '', due: sign?.due ?? nextYear(today), least: today, shown: hash },
    iRead: messages.text(changed ? 'library.i_read_changed' : 'library.i_read_all', {
      n: changed ? changes.length : parts.length,
    }),
    mayBeWithdrawn: state !== 'withdrawn',
    withdraw: {
      by: withdraw?.by ?? '',
      reason: withdraw?.reason ?? '',
      all: (withdraw?.where ?? (language === sourceLanguage ? 'all' : 'this')) === 'all',
      open: trouble?.form === 'withdraw',
    },
  };
}

export function told(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set(diagnostics.map(({ message, hint }) => (hint ? `${message}. ${hint}` : message)))].slice(
    0,
    5,
  );
}

function stateText(text: LibraryText, messages: Messages): string {
  const { state, review, refused, withdrawal, topic, language } = text;
  const word = (key: string, more: object = {}) => messages.text(`library.${key}`, { ...more });
  if (state === 'withdrawn' && withdrawal !== undefined) {
    const lang = withdrawal.language === undefined ? '' : ` --lang ${withdrawal.language}`;
    return word('says_withdrawn', {
      reason: withdrawal.reason,
      day: dayText(withdrawal.date, messages),
      command: `handout withdraw ${topic}${lang} --lift --reason TEXT`,
    });
  }
  if (state === 'overdue' && review !== undefined)
    return word(refused ? 'says_refused' : 'says_overdue', { day: dayText(review.due, messages) });
  if (state === 'approved' && review !== undefined)
    return word('says_approved', { day: dayText(review.due, messages) });
  return word(`says_${state.replaceAll('-', '_')}`, { language });
}

interface Fact {
  readonly name: string;
  readonly text: string;
  readonly changes: boolean;
  readonly warned: boolean;
}

function factsOf(
  { changes, review, translation, topic, language }: LibraryText,
  known: KnownLibrary,
  found: InspectedText | undefined,
  messages: Messages,
): Fact[] {
  const word = (key: string, more: object = {}) => messages.text(`library.${key}`, { ...more });
  const fact = (key: string, text: string, more: Partial<Fact> = {}): Fact => ({
    name: word(`fact_${key}`),
    text,
    changes: false,
    warned: false,
    ...more,
  });
  const checking = word(known.inspected === 'checking' ? 'proof_checking' : 'proof_none');
  const safety = changes.filter((change) => change.safety).length;
  const proof =
    found === undefined
      ? checking
      : word(found.unproved.length === 0 ? 'proof_holds' : 'proof_fails', { n: found.unproved.length });
  const hands = found?.byHand;
  return [
    ...(changes.length === 0
      ? []
      : [fact('changed', word('changed_texts', { n: changes.length, safety }), { changes: true })]),
    fact('grade', found === undefined ? checking : readingText(found, messages)),
    fact('proof', `**${proof}**`, { warned: (found?.unproved.length ?? 0) > 0 }),
    fact(
      'by_hand',
      hands === undefined
        ? checking
        : word(hands.answered === hands.of ? 'hand_all' : 'hand_some', {
            n: hands.answered,
            of: hands.of,
            command: `handout appraise ${topic} --lang ${language}`,
          }),
    ),
    ...(translation === undefined
      ? []
      : [fact('translated', word('translated_by', { by: translation.by, checked: translation.checked_by }))]),
    fact(
      'signed',
      review === undefined
        ? word('never_signed')
        : word('signed_by', { day: dayText(review.date, messages), by: review.by }),
    ),
  ];
}
