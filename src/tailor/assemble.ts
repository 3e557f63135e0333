/** What was decided about one patient -> the handout: every part of the page, in order, in words. */

import type { Handout, PrintedBlock, PrintedSection } from '../domain/handout.ts';
import type { Level } from '../domain/level.ts';
import type { Block, SectionId } from '../domain/topic.ts';
import type { BlockDecision, Facts, LevelDecision } from '../domain/trace.ts';
import { madeFor } from './made-for.ts';
import { planOf } from './plan.ts';
import { datedText } from './plan-dates.ts';
import { printBlock } from './print-block.ts';
import { signBox } from './sign-box.ts';
import type { TailorInput } from './tailor-input.ts';
import { fillTerms, lineOf } from './text.ts';
import type { ChosenSign } from './warning-signs.ts';
import type { Wording } from './wording.ts';

export interface Decided extends TailorInput {
  readonly facts: Facts;
  readonly levels: ReadonlyMap<string, LevelDecision>;
  readonly signs: readonly ChosenSign[];
  readonly decisions: readonly BlockDecision[];
  readonly wording: Wording;
}

const levelMarks: Readonly<Record<Level, string>> = {
  avoid: 'octagon-cross',
  ask: 'circle-question',
  ok: 'square-check',
};

export function assemble(decided: Decided): Handout {
  const { content, topic, profile, today, wording, language, facts } = decided;
  const { labels } = wording.shared;
  const blocksIn = (section: SectionId) => shownIn(section, decided);
  const section = (id: SectionId, heading: string = id) => printSection(heading, blocksIn(id), decided);
  const full = profile.style === 'full';
  const titleOf = (title: string, urgency: 'emergency' | 'same-day') =>
    signBox(urgency, title, decided.signs, content.rulebook, facts, wording);
  const title = wording.topic.title;
  const icon = (id: string) => mustHave(wording.icon(id), `icon ${id}`);
  const logo = content.clinic.logo === 'none' ? undefined : wording.icon(content.clinic.logo);
  const optional = <K extends keyof Handout>(key: K, value: Handout[K] | undefined) =>
    value === undefined ? {} : { [key]: value };
  const [stop] = blocksIn('moves-stop');
  return {
    topic: topic.topic.id,
    language,
    direction: 'ltr',
    style: profile.style,
    full,
    paper: decided.paper,
    letter: decided.paper === 'Letter',
    title,
    purpose: lineOf(wording.topic.purpose, wording.terms),
    documentTitle: `${title} - ${content.clinic.name}`,
    contentId: contentIdOf(decided),
    version: topic.topic.version,
    reviewState: reviewText(decided),
    ...optional('translation', translationLine(wording)),
    date: wording.dates.full(today),
    labels: filledLabels(labels, wording),
    clinic: {
      name: content.clinic.name,
      ...(content.clinic.descriptor === undefined ? {} : { descriptor: content.clinic.descriptor }),
      ...(content.clinic.address === undefined ? {} : { address: content.clinic.address }),
      phone: content.clinic.phone,
      afterHours: content.clinic.after_hours,
      ...(logo === undefined ? {} : { logo }),
    },
    madeFor: madeFor(profile, facts, content.rulebook, wording, decided.canPrint),
    keyPoints: blocksIn('key-points').flatMap((block) => printBlock(block, wording).paragraphs),
    warning: {
      emergency: titleOf(labels.emergency_title, 'emergency'),
      sameDay: titleOf(labels.same_day_title, 'same-day'),
      icons: { emergency: icon('octagon-exclaim'), phone: icon('phone') },
    },
    ...optional('notes', section('notes')),
    ...optional('facts', section('facts')),
    today: section('today') ?? { heading: wording.shared.sections['today'] ?? '', blocks: [] },
    medicine: levelRows('medicine', blocksIn('medicine'), mostSeriousFirst, decided),
    ...optional('moves', section('moves', full ? 'moves-full' : 'moves')),
    ...(stop === undefined ? {} : { movesStop: printBlock(stop, wording) }),
    stopIcon: icon('octagon-exclaim'),
    ...optional('notNow', section('not-now')),
    ...optional('dailyLife', section('daily-life')),
    ...optional('bed', section('bed')),
    ...optional('sleep', section('sleep')),
    ...optional('why', section('why')),
    ...optional('symptoms', section('symptoms')),
    ...(blocksIn('clinic-care').length === 0
      ? {}
      : { clinicCare: levelRows('clinic-care', blocksIn('clinic-care'), bestFirst, decided) }),
    ...optional('prevention', section('prevention')),
    ...optional('clinicianNotes', clinicianNotes(decided)),
    plan: planOf(
      {
        comeBack: blocksIn('come-back'),
        teachBack: blocksIn('teach-back'),
        signs: decided.signs,
        rulebook: content.rulebook,
        facts,
        clinic: content.clinic,
        today,
        // A visit that is over by the handout's date is none to come to.
        followUp: (profile.visit.followUp ?? '') > today ? profile.visit.followUp : undefined,
      },
      wording,
    ),
  };
}

