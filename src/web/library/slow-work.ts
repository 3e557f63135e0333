/** A piece of work that takes seconds of a processor -> its result: what the library leaves to a thread of its own. */

import { type ApprovalRequest, type Approved, approve } from '../../app/approve.ts';
import { type InspectedText, inspectTexts } from '../../app/inspect-texts.ts';
import { type Library, readLibrary } from '../../app/library.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { Fault } from '../../domain/fault.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Settings } from '../../settings.ts';

export type SlowWork =
  | { readonly kind: 'read'; readonly settings: Settings; readonly today: CalendarDate }
  | { readonly kind: 'inspect'; readonly settings: Settings; readonly today: CalendarDate }
  | { readonly kind: 'approve'; readonly settings: Settings; readonly request: ApprovalRequest };

export interface SlowResults {
  readonly read: Library;
  readonly inspect: InspectedText[] | undefined;
  readonly approve: Outcome<Approved>;
}

export async function workSlowly(work: SlowWork): Promise<SlowResults[SlowWork['kind']]> {
  if (work.kind === 'read') return readLibrary(work.settings, work.today);
  if (work.kind === 'inspect') return inspectTexts(work.settings, work.today);
  return approve(work.settings, work.request);
}

/** As it crosses from one thread to another: errors would lose their kind. */
export type Answer =
  | { readonly value: unknown }
  | { readonly fault: { readonly code: Fault['code']; readonly message: string; readonly hint?: string } }
  | { readonly bug: string };

export async function answerTo(work: SlowWork): Promise<Answer> {
  try {
    return { value: await workSlowly(work) };
  } catch (error) {
    if (!(error instanceof Fault)) return { bug: error instanceof Error ? error.name : 'unknown' };
    const { code, message, hint } = error;
    return { fault: { code, message, ...(hint === undefined ? {} : { hint }) } };
  }
}
