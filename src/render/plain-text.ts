/** A handout -> the same as plain text for a portal message: warning signs first, lines no longer than a screen. */

import type {
  Handout,
  Line,
  PrintedBlock,
  PrintedSection,
  PrintedSign,
  PrintedSignBox,
} from '../domain/handout.ts';

/** Characters; a message window wraps longer ones at a place of its own. */
const width = 72;

/** Says all that the paper says but its pictures; the week's boxes to tick make no sense here. */
export function plainText(handout: Handout): string {
  const { labels, clinic, madeFor, plan } = handout;
  const parts: (string | undefined)[] = [
    joined([
      heading(handout.title, '='),
      ...wrapped(line(handout.purpose)),
      ...wrapped([clinic.name, clinic.descriptor, clinic.address].filter(Boolean).join(', ')),
      `${labels.made_on} ${handout.date}`,
      ...(madeFor.name === undefined ? [] : [`${labels.made_for} ${madeFor.name}`]),
      ...(madeFor.tags.length === 0 ? [] : wrapped(madeFor.tags.map(({ text }) => text).join(', '))),
    ]),
    signBox(handout.warning.emergency, labels.emergency_sub, handout),
    signBox(handout.warning.sameDay, `${clinic.phone}. ${labels.nights} ${clinic.afterHours}`, handout),
    list(labels.three_things, handout.keyPoints),
    ...[handout.notes, handout.today].map(section),
    levels(handout.medicine),
    ...[handout.moves, handout.notNow].map(section),
    handout.movesStop === undefined ? undefined : joined(block(handout.movesStop)),
    clinicianNotes(handout),
    ...[handout.dailyLife, handout.bed, handout.sleep, handout.facts, handout.why, handout.symptoms].map(
      section,
    ),
    handout.clinicCare === undefined ? undefined : levels(handout.clinicCare),
    section(handout.prevention),
    joined([
      heading(labels.your_plan),
      ...plan.intro.flatMap((each) => wrapped(line(each))),
      ...(plan.heading === undefined ? [] : wrapped(plan.heading)),
      ...plan.dates.flatMap(({ when, lines }) => wrapped(`${when}: ${lines.map(line).join('; ')}`, '- ')),
      ...plan.anyTime.flatMap((sign) => wrapped(`${labels.any_time}: ${signText(sign)}`, '- ')),
      ...(plan.visit === undefined ? [] : wrapped(`${labels.my_visit} ${plan.visit}`)),
    ]),
    plan.questions.length === 0
      ? undefined
      : list(
          `${labels.check_yourself}. ${labels.check_lead}`,
          plan.questions.map((each) => each.line),
        ),
    joined([
      ...wrapped(`${labels.questions} ${labels.call} ${clinic.phone}`),
      ...wrapped(handout.reviewState),
      ...(handout.translation === undefined ? [] : wrapped(handout.translation)),
      `${labels.version} ${handout.version} ${handout.contentId}`,
    ]),
  ];
  return `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`.normalize('NFC');
}

function signBox(box: PrintedSignBox, sub: string, { labels }: Handout): string {
  const own = (lead: string, signs: readonly PrintedSign[]) =>
    signs.flatMap((sign) => wrapped(`${lead}${signText(sign)}`, '- '));
  return joined([
    heading(box.title.toUpperCase()),
    ...wrapped(sub),
    ...box.groups.flatMap((group) => own('', group.signs)),
    ...own(`${labels.for_you} `, box.forYou),
    ...own('', box.conditions),
  ]);
}

function signText({ lines }: PrintedSign): string {
  return lines.map(line).join('; ');
}

function section(printed: PrintedSection | undefined): string | undefined {
  if (printed === undefined || printed.blocks.length === 0) return undefined;
  return joined([heading(printed.heading), ...printed.blocks.flatMap(block)]);
}

function levels(printed: Handout['medicine']): string | undefined {
  if (printed.rows.length === 0) return undefined;
  return joined([heading(printed.heading), ...printed.rows.flatMap((row) => row.blocks.flatMap(block))]);
}

function block({ title, mark, paragraphs, reasons, items, steps, figures, says }: PrintedBlock): string[] {
  const words = [...paragraphs, ...reasons].map(line).join(' ');
  const head = [title, words].filter((text) => text !== undefined && text !== '').join(': ');
  return [
    ...(mark === undefined ? [] : wrapped(`(${mark})`)),
    ...wrapped(head, '* '),
    ...items.flatMap((item) => wrapped(line(item), '  - ')),
    ...steps.flatMap((step, index) => wrapped(line(step), `  ${index + 1}. `)),
    ...figures.flatMap(({ caption, captions }) =>
      [...(caption === undefined ? [] : [caption]), ...(captions ?? [])].flatMap((each) =>
        wrapped(line(each), '  - '),
      ),
    ),
    ...(says === undefined ? [] : wrapped(`${says.lead} ${says.text}`, '  ')),
  ];
}

function list(title: string, lines: readonly Line[]): string {
  return joined([heading(title), ...lines.flatMap((each) => wrapped(line(each), '- '))]);
}

function clinicianNotes({ clinicianNotes: notes }: Handout): string | undefined {
  if (notes === undefined || notes.paragraphs.length === 0) return undefined;
  return joined([heading(notes.heading), ...notes.paragraphs.flatMap((text) => wrapped(text))]);
}

function heading(text: string, rule = '-'): string {
  return `${text}\n${rule.repeat(Math.min(width, [...text].length))}`;
}

function line(runs: Line): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** Words after `lead`; later lines begin under the first word. A word that is longer stands alone. */
function wrapped(text: string, lead = ''): string[] {
  const indent = ' '.repeat(lead.length);
  const lines: string[] = [];
  let present = lead;
  let empty = true;
  for (const word of text.split(/\s+/u).filter((each) => each !== '')) {
    if (!empty && [...present].length + 1 + [...word].length > width) {
      lines.push(present);
      present = indent;
      empty = true;
    }
    present = empty ? `${present}${word}` : `${present} ${word}`;
    empty = false;
  }
  return empty ? lines : [...lines, present];
}

function joined(lines: readonly string[]): string {
  return lines.join('\n');
}
