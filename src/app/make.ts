/** One profile and the kit -> one handout as PDF, HTML or plain text, with the trace of why: a batch of one. */

import { type CalendarDate, compareDates } from '../domain/calendar-date.ts';
import type { Paper } from '../domain/clinic.ts';
import type { TopicContent } from '../domain/content.ts';
import type { Handout } from '../domain/handout.ts';
import type { HandoutRecord, ReviewOverride } from '../domain/handout-record.ts';
import { DEFAULT_PAGE_SETTINGS, type PageSettings } from '../domain/page-settings.ts';
import { paperSizeOf } from '../domain/paper-size.ts';
import type { Profile } from '../domain/profile.ts';
import type { Block } from '../domain/topic.ts';
import type { Refusal, Trace } from '../domain/trace.ts';
import { withFixedDates } from '../finish/fixed-dates.ts';
import type { Drop } from '../fit/drop-blocks.ts';
import { fit as fitPage, needsLastResorts } from '../fit/fit.ts';
import { footOfSigns } from '../fit/foot-of-signs.ts';
import type { Measurements } from '../fit/measurements.ts';
import { produce, type Stages } from '../pipeline.ts';
import type { PrintDocument } from '../print/print-document.ts';
import type { Printer } from '../print/printer.ts';
import { plainText } from '../render/plain-text.ts';
import { pastDue } from '../review/past-due.ts';
import { type Tailored, tailor } from '../tailor/tailor.ts';
import type { ClockTime } from './clock.ts';
import type { ContentKit } from './content-copy.ts';
import type { PrinterLender } from './early-printer.ts';
import type { PageKit } from './kit.ts';
import { measureSheet } from './measure-sheet.ts';
import { recordOf } from './record-made.ts';
import { rendererFor, renderPage } from './render-page.ts';
import { type StageTimes, timed } from './stage-times.ts';

export interface MakeRequest {
  readonly content: ContentKit;
  readonly page: PageKit;
  readonly profile: Profile;
  readonly topic: TopicContent;
  readonly language: string;
  readonly today: CalendarDate;
  readonly paper: Paper;
  /** `trace`: only the reasons, and no browser starts. `measured`: only what makes the PDF of it quicker afterwards. */
  readonly as: 'pdf' | 'html' | 'text' | 'trace' | 'measured';
  readonly notesConfirmed: boolean;
  /** When it is made: a sheet dated back, or ahead, gets round no due date. */
  readonly clock: ClockTime;
  /** Who answers for a text whose review is overdue. */
  readonly override?: ReviewOverride | undefined;
  /** Taken only when something is printed. */
  readonly printer: PrinterLender;
  /** What prints waits for its turn, and may be done once more; a refusal waits for nobody. */
  readonly turn?: <T>(print: () => Promise<T>) => Promise<T>;
  /** Where the times of the stages are added up. */
  readonly times?: StageTimes | undefined;
}

export interface About {
  readonly topic: string;
  readonly language: string;
  readonly date: string;
  readonly style: string;
  /** Whether blocks without room on two sides are already marked as hidden. */
  readonly fitted: boolean;
}

export type Made =
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly trace: Trace; readonly about: About }
  | {
      readonly kind: 'made';
      readonly trace: Trace;
      readonly about: About;
      /** Absent when only the trace was asked for. */
      readonly bytes?: Uint8Array;
      /** Of the bytes; with the override, where one was needed. */
      readonly record?: HandoutRecord;
      /** By topic, language and content id: never by patient. */
      readonly fileName: string;
      /** Of a PDF. */
      readonly pages?: number;
      /** Of a PDF: what it was printed from. */
      readonly laidOut?: { readonly handout: Handout; readonly settings: PageSettings };
    };

