/** A profile that was settled -> the handout, held for its maker, or why there is none: the one way in which the desk makes pages. */

import type { LoadedContent } from '../app/kit.ts';
import { makeHandout } from '../app/make.ts';
import { unprovedProblems } from '../app/proved-content.ts';
import { rendererFor, renderPage } from '../app/render-page.ts';
import type { ProfileRequest } from '../app/settle-profile.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Paper } from '../domain/clinic.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { Fault } from '../domain/fault.ts';
import type { Refusal, Trace } from '../domain/trace.ts';
import { plainText } from '../render/plain-text.ts';
import type { Desk, DeskContent } from './desk.ts';
import type { HeldSheet } from './held-sheet.ts';

export interface SheetRequest extends ProfileRequest {
  readonly paper: Paper;
  readonly notesConfirmed: boolean;
}

export type MadeSheet =
  | { readonly kind: 'made'; readonly sheet: HeldSheet }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly trace: Trace }
  /** The content may not be printed from: `handout check --safety` says why. */
  | { readonly kind: 'unproved'; readonly problems: readonly Diagnostic[] };

/** Throws `QueueFull` when too many wait. A refusal waits for nobody: a stop must never be late. */
export async function makeSheet(
  desk: Desk,
  { kit, page }: Extract<DeskContent, { ok: true }>,
  asked: SheetRequest,
): Promise<MadeSheet> {
  const clock = desk.clock();
  const { topic, language } = asked;
  const turn = async <T>(print: () => Promise<T>): Promise<T> => {
    const problems = await proofOf(kit, topic.topic.id, language, clock.today);
    if (problems.length > 0) throw new Unproved(problems);
    return desk.queue.run(() => print().catch((error) => (mayHelp(error) ? print() : Promise.reject(error))));
  };
  const request = { ...asked, content: kit, page, clock, printer: desk.printer, turn };
  const made = await makeHandout({ ...request, as: 'pdf' }).catch((error) => {
    if (error instanceof Unproved) return error;
    throw error;
  });
  if (made instanceof Unproved) return { kind: 'unproved', problems: made.problems };
  if (made.kind === 'refused') return { kind: 'refused', refusal: made.refusal, trace: made.trace };
  const { bytes, laidOut, pages, fileName, trace, record } = made;
  if (bytes === undefined || laidOut === undefined || pages === undefined || record === undefined)
    throw new Fault('print-failed', 'No pages came out');
  const { handout, settings } = laidOut;
  return {
    kind: 'made',
    sheet: {
      kit,
      pdf: bytes,
      fileName,
      pages,
      handout,
      settings,
      trace,
      record,
      html: () => renderPage(rendererFor(page), handout, settings, page),
      text: () => plainText(handout),
    },
  };
}

/** The content may not be printed from. */
class Unproved extends Error {
  readonly problems: readonly Diagnostic[];

  constructor(problems: readonly Diagnostic[]) {
    super('unproved');
    this.problems = problems;
  }
}

const proofs = new WeakMap<LoadedContent, Map<string, Promise<readonly Diagnostic[]>>>();

/** Proved once for all who ask at the same time: a proof takes a second in which nobody else is answered. */
export function proofOf(
  kit: LoadedContent,
  topic: string,
  language: string,
  today: CalendarDate,
): Promise<readonly Diagnostic[]> {
  const known = proofs.get(kit) ?? new Map<string, Promise<readonly Diagnostic[]>>();
  proofs.set(kit, known);
  const entry = `${topic}/${language}`;
  const proof = known.get(entry) ?? unprovedProblems(kit.content, topic, language, today, kit.proof);
  known.set(entry, proof);
  return proof;
}

/** A browser that died is started anew by whoever asks next, and a page that did not answer is another one then. */
function mayHelp(error: unknown): boolean {
  return error instanceof Fault && error.retryable;
}
