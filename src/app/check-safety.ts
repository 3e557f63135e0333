/** The settings -> the proof over every combination, the sample that checks it, the mutants, and how long each took. */

import { pageTexts } from '../check/page-texts.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content } from '../domain/content.ts';
import { type Diagnostic, hasErrors } from '../domain/diagnostic.ts';
import type { Drawing } from '../domain/drawing.ts';
import type { Handout } from '../domain/handout.ts';
import { mergedNever } from '../domain/never.ts';
import { DEFAULT_PAGE_SETTINGS } from '../domain/page-settings.ts';
import { type Style, styleSchema } from '../domain/topic.ts';
import { drawFigure } from '../draw/figure.ts';
import type { Breach } from '../prove/breach.ts';
import { passagesOf } from '../prove/passages.ts';
import { type ProvedKind, proveAll } from '../prove/prove.ts';
import { proveRefusals } from '../prove/prove-refusals.ts';
import { sample } from '../prove/sample.ts';
import { sheetModel } from '../prove/sheet-model.ts';
import { profileSpace } from '../prove/truth-of.ts';
import { type TriedMutant, tryMutants } from '../prove/try-mutants.ts';
import { readContentFiles } from '../read/content-files.ts';
import { linkContent } from '../read/read-content.ts';
import type { Settings } from '../settings.ts';
import { traceClaims } from './claim-parts.ts';
import { loadPageKit } from './kit.ts';
import { rendererFor } from './render-page.ts';

export interface SafetyRequest {
  /** Whole random profiles, shared out among the kinds of sheet. */
  readonly sampled: number;
  readonly seed: number;
  readonly today: CalendarDate;
  /** Seconds from some fixed point: the clock stays outside. */
  readonly seconds: () => number;
}

export interface SampledKind {
  readonly topic: string;
  readonly language: string;
  readonly style: Style;
  readonly profiles: number;
  readonly pages: number;
  readonly breaches: readonly Breach[];
}

export interface TriedTopic {
  readonly topic: string;
  readonly language: string;
  readonly tried: readonly TriedMutant[];
}

export interface SafetyResult {
  /** The content that was proved; absent when it has mistakes of its own, which come first. */
  readonly content?: Content;
  /** Mistakes in the content, and claims that don't trace. */
  readonly diagnostics: readonly Diagnostic[];
  readonly kinds: readonly ProvedKind[];
  readonly refusals: { readonly tried: number; readonly breaches: readonly Breach[] };
  readonly samples: readonly SampledKind[];
  readonly mutants: readonly TriedTopic[];
  readonly seconds: { readonly proof: number; readonly sample: number; readonly mutants: number };
}

export async function checkSafety(settings: Settings, request: SafetyRequest): Promise<SafetyResult> {
  const nothing = {
    kinds: [],
    refusals: { tried: 0, breaches: [] },
    samples: [],
    mutants: [],
    seconds: { proof: 0, sample: 0, mutants: 0 },
  };
  const read = await readContentFiles({ ...settings.content, clinic: settings.clinic });
  if (!read.ok) return { ...nothing, diagnostics: read.diagnostics };
  const { content, diagnostics } = linkContent(read.value);
  const found = [...read.diagnostics, ...diagnostics];
  if (hasErrors(found)) return { ...nothing, diagnostics: found };
  const start = request.seconds();
  const kinds = proveAll(content);
  const refusals = refusalsOf(content, request.today);
  const proved = request.seconds();
  const samples = samplesOf(content, settings, request);
  const sampled = request.seconds();
  const mutants = mutantsOf(content, request.today);
  return {
    content,
    diagnostics: [...found, ...traceClaims(read.value).diagnostics],
    kinds,
    refusals,
    samples,
    mutants,
    seconds: { proof: proved - start, sample: sampled - proved, mutants: request.seconds() - sampled },
  };
}

/** Nothing is broken, nothing is untraced, and no rule may be weakened without the proof's seeing it. */
export function isSafe(result: SafetyResult): boolean {
  return (
    !hasErrors(result.diagnostics) && breachesOf(result).length === 0 && unexplained(result).length === 0
  );
}

/** Each once, though it may show in several kinds of sheet and in many of the sample. */
export function breachesOf({ kinds, refusals, samples }: SafetyResult): Breach[] {
  const all = [
    ...kinds.flatMap((kind) => kind.breaches),
    ...refusals.breaches,
    ...samples.flatMap((kind) => kind.breaches),
  ];
  const key = ({ property, about, message }: Breach) => JSON.stringify([property, about, message]);
  return [...new Map(all.toReversed().map((breach) => [key(breach), breach])).values()].toReversed();
}

/** Mutants that the proof let live without a reason. */
export function unexplained({ mutants }: SafetyResult): TriedMutant[] {
  return mutants.flatMap(({ tried }) =>
    tried.filter(({ killedBy, harmless }) => killedBy === undefined && harmless === undefined),
  );
}

function refusalsOf(content: Content, date: CalendarDate): SafetyResult['refusals'] {
  const never = mergedNever(content.never);
  const all = [...content.topics.values()].flatMap((topic) =>
    [...topic.words.keys()].map((language) => proveRefusals(content, topic, language, date, never)),
  );
  return {
    tried: all.reduce((sum, each) => sum + each.tried, 0),
    breaches: all.flatMap((each) => each.breaches),
  };
}

/** Whole profiles for one kind of sheet. */
const fewest = 10;

function samplesOf(content: Content, settings: Settings, request: SafetyRequest): SampledKind[] {
  const never = mergedNever(content.never);
  const space = profileSpace(content.rulebook);
  const renderer = rendererFor(loadPageKit(settings));
  const drawings = new Map<string, Drawing>(
    [...content.figures].map(([id, figure]) => [id, drawFigure(figure)]),
  );
  // The words of a page don't need its fonts.
  const pageOf = (handout: Handout) => pageTexts(renderer.render(handout, DEFAULT_PAGE_SETTINGS, ''));
  const all = sheetKinds(content);
  const count = Math.max(fewest, Math.ceil(request.sampled / Math.max(1, all.length)));
  return all.map(({ topic: id, language, style }) => {
    const topic = content.topics.get(id);
    if (topic === undefined) throw new Error('a topic went missing');
    const model = sheetModel(space, content.rulebook, topic.blocks, style);
    const passages = passagesOf(content, topic, language, never);
    const { today: date, seed } = request;
    const base = { content, topic, language, model, passages, never, today: date, drawings, pageOf };
    return { topic: id, language, style, profiles: count, ...sample({ ...base, count, seed }) };
  });
}

function sheetKinds(content: Content): { topic: string; language: string; style: Style }[] {
  return [...content.topics].flatMap(([topic, { words }]) =>
    [...words.keys()].flatMap((language) => styleSchema.options.map((style) => ({ topic, language, style }))),
  );
}

function mutantsOf(content: Content, date: CalendarDate): TriedTopic[] {
  return [...content.topics].flatMap(([topic, entry]) =>
    [...entry.words.keys()].map((language) => ({
      topic,
      language,
      tried: tryMutants(content, entry, language, date),
    })),
  );
}
