/** The state of a text -> its icon, its word, and whether it asks for somebody's attention. */

import type { LibraryText, TextState } from '../../app/library-text.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Messages } from '../messages.ts';

const icons: Readonly<Record<TextState, string>> = {
  withdrawn: 'close',
  withheld: 'lock',
  'out-of-step': 'triangle',
  overdue: 'clock',
  approved: 'check',
  unchecked: 'globe',
  draft: 'pencil',
};

const warned: readonly TextState[] = ['withheld', 'out-of-step', 'overdue'];
const waiting: readonly TextState[] = [...warned, 'draft'];

export interface StateWords {
  readonly icon: string;
  readonly word: string;
  /** On honey with a frame of umber. */
  readonly warned: boolean;
  /** What was handed out on the word of a person no longer is, or never was. */
  readonly needsYou: boolean;
}

export function stateWords({ state }: LibraryText, messages: Messages): StateWords {
  return {
    icon: icons[state],
    word: messages.text(`library.state_${state.replaceAll('-', '_')}`),
    warned: warned.includes(state),
    needsYou: waiting.includes(state),
  };
}

export function dayText(date: CalendarDate, messages: Messages): string {
  return dateText(date, messages, { day: 'numeric', month: 'short', year: 'numeric' });
}

export function monthText(date: CalendarDate, messages: Messages): string {
  return dateText(date, messages, { month: 'short', year: 'numeric' });
}

function dateText(date: CalendarDate, { tag }: Messages, form: Intl.DateTimeFormatOptions): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(tag === 'en' ? 'en-US' : tag, {
    ...form,
    timeZone: 'UTC',
  });
}
