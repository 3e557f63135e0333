/** Random whole profiles, tailored and rendered as for a patient -> every place where the page differs from what the proof worked out. */

import type { PageText } from '../check/page-texts.ts';
import { adviceReader } from '../domain/advised-things.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content, TopicContent } from '../domain/content.ts';
import type { Drawing } from '../domain/drawing.ts';
import type { Handout } from '../domain/handout.ts';
import type { Never } from '../domain/never.ts';
import { isOptional } from '../domain/optional-part.ts';
import type { Urgency } from '../domain/rulebook.ts';
import { sentencesIn } from '../domain/sentences.ts';
import type { Trace } from '../domain/trace.ts';
import { tailor } from '../tailor/tailor.ts';
import type { Breach } from './breach.ts';
import { chanceFrom } from './chance.ts';
import type { AnswerSheet } from './decision-diagram.ts';
import { pageBreaches } from './page-breaches.ts';
import type { Passage } from './passages.ts';
import { profileOf } from './profile-space.ts';
import { readersOf } from './readers-of.ts';
import { atLevel, type SheetModel } from './sheet-model.ts';

export interface SampleRequest {
  readonly content: Content;
  readonly topic: TopicContent;
  readonly language: string;
  readonly model: SheetModel;
  readonly passages: readonly Passage[];
  readonly never: Never;
  readonly today: CalendarDate;
  readonly drawings: ReadonlyMap<string, Drawing>;
  readonly count: number;
  readonly seed: number;
  /** The page of a handout, read as its reader gets it. */
  readonly pageOf: (handout: Handout) => readonly PageText[];
}

/** `pages`: how many of the profiles got a page; the others were rightly refused. */
export function sample(request: SampleRequest): { breaches: Breach[]; pages: number } {
  const chance = chanceFrom(request.seed);
  const breaches: Breach[] = [];
  const reader = adviceReader(request.never, request.language);
  let pages = 0;
  const { blocks } = request.model;
  const droppable = blocks.filter(({ drop }) => drop !== undefined).map(({ id }) => id);
  // What the proof counts on may not go, whatever is called optional.
  const optional = new Set(
    blocks.filter((block) => block.drop !== undefined && isOptional(block)).map(({ id }) => id),
  );
  for (let i = 0; i < request.count; i += 1) {
    // Half of them with few risks, as most patients are: there the sheet says the most.
    const sheet = randomSheet(request.model, chance, i % 2 === 0 ? 1 : 0.15);
    const { topic, language, model, today, drawings } = request;
    // A withdrawn topic is proved like any other: it may come back.
    const content = { ...request.content, withdrawn: [] };
    // In a third of them a clinician wants all sorts of things away and in another order: only what may go does.
    const leaveOut =
      i % 3 === 1
        ? [
            ...someOf(
              blocks.map(({ id }) => id),
              chance,
            ),
          ]
        : [];
    const parts = { leaveOut, keep: [], order: [...leaveOut].reverse() };
    const profile = { ...profileOf(sheet, topic.topic.id, language, model.style), parts };
    // In a third of them the page has too little room, as pages have.
    const omit = i % 3 === 0 ? someOf(droppable, chance) : new Set<string>();
    const input = { content, topic, language, profile, today, paper: 'A4' as const, drawings };
    const made = tailor({ ...input, omit, canPrint: () => true, notesConfirmed: true });
    const gone = new Set([...omit, ...leaveOut.filter((id) => optional.has(id))]);
    const shows = (block: string) => shownWithout(block, gone, sheet, model);
    const found = [...traceDifferences(made.trace, sheet, model, shows)];
    if (made.kind === 'handout') {
      pages += 1;
      const page = request.pageOf(made.handout);
      found.push(
        ...textDifferences(page, sheet, request, shows),
        ...pageBreaches(page, made, request, reader),
      );
    }
    breaches.push(
      ...found.map(
        ({ about, message }): Breach => ({
          property: 'sample',
          about,
          message,
          hint: 'This is how the page reads, whatever the tags say: mend the words or the template',
          profile: sheet,
        }),
      ),
    );
  }
  return { breaches, pages };
}

