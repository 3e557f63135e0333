/** One profile and the kit -> one handout as PDF or HTML, with the trace of why: a batch of one. */

import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Paper } from '../domain/clinic.ts';
import type { TopicContent } from '../domain/content.ts';
import type { Handout } from '../domain/handout.ts';
import { DEFAULT_PAGE_SETTINGS, type PageSettings } from '../domain/page-settings.ts';
import type { Profile } from '../domain/profile.ts';
import type { Refusal, Trace } from '../domain/trace.ts';
import { withFixedDates } from '../finish/fixed-dates.ts';
import { produce, type Stages } from '../pipeline.ts';
import { openPrinter, type Printer } from '../print/printer.ts';
import { createRenderer } from '../render/engine.ts';
import { fontFaceCss, selectFontFaces } from '../render/fonts.ts';
import type { Settings } from '../settings.ts';
import { tailor } from '../tailor/tailor.ts';
import type { ContentKit } from './content-copy.ts';
import type { PageKit } from './kit.ts';

export interface MakeRequest {
  readonly settings: Settings;
  readonly content: ContentKit;
  readonly page: PageKit;
  readonly profile: Profile;
  readonly topic: TopicContent;
  readonly language: string;
  readonly today: CalendarDate;
  readonly paper: Paper;
  /** `trace`: only the reasons, nothing is printed and no browser starts. */
  readonly as: 'pdf' | 'html' | 'trace';
  readonly notesConfirmed: boolean;
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
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
      readonly pages?: number;
      /** By topic, language and content id: never by patient. */
      readonly fileName: string;
    };

/** Beginnings of the PostScript names that may stand in a PDF. */
const shippedFonts = ['AtkinsonHyperlegibleNext', 'NotoSans'];

/** The weights that the styles use. */
const weights = [400, 600, 700, 800];

export async function makeHandout(request: MakeRequest): Promise<Made> {
  const { profile, topic, language, today } = request;
  const about = (fitted: boolean): About => ({
    topic: topic.topic.id,
    language,
    date: today,
    style: profile.style,
    fitted,
  });
  const renderer = createRenderer(texts(request.page.files.templates), texts(request.page.files.styles));
  const tailorWith = (omit: ReadonlySet<string>) =>
    tailor({
      content: request.content.content,
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
  const render = (handout: Handout, settings: PageSettings) =>
    renderWithFonts(renderer, handout, settings, request.page);

  if (request.as !== 'pdf') {
    const tailored = tailorWith(new Set());
    if (tailored.kind === 'refused') return { ...tailored, about: about(false) };
    const { handout, trace } = tailored;
    const html =
      request.as === 'html' ? { bytes: Buffer.from(render(handout, DEFAULT_PAGE_SETTINGS), 'utf8') } : {};
    return { kind: 'made', trace, about: about(false), ...html, fileName: fileName(handout, 'html') };
  }

  // Refusals need no browser.
  const first = tailorWith(new Set());
  if (first.kind === 'refused') return { ...first, about: about(false) };
  const printer = await openPrinter({
    env: request.settings.environment,
    ...(request.settings.browser === undefined ? {} : { executable: request.settings.browser }),
    ...(request.settings.noSandbox ? { sandbox: 'off' as const } : {}),
    allowedFonts: shippedFonts,
    onProgress: request.say,
    signal: request.signal,
  });
  try {
    const produced = await produce(stagesOf(printer, request, tailorWith, render), {
      settings: DEFAULT_PAGE_SETTINGS,
      omit: new Set(),
    });
    if (produced.kind === 'refused') return { ...produced, about: about(false) };
    const { trace, handout, pdf, pages } = produced;
    return { kind: 'made', trace, about: about(true), bytes: pdf, pages, fileName: fileName(handout, 'pdf') };
  } finally {
    await printer.close();
  }
}

function stagesOf(
  printer: Printer,
  request: MakeRequest,
  tailorWith: Stages<undefined>['tailor'],
  render: Stages<undefined>['render'],
): Stages<undefined> {
  return {
    tailor: tailorWith,
    render,
    open: (html, use) =>
      printer.withDocument(html, (document) =>
        use({
          measure: async () => undefined,
          replace: (next) => document.replace(next),
          print: () => document.pdf(),
        }),
      ),
    fit: () => undefined,
    finish: (pdf) => withFixedDates(pdf, request.today),
  };
}

/** Only the font files that this document's characters need go into it. */
function renderWithFonts(
  renderer: ReturnType<typeof createRenderer>,
  handout: Handout,
  settings: PageSettings,
  page: PageKit,
): string {
  const plain = renderer.render(handout, settings, '').normalize('NFC');
  const { faces } = selectFontFaces(plain, page.fonts, weights);
  return renderer.render(handout, settings, fontFaceCss(faces, page.fontBytes)).normalize('NFC');
}

function fileName(handout: Handout, end: string): string {
  return `${handout.topic}_${handout.language}_${handout.contentId.toLowerCase()}.${end}`;
}

function texts(files: ReadonlyMap<string, { text: string }>): Map<string, string> {
  return new Map([...files].map(([name, file]) => [name, file.text]));
}