function shownIn(section: SectionId, { topic, decisions, profile }: Decided): Block[] {
  const shown = new Set(decisions.filter((decision) => decision.shown).map((decision) => decision.id));
  const place = (block: Block) =>
    profile.style === 'full' ? (block.full_section ?? block.section) : block.section;
  return topic.blocks.filter((block) => place(block) === section && shown.has(block.id));
}

function printSection(
  heading: string,
  blocks: readonly Block[],
  decided: Decided,
): PrintedSection | undefined {
  if (blocks.length === 0) return undefined;
  return {
    heading: fillTerms(decided.wording.shared.sections[heading] ?? '', decided.wording.terms),
    blocks: blocks.map((block, index) => printDecided(block, decided, index + 1)),
  };
}

const mostSeriousFirst: readonly Level[] = ['avoid', 'ask', 'ok'];
const bestFirst: readonly Level[] = ['ok', 'ask', 'avoid'];

/** Rows by level; a block without a level tells what is fine for everyone. */
function levelRows(
  id: SectionId,
  blocks: readonly Block[],
  order: readonly Level[],
  decided: Decided,
): Handout['medicine'] {
  const rows = order.flatMap((level) => {
    const atLevel = blocks.filter((block) => (block.level ?? block.mark ?? 'ok') === level);
    if (atLevel.length === 0) return [];
    const icon = mustHave(decided.wording.icon(levelMarks[level]), `icon ${levelMarks[level]}`);
    return [{ icon, blocks: atLevel.map((block) => titleRunIn(printDecided(block, decided))) }];
  });
  return { heading: decided.wording.shared.sections[id] ?? '', rows };
}

/** A row has no heading of its own: a block's title opens its first line in bold. */
function titleRunIn(block: PrintedBlock): PrintedBlock {
  const { title, paragraphs, ...rest } = block;
  const [first, ...others] = paragraphs;
  if (title === undefined || first === undefined) return block;
  return { ...rest, paragraphs: [[{ text: `${title}. `, strong: true }, ...first], ...others] };
}

function printDecided(block: Block, decided: Decided, number?: number): PrintedBlock {
  const { wording, profile, levels, content } = decided;
  const said = block.resource === undefined ? undefined : profile.clinicianSays[block.resource];
  const { clinician } = profile.visit;
  const who =
    clinician !== undefined && decided.canPrint(clinician) ? clinician : wording.shared.labels.your_clinician;
  return printBlock(block, wording, {
    decided: block.resource === undefined ? undefined : levels.get(block.resource),
    nameUnknown: block.resource !== undefined && content.rulebook.resources[block.resource]?.pill === true,
    says:
      said === undefined || block.level !== 'ask' || !decided.canPrint(said)
        ? undefined
        : {
            lead: `${who}, ${wording.dates.full(decided.today)}, ${wording.shared.labels.clinician_says}`,
            text: said,
          },
    ...(number === undefined ? {} : { number }),
  });
}

function clinicianNotes({ profile, wording, canPrint }: Decided): Handout['clinicianNotes'] {
  const notes = profile.notes?.trim();
  if (notes === undefined || notes === '') return undefined;
  const printable = canPrint(notes);
  return {
    heading: wording.shared.labels.clinician_notes,
    paragraphs: printable
      ? notes
          .split(/\r?\n+/)
          .map((line) => line.trim())
          .filter((line) => line !== '')
      : [],
    writeLines: !printable,
  };
}

function contentIdOf({ topic, language, content }: Decided): string {
  const hash = content.hashes.get(`${topic.topic.id}/${language}`) ?? '';
  return `${topic.topic.short}-${language.toUpperCase()}-${hash.slice(0, 6).toUpperCase()}`;
}

function reviewText({ topic, language, content, wording }: Decided): string {
  const { labels } = wording.shared;
  const review = content.reviews.get(`${topic.topic.id}/${language}`);
  if (review?.state !== 'approved') return labels.state_draft;
  return `${labels.state_approved}, ${datedText(review.date, wording.dates)}`;
}

function translationLine({ topic, shared, terms }: Wording): string | undefined {
  if (topic.translation === undefined && shared.translation === undefined) return undefined;
  return fillTerms(shared.labels.translated_by, terms);
}

function filledLabels(labels: Handout['labels'], wording: Wording): Handout['labels'] {
  const entries = Object.entries(labels).map(([key, text]) => [key, fillTerms(text, wording.terms)]);
  return Object.fromEntries(entries) as Handout['labels'];
}

/** The content check makes sure that these are there; a miss here is our own mistake. */
function mustHave<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing from the content`);
  return value;
}