interface Difference {
  readonly about: string;
  readonly message: string;
}

function randomSheet({ space }: SheetModel, chance: () => number, risky: number): AnswerSheet {
  return Object.fromEntries(
    space.diagrams.questions.map(({ name, answers, usual }) => {
      if (chance() > risky) return [name, usual];
      return [name, answers[Math.floor(chance() * answers.length)] ?? usual];
    }),
  );
}

/** Shown for this patient, and neither left out nor behind a block that was. */
function shownWithout(id: string, gone: ReadonlySet<string>, sheet: AnswerSheet, model: SheetModel): boolean {
  const set = model.shown.get(id);
  if (set === undefined || gone.has(id) || !model.space.diagrams.holds(set, sheet)) return false;
  const leaders = model.blocks.find((block) => block.id === id)?.with;
  return leaders === undefined || leaders.some((leader) => shownWithout(leader, gone, sheet, model));
}

function someOf(ids: readonly string[], chance: () => number): Set<string> {
  return new Set(ids.filter(() => chance() < 0.5));
}

function traceDifferences(
  trace: Trace,
  sheet: AnswerSheet,
  model: SheetModel,
  shows: (block: string) => boolean,
): Difference[] {
  const { diagrams } = model.space;
  const differ = (about: string, inModel: boolean, inProgram: boolean): Difference[] =>
    inModel === inProgram
      ? []
      : [
          {
            about,
            message: `The proof says ${inModel ? 'yes' : 'no'} for ${about}, the program says the opposite`,
          },
        ];
  const printed: Readonly<Record<Urgency, readonly string[]>> = {
    emergency: trace.signs.emergency,
    'same-day': trace.signs.sameDay,
    soon: trace.signs.soon,
  };
  return [
    ...[...trace.levels].flatMap(([id, decided]) =>
      (['ok', 'ask', 'avoid'] as const).flatMap((level) =>
        differ(
          `${id} at ${level}`,
          diagrams.holds(atLevel(model, id, level), sheet),
          decided.level === level,
        ),
      ),
    ),
    ...[...model.signs].flatMap(([id, sets]) =>
      (Object.keys(printed) as Urgency[]).flatMap((urgency) =>
        differ(`${id} (${urgency})`, diagrams.holds(sets.at[urgency], sheet), printed[urgency].includes(id)),
      ),
    ),
    ...trace.blocks.flatMap((block) => differ(block.id, shows(block.id), block.shown)),
  ];
}

/** Every sentence that the proof gives this patient is on the page, and none that it does not. */
function textDifferences(
  page: readonly PageText[],
  sheet: AnswerSheet,
  request: SampleRequest,
  shows: (block: string) => boolean,
): Difference[] {
  const { model, passages, language } = request;
  const { diagrams } = model.space;
  const onPage = new Set(page.flatMap(({ text }) => sentencesIn(text, language).map(bare)));
  const whole = page.map(({ text }) => bare(text)).join(' | ');
  const reads = passages
    .filter(({ kind }) => kind !== 'everywhere')
    .map((passage) => ({
      passage,
      due: passage.kind === 'block' ? shows(passage.part) : diagrams.holds(readersOf(model, passage), sheet),
    }));
  const due = new Set(
    reads.flatMap(({ passage, due }) =>
      due ? [passage.title ?? '', ...passage.sentences.map(({ text }) => text)].map(bare) : [],
    ),
  );
  return reads.flatMap(({ passage, due: expected }) =>
    passage.sentences.flatMap(({ text }): Difference[] => {
      const words = bare(text);
      if (expected && !whole.includes(words)) {
        return [{ about: passage.part, message: `The page lacks "${text}"` }];
      }
      if (!expected && onPage.has(words) && !due.has(words)) {
        return [{ about: passage.part, message: `The page says "${text}", which the proof gives to others` }];
      }
      return [];
    }),
  );
}

/** Titles run into their text on the page in several ways; letters and digits alone are compared. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
