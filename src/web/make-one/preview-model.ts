/** A handout that was made, with its reasons -> what stands beside the form: pages, marks, facts about them, and why. */

import type { Content, TopicContent } from '../../domain/content.ts';
import { isOptional } from '../../domain/optional-part.ts';
import type { HeldSheet } from '../held-sheet.ts';
import type { Messages } from '../messages.ts';
import { gradeOf } from './grade.ts';
import { partName } from './part-name.ts';
import { type DecidingFact, type ReasonRow, reasonRows } from './reasons.ts';
import type { StaffWords } from './words.ts';

export interface FactModel {
  readonly factor: string;
  readonly text: string;
  readonly value: string;
}

export interface RowModel {
  readonly id: string;
  readonly kind: ReasonRow['kind'];
  readonly icon: string;
  readonly title: string;
  readonly facts: readonly FactModel[];
  readonly why: string;
  readonly safety: boolean;
  readonly optional: boolean;
  /** The resource whose "ask us" line it is: the clinician may answer under it. */
  readonly asks: string;
  readonly up: string;
  readonly down: string;
  /** Titles of what is left out for the same answer. */
  readonly instead: string;
  readonly label: string;
  /** JSON, for whoever looks for it on the page. */
  readonly begins: string;
  readonly letters: number;
  /** It stands behind that part: here something is left out. */
  readonly after?: true;
}

export interface PreviewModel {
  readonly id: string;
  /** In the order of the page. */
  readonly rows: readonly { readonly title: string; readonly rows: readonly RowModel[] }[];
  readonly marks: readonly RowModel[];
  readonly count: {
    readonly all: number;
    readonly patient: number;
    readonly unknown: number;
    readonly out: number;
  };
  readonly pages: number;
  readonly sheets: number;
  readonly draft: boolean;
  readonly review: string;
  /** US school grade of the words; empty where there is no measure. */
  readonly grade: string;
}

const icons = { patient: 'person', unknown: 'unknown', out: 'left-out', everyone: 'check' } as const;
/** The places of side one; all else stands on later pages. */
const sideOne = new Set(['key-points', 'signs', 'notes', 'facts']);

export interface Previewed {
  readonly id: string;
  readonly sheet: HeldSheet;
  readonly content: Content;
  readonly topic: TopicContent;
}

export function reasonsOf({ sheet, content, topic }: Previewed, words: StaffWords): ReasonRow[] {
  return reasonRows({
    content,
    topic,
    handout: sheet.handout,
    trace: sheet.trace,
    nameOf: (block) => partName(block, content, topic, sheet.handout.language, words),
  });
}

export function previewModel(
  previewed: Previewed,
  rows: readonly ReasonRow[],
  words: StaffWords,
  messages: Messages,
): PreviewModel {
  const { sheet, topic } = previewed;
  const movable = topic.blocks.filter(isOptional).map(({ id, section }) => ({ id, section }));
  const shown = new Set(rows.filter(({ kind }) => kind !== 'out').map(({ id }) => id));
  const factOf = ({ factor, value }: DecidingFact): FactModel => ({
    factor,
    text: words.factor(factor).title,
    value: words.value(factor, value),
  });
  const order = rows.map(({ id }) => id).filter((id) => movable.some((each) => each.id === id));
  /** The order in which it stands one place further up or down among its neighbours; empty at the end. */
  const moved = (row: ReasonRow, by: -1 | 1): string => {
    const near = order.filter(
      (id) => shown.has(id) && movable.find((each) => each.id === id)?.section === row.section,
    );
    const other = near[near.indexOf(row.id) + by];
    if (other === undefined || !near.includes(row.id)) return '';
    return order.map((id) => (id === row.id ? other : id === other ? row.id : id)).join(' ');
  };
  const models = rows.map((row): RowModel & { section: string } => {
    const facts = row.facts.map(factOf);
    const title =
      row.box === undefined
        ? row.title
        : `${messages.text(`reason.box_${row.box === 'emergency' ? 'now' : 'today'}`)}: ${row.title}`;
    const because = whyOf(row, sheet.pages, messages);
    const told = [...facts.map(({ text, value }) => `${text}: ${value}`), because].filter(Boolean).join('; ');
    return {
      id: row.id,
      kind: row.kind,
      icon: row.kind === 'everyone' && row.safety ? 'lock' : icons[row.kind],
      title,
      facts,
      why: because,
      safety: row.safety,
      optional: !row.safety,
      asks: row.asks,
      up: row.kind === 'out' ? '' : moved(row, -1),
      down: row.kind === 'out' ? '' : moved(row, 1),
      instead: insteadOf(row, rows),
      label: messages.text('reason.mark', { title, because: told }),
      begins: JSON.stringify(row.begins),
      letters: row.letters,
      section: row.section,
    };
  });
  const counted = (kind: ReasonRow['kind']) => rows.filter((row) => row.kind === kind).length;
  return {
    id: previewed.id,
    rows: [true, false].map((first) => ({
      title: messages.text(first ? 'reason.page_one' : 'reason.page_two'),
      rows: models.filter(({ section }) => sideOne.has(section) === first),
    })),
    marks: [
      ...models.filter(({ kind, begins }) => (kind === 'patient' || kind === 'unknown') && begins !== '[]'),
      ...leftOutMarks(models, messages),
    ],
    grade: gradeOf(sheet.handout),
    count: {
      all: rows.length,
      patient: counted('patient'),
      unknown: counted('unknown'),
      out: counted('out'),
    },
    pages: sheet.pages,
    sheets: Math.ceil(sheet.pages / 2),
    draft: previewed.content.reviews.get(`${topic.topic.id}/${sheet.handout.language}`)?.state !== 'approved',
    review: sheet.handout.reviewState,
  };
}

/** One for each place where parts are left out: behind the last that shows there. */
function leftOutMarks(models: readonly (RowModel & { section: string })[], messages: Messages): RowModel[] {
  return [...new Set(models.map(({ section }) => section))].flatMap((section) => {
    const here = models.filter((model) => model.section === section);
    const out = here.filter(({ kind }) => kind === 'out');
    const last = here.filter(({ kind, begins }) => kind !== 'out' && begins !== '[]').at(-1);
    const [first] = out;
    if (first === undefined || last === undefined) return [];
    const titles = out.map(({ title }) => title).join('; ');
    const { begins, letters } = last;
    return [
      { ...first, begins, letters, after: true, label: messages.text('reason.left_out_here', { titles }) },
    ];
  });
}

function whyOf({ kind, why, facts }: ReasonRow, pages: number, messages: Messages): string {
  if (why === 'no-room') return messages.text('reason.no_room', { n: pages + 1 });
  if (why === 'left-out') return messages.text('reason.left_out');
  return kind === 'everyone' && facts.length === 0 ? messages.text('reason.everyone') : '';
}

/** Of a part that an answer brought: what the same answer took away. */
function insteadOf(row: ReasonRow, rows: readonly ReasonRow[]): string {
  if (row.kind !== 'patient') return '';
  const known = new Set(row.facts.filter(({ value }) => value !== 'unknown').map(({ factor }) => factor));
  return rows
    .filter((other) => other.kind === 'out' && other.facts.some(({ factor }) => known.has(factor)))
    .map(({ title }) => `\u201c${title}\u201d`)
    .slice(0, 2)
    .join(', ');
}
