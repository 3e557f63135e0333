/** A handout -> every text that its page prints, in reading order, each with the part it belongs to. */

import type { Handout, Line, PrintedBlock, PrintedSign, PrintedSignBox } from './handout.ts';

export type TextKind =
  | 'title'
  | 'heading'
  | 'label'
  | 'paragraph'
  | 'item'
  | 'step'
  | 'caption'
  | 'alt'
  | 'reason'
  | 'sign'
  | 'own-words';

export interface PrintedText {
  /** `block heat.ok`, `sign E1`, `section today`, `label your_plan`, `page title`, `notes`. */
  readonly part: string;
  readonly kind: TextKind;
  readonly text: string;
  /** The words that open the list which this item stands in. */
  readonly lead?: string;
}

/** Names, tags, dates and numbers of the page are left out: they are no sentences. */
export function printedTexts(handout: Handout): PrintedText[] {
  const { labels, warning, plan } = handout;
  const label = (key: keyof typeof labels): PrintedText => ({
    part: `label ${key}`,
    kind: 'label',
    text: labels[key],
  });
  const section = (id: string, part: { heading: string; blocks: readonly PrintedBlock[] } | undefined) =>
    part === undefined ? [] : [headingText(id, part.heading), ...part.blocks.flatMap(blockTexts)];
  const rows = (id: string, part: Handout['medicine'] | undefined) =>
    part === undefined
      ? []
      : [headingText(id, part.heading), ...part.rows.flatMap((row) => row.blocks.flatMap(blockTexts))];
  return [
    { part: 'page title', kind: 'title', text: handout.title },
    { part: 'page purpose', kind: 'paragraph', text: plain(handout.purpose) },
    label('three_things'),
    ...handout.keyPoints.map(
      (line): PrintedText => ({ part: 'key points', kind: 'item', text: plain(line) }),
    ),
    label('warning_signs'),
    label('warning_calm'),
    ...boxTexts(warning.emergency),
    ...boxTexts(warning.sameDay),
    ...section('notes', handout.notes),
    ...section('facts', handout.facts),
    ...section('today', handout.today),
    ...rows('medicine', handout.medicine),
    ...section('not-now', handout.notNow),
    ...(handout.full ? [] : [label('moves_intro')]),
    ...section('moves', handout.moves),
    ...(handout.movesStop === undefined ? [] : blockTexts(handout.movesStop)),
    ...section('daily-life', handout.dailyLife),
    ...section('bed', handout.bed),
    ...section('sleep', handout.sleep),
    ...section('why', handout.why),
    ...section('symptoms', handout.symptoms),
    ...rows('clinic-care', handout.clinicCare),
    ...section('prevention', handout.prevention),
    ...(handout.clinicianNotes?.paragraphs ?? []).map(
      (text): PrintedText => ({ part: 'notes', kind: 'own-words', text }),
    ),
    ...(plan.heading === undefined ? [] : [headingText('come-back', plan.heading)]),
    ...plan.intro.map((line): PrintedText => ({ part: 'plan', kind: 'paragraph', text: plain(line) })),
    ...plan.dates.flatMap(({ when, lines }) =>
      lines.map((line): PrintedText => ({ part: 'plan', kind: 'item', lead: when, text: plain(line) })),
    ),
    ...plan.anyTime.flatMap((sign) => signTexts(sign, labels.any_time)),
    label('check_yourself'),
    ...plan.questions.map(
      ({ id, line }): PrintedText => ({
        part: `block ${id}`,
        kind: 'item',
        lead: labels.check_lead,
        text: plain(line),
      }),
    ),
  ];
}

function headingText(id: string, text: string): PrintedText {
  return { part: `section ${id}`, kind: 'heading', text };
}

function boxTexts(box: PrintedSignBox): PrintedText[] {
  const signs = [...box.groups.flatMap((group) => group.signs), ...box.forYou, ...box.conditions];
  return [
    { part: 'warning box', kind: 'heading', text: box.title },
    ...signs.flatMap((sign) => signTexts(sign, box.title)),
  ];
}

function signTexts(sign: PrintedSign, lead: string): PrintedText[] {
  return sign.lines.map((line) => ({ part: `sign ${sign.id}`, kind: 'sign', lead, text: plain(line) }));
}

/** Words in another language than the sheet's can't be read by its rules. */
function blockTexts(block: PrintedBlock): PrintedText[] {
  if (block.language !== undefined) return [];
  const part = `block ${block.id}`;
  const [opening] = block.paragraphs;
  const lead = opening === undefined ? undefined : plain(opening);
  const texts = (kind: TextKind, lines: readonly Line[], under?: string): PrintedText[] =>
    lines.map((line) => ({ part, kind, text: plain(line), ...(under === undefined ? {} : { lead: under }) }));
  return [
    ...(block.title === undefined ? [] : [{ part, kind: 'title', text: block.title } as const]),
    ...texts('paragraph', block.paragraphs),
    ...texts('item', block.items, lead),
    ...texts('step', block.steps),
    ...block.figures.flatMap((figure): PrintedText[] => [
      { part, kind: 'alt', text: figure.alt },
      ...texts('caption', [
        ...(figure.caption === undefined ? [] : [figure.caption]),
        ...(figure.captions ?? []),
      ]),
    ]),
    ...texts('reason', block.reasons),
    ...(block.says === undefined ? [] : [{ part, kind: 'own-words', text: block.says.text } as const]),
  ];
}

function plain(line: Line): string {
  return line.map((run) => run.text).join('');
}