export async function makeHandout(request: MakeRequest): Promise<Made> {
  const { profile, topic, language, today } = request;
  const about = (fitted: boolean): About => ({
    topic: topic.topic.id,
    language,
    date: today,
    style: profile.style,
    fitted,
  });
  const renderer = rendererFor(request.page);
  const { content } = request.content;
  const judged = compareDates(today, request.clock.today) < 0 ? request.clock.today : today;
  const review = content.reviews.get(`${topic.topic.id}/${language}`);
  const late = pastDue(review, judged, content.clinic.past_due);
  const override = late?.refusal === undefined ? undefined : request.override;
  const tailorWith = (omit: ReadonlySet<string>): Tailored => {
    const tailored = tailor({
      content,
      drawings: request.content.drawings,
      topic,
      language,
      profile,
      today,
      paper: request.paper,
      omit,
      canPrint: request.page.canPrint,
      notesConfirmed: request.notesConfirmed,
    });
    if (late === undefined) return tailored;
    const trace = { ...tailored.trace, warnings: [...tailored.trace.warnings, late.warning] };
    return tailored.kind === 'refused' || late.refusal === undefined || override !== undefined
      ? { ...tailored, trace }
      : { kind: 'refused', refusal: late.refusal, trace };
  };
  const finished = (handout: Handout, bytes: Uint8Array) => ({
    bytes,
    record: recordOf(handout, bytes, content, request.clock.moment, override),
  });
  const render = (handout: Handout, settings: PageSettings) =>
    renderPage(renderer, handout, settings, request.page);

  if (request.as !== 'pdf' && request.as !== 'measured') {
    const tailored = tailorWith(new Set());
    if (tailored.kind === 'refused') return { ...tailored, about: about(false) };
    const { handout, trace } = tailored;
    const made = { kind: 'made', trace, about: about(false) } as const;
    if (request.as === 'trace') return { ...made, fileName: fileName(handout, 'pdf') };
    const text = request.as === 'text' ? plainText(handout) : render(handout, DEFAULT_PAGE_SETTINGS);
    const name = fileName(handout, request.as === 'text' ? 'txt' : 'html');
    return { ...made, ...finished(handout, Buffer.from(text, 'utf8')), fileName: name };
  }

  // Refusals need no browser.
  const tailorFirst = () => tailorWith(new Set());
  const first = request.times?.during('tailor', tailorFirst) ?? tailorFirst();
  if (first.kind === 'refused') return { ...first, about: about(false) };
  const print = async (): Promise<Made> => {
    const printer = await request.printer.take();
    try {
      const tailorAgain = (omit: ReadonlySet<string>) => (omit.size === 0 ? first : tailorWith(omit));
      const stages = stagesOf(printer, request, tailorAgain, render);
      if (request.as === 'measured') {
        await stages.open((page) => page.measure(render(first.handout, DEFAULT_PAGE_SETTINGS)));
        return {
          kind: 'made',
          trace: first.trace,
          about: about(false),
          fileName: fileName(first.handout, 'pdf'),
        };
      }
      const produced = await produce(timed(stages, request.times));
      if (produced.kind === 'refused') return { ...produced, about: about(false) };
      const { trace, handout, pdf } = produced;
      return {
        kind: 'made',
        trace,
        about: about(true),
        ...finished(handout, pdf),
        pages: produced.pages,
        laidOut: { handout, settings: produced.settings },
        fileName: fileName(handout, 'pdf'),
      };
    } finally {
      await request.printer.release(printer);
    }
  };
  return request.turn === undefined ? print() : request.turn(print);
}

/** In mm: less than a pixel, and no line. */
const sameLine = 0.2;

function stagesOf(
  printer: Printer,
  request: MakeRequest,
  tailorWith: Stages<Measurements>['tailor'],
  render: Stages<Measurements>['render'],
): Stages<Measurements> {
  const { paper, topic } = request;
  const drops = dropsOf(topic.blocks, request.profile);
  const { liveWidth, liveFirst } = paperSizeOf(paper);
  const droppable = drops.map(({ id }) => id);
  const measure = async (document: PrintDocument, html: string) => {
    const sheet = { html, paper, page: request.page, droppable };
    const measured = await measureSheet(document, { ...sheet, lastResorts: false });
    return needsLastResorts(measured, drops, paper)
      ? measureSheet(document, { ...sheet, lastResorts: true })
      : measured;
  };
  return {
    tailor: tailorWith,
    render,
    open: (use) =>
      printer.withDocument((document) =>
        use({
          measure: (html) => measure(document, html),
          load: (html) => document.load(html),
          print: () => document.pdf(),
          signsOnPageOne: async () => {
            const foot = await document.evaluate(footOfSigns, liveWidth);
            return foot !== null && foot <= liveFirst + sameLine;
          },
        }),
      ),
    fit: (measured, reserve) => fitPage(measured, drops, paper, reserve),
    finish: (pdf) => withFixedDates(pdf, request.today),
    ownTemplates: !request.page.shipped,
  };
}

/** The full style is for those who want it all: no move and no advice goes, only what it says elsewhere too. */
const fullMayDrop = new Set(['facts', 'teach-back', 'daily-life', 'notes']);

function dropsOf(blocks: readonly Block[], { style, parts }: Profile): Drop[] {
  const kept = new Set(parts?.keep);
  return blocks.flatMap(({ id, drop, section }) =>
    drop === undefined || kept.has(id) || (style === 'full' && !fullMayDrop.has(section))
      ? []
      : [{ id, drop }],
  );
}

function fileName(handout: Handout, end: string): string {
  return `${handout.topic}_${handout.language}_${handout.contentId.toLowerCase()}.${end}`;
}
