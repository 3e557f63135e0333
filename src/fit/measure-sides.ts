/** The page in the browser, in print media -> heights of sides, boxes and blocks; leaves the page as it was. */

import type {
  BoxHeights,
  Column,
  Measurements,
  MeasureRequest,
  MovableMeasure,
  NotesMeasure,
  ReliefMeasure,
} from './measurements.ts';
import type { PageDocument, PageNode } from './page-node.ts';

declare const document: PageDocument;

/** Runs inside the page and must not refer to anything outside itself. */
export async function measureSides(request: MeasureRequest): Promise<Measurements> {
  const { body } = document;
  const heightOf = (node: PageNode | null) =>
    node === null ? 0 : (node.getBoundingClientRect().height * 25.4) / 96;
  const find = (selector: string) => document.querySelector(selector);
  body.style.width = `${request.liveWidth}mm`;
  const sideOne = find('[data-side="1"]');
  const boxes = find('[data-part="sign-boxes"]');
  const sideTwo = find('[data-side="2"]');
  const emergency = find('[data-part="emergency"]');
  const sameDay = find('[data-part="same-day"]');
  // Boxes and columns show their own heights only while they are not stretched to one.
  for (const node of [boxes, sideTwo]) if (node !== null) node.style.alignItems = 'start';
  // Only layout tells which fonts are in use.
  heightOf(body);
  await document.fonts.ready;
  /** Takes the node out until it is put back. */
  const takenOut = (node: PageNode | null = null) => {
    const { parentNode = null, nextSibling = null } = node ?? {};
    node?.remove();
    return () => void (node && parentNode?.insertBefore(node, nextSibling));
  };
  /** What the column loses when the node is taken out. */
  const lossOf = (node: PageNode | null, column: PageNode | null): number => {
    const before = heightOf(column);
    const putBack = takenOut(node);
    const after = heightOf(column);
    putBack();
    return before - after;
  };
  const all = (node: PageNode, selector: string) => [...node.querySelectorAll(selector)].map(heightOf);
  const notes = find('[data-part="notes"]');
  const measureNotes = (column: PageNode | null): NotesMeasure => {
    if (notes === null) return { each: [], frame: 0 };
    const each = all(notes, '.note');
    return { each, frame: lossOf(notes, column) - each.reduce((sum, height) => sum + height, 0) };
  };
  const higher = ({ emergency: left, sameDay: right }: BoxHeights) => Math.max(left, right);
  const bestOf = (heights: readonly BoxHeights[] | undefined) =>
    heights?.reduce((best, each) => (higher(each) < higher(best) ? each : best)).at;
  /** `near`: the best split of the relief before; less air moves it little. */
  const measureBoxes = (near: number | undefined): ReliefMeasure['boxes'] => {
    const measured = new Map<number, BoxHeights>();
    const measureAt = (index: number) => {
      const split = request.splits[index];
      if (split === undefined || measured.has(index)) return;
      // On the boxes alone: a change at the root would have every style of the page worked out anew.
      boxes?.style.setProperty('--split', `${split}mm`);
      measured.set(index, { at: index, emergency: heightOf(emergency), sameDay: heightOf(sameDay) });
    };
    // One box gets lower as the split grows and the other higher: the lowest lies beside the lowest of a coarse walk.
    const walk = near === undefined ? request.splits.length : 0;
    for (let index = 0; index < walk; index += request.coarse) measureAt(index);
    if (near !== undefined) measureAt(near);
    // Each layout costs as much as a tenth of the printing: half the distance each time, not every split between.
    for (let step = near === undefined ? request.coarse : 4; step >= 1; step = Math.floor(step / 2)) {
      const from = bestOf([...measured.values()]) ?? 0;
      measureAt(from - step);
      measureAt(from + step);
    }
    return [...measured.values()].sort((a, b) => a.at - b.at);
  };
  const measureRelief = (
    { classes, boxes: changed }: MeasureRequest['reliefs'][number],
    index: number,
    before?: ReliefMeasure,
  ): ReliefMeasure => {
    body.classList.add(...classes);
    const known = request.known.boxes[index];
    // Boxes that are known take no room and no time.
    if (boxes !== null) boxes.style.contentVisibility = known === undefined ? '' : 'hidden';
    const remeasured = changed || before === undefined;
    const heights = known ?? (remeasured ? measureBoxes(bestOf(before?.boxes)) : before.boxes);
    const knownNotes = request.known.notes[index];
    if (notes !== null) notes.style.display = knownNotes === undefined ? '' : 'none';
    const lower = knownNotes?.each.reduce((sum, height) => sum + height, knownNotes.frame) ?? 0;
    const rest = heightOf(sideOne) - heightOf(boxes) + lower;
    const top = (node: PageNode | null) => node?.getBoundingClientRect().top ?? 0;
    const above = ((top(boxes) - top(sideOne)) * 25.4) / 96;
    return { boxes: heights, rest, above, notes: knownNotes ?? measureNotes(sideOne) };
  };
  const columns: [Column, PageNode | null][] = [
    ['side-one', sideOne],
    ['wide', find('[data-column="wide"]')],
    ['rail', find('[data-column="rail"]')],
    ['later', null],
  ];
  const columnOf = (node: PageNode): [Column, PageNode | null] =>
    columns.find(
      ([, column]) => column !== null && node.closest('[data-column], [data-side="1"]') === column,
    ) ?? ['later', null];
  const idOf = (node: PageNode) => node.getAttribute('data-block') ?? '';
  const found = [...document.querySelectorAll('[data-block]')].filter((node) =>
    request.droppable.includes(idOf(node)),
  );
  /** What the column of each of them loses with it. */
  const lossesOf = (nodes: readonly PageNode[]): number[] => {
    const losses = nodes.map(() => 0);
    const places = nodes.map((node) => {
      const [, column] = columnOf(node);
      const section = column === null ? null : node.closest('[data-section]');
      const [, second] = section?.querySelectorAll('[data-block]') ?? [];
      // A section that would be left empty takes its gap along, which only the column shows.
      return second === undefined ? column : section;
    });
    const heights = new Map(places.map((place) => [place, heightOf(place)]));
    // Sections at first, then columns: of those that stand apart, one block each goes at once, for one layout.
    for (let inSections = true; ; inSections = false) {
      let waiting = [...nodes.keys()].filter((each) => {
        const place = places[each] ?? null;
        return place !== null && (place.getAttribute('data-section') !== null) === inSections;
      });
      while (waiting.length > 0) {
        const now = waiting.filter(
          (each, at) => waiting.findIndex((other) => places[other] === places[each]) === at,
        );
        const undo = now.map((each) => takenOut(nodes[each]));
        for (const each of now)
          losses[each] = (heights.get(places[each] ?? null) ?? 0) - heightOf(places[each] ?? null);
        for (const putBack of undo.reverse()) putBack();
        waiting = waiting.filter((each) => !now.includes(each));
      }
      if (!inSections) return losses;
    }
  };
  const wideColumn = find('[data-column="wide"]');
  const rails = find('[data-column="rail"]');
  const pageOfMoves = find('[data-side="4"]');
  const laterSides = [find('[data-side="3"]'), pageOfMoves].filter((node) => node !== null);
  const highest = (selector: string) => Math.max(0, ...all(document, selector));
  const largest = highest('.wide :is(.card, .level-row, .keep, .move, .figure-row), .note, .fact');
  const largestPart = highest('.plan-part');
  /** Puts the node elsewhere for as long as something is measured there. */
  const placed = <T>(node: PageNode, parent: PageNode, before: PageNode | null, use: () => T): T => {
    const putBack = takenOut(node);
    parent.insertBefore(node, before);
    const used = use();
    putBack();
    return used;
  };
  const movable = (part: string, from: PageNode | null, to: PageNode | null): MovableMeasure | undefined => {
    const node = find(`[data-part="${part}"]`);
    if (node === null || to === null) return undefined;
    return { here: lossOf(node, from), there: placed(node, to, null, () => lossOf(node, to)) };
  };
  const wideNotesNow = (): NotesMeasure =>
    notes === null || wideColumn === null
      ? { each: [], frame: 0 }
      : placed(notes, wideColumn, wideColumn.firstChild, () => measureNotes(wideColumn));
  const wide = heightOf(wideColumn);
  const rail = heightOf(rails);
  const later = laterSides.map(heightOf);
  const wideNotes = wideNotesNow();
  const facts = movable('facts', sideOne, wideColumn) ?? { here: 0, there: 0 };
  const inSideOne = found.filter((node) => columnOf(node)[0] === 'side-one');
  const others = found.filter((node) => !inSideOne.includes(node));
  const heights = lossesOf(others);
  body.classList.add('tight-wide', 'tight-plan', 'tight-later');
  const wideTight = heightOf(wideColumn);
  const railTight = heightOf(rails);
  const laterTight = laterSides.map(heightOf);
  const wideNotesTight = wideNotesNow();
  const bed = movable('bed-and-sleep', wideColumn, pageOfMoves);
  const life = movable('daily-life', wideColumn, pageOfMoves);
  body.classList.add('run-in-wide');
  const wideRunIn = heightOf(wideColumn);
  const leasts = lossesOf(others);
  body.classList.remove('tight-wide', 'tight-plan', 'tight-later', 'run-in-wide');
  const rows = [...(pageOfMoves?.querySelectorAll('.move') ?? [])].map((node) => ({
    id: idOf(node),
    row: heightOf(node),
    parts: [
      Math.max(0, ...all(node, '.move-figures > *')),
      Math.max(0, ...all(node, 'h3')),
      all(node, '.move-words > *').reduce((sum, height) => sum + height, 0),
    ],
  }));
  const moves = rows.map(({ id, row, parts }, index) => {
    // Two moves stand in a row, and the higher one of each part decides.
    const partner = rows[index % 2 === 0 ? index + 1 : index - 1];
    const taken = parts.reduce((sum, part, at) => sum + Math.max(part, partner?.parts[at] ?? 0), 0);
    return { id, parts, around: Math.max(0, row - taken) };
  });
  const reliefs: ReliefMeasure[] = [];
  for (const [index, asked] of request.reliefs.entries()) {
    const relief = measureRelief(asked, index, reliefs.at(-1));
    reliefs.push(relief);
    if (relief.rest + Math.min(...relief.boxes.map(higher)) <= request.enough) break;
  }
  if (boxes !== null) boxes.style.contentVisibility = '';
  if (notes !== null) notes.style.display = '';
  const own = lossesOf(inSideOne);
  const blocks = found.map((node) => {
    const at = others.indexOf(node);
    const height = (at < 0 ? own[inSideOne.indexOf(node)] : heights[at]) ?? 0;
    return { id: idOf(node), column: columnOf(node)[0], height, least: leasts[at] ?? height };
  });
  const sections = [...document.querySelectorAll('[data-section]')].flatMap((node) => {
    const ids = [...node.querySelectorAll('[data-block]')].map(idOf);
    if (ids.length === 0 || !ids.every((id) => request.droppable.includes(id))) return [];
    const [name, column] = columnOf(node);
    const inIt = blocks.filter((each) => ids.includes(each.id)).reduce((sum, each) => sum + each.height, 0);
    return [{ column: name, blocks: ids, overhead: Math.max(0, lossOf(node, column) - inIt) }];
  });
  const keyPoints = lossOf(find('[data-part="key-points"]'), sideOne);
  for (const { classes } of request.reliefs) body.classList.remove(...classes);
  const measured = {
    reliefs,
    keyPoints,
    noteIds: [...(notes?.querySelectorAll('.note') ?? [])].map(idOf),
    lifeIds: [...document.querySelectorAll('.daily-life > [data-block]')].map(idOf),
    wideNotes,
    wideNotesTight,
    facts,
    ...(bed === undefined ? {} : { bed }),
    ...(life === undefined ? {} : { life }),
    wide,
    wideTight,
    wideRunIn,
    largest,
    largestPart,
    rail,
    railTight,
    later,
    laterTight,
    moves,
    blocks,
    sections,
  };
  body.style.width = '';
  for (const node of [boxes, sideTwo]) if (node !== null) node.style.alignItems = '';
  boxes?.style.setProperty('--split', '');
  return measured;
}
