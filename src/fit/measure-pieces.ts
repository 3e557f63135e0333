/** The page in the browser, in print media -> heights of the pieces of its columns. Their widths stay as measured: the page is not for printing then. */

import type { Column, NotesMeasure } from './measurements.ts';
import type { PageDocument, PageNode } from './page-node.ts';
import type { PieceMeasure, PieceState, PiecesMeasured, PiecesRequest } from './piece-measures.ts';

declare const document: PageDocument;
declare function getComputedStyle(node: PageNode): { readonly marginBlockStart: string };

/** Runs inside the page and must not refer to anything outside itself. */
export async function measurePieces(request: PiecesRequest): Promise<PiecesMeasured> {
  const { body } = document;
  const heightOf = (node: PageNode | null) => node?.getBoundingClientRect().height ?? 0;
  // Layout counts in 64ths of a pixel, cut off: else the frame of a column would depend on how many pieces it has.
  const gapOf = (node: PageNode) =>
    Math.floor(Number.parseFloat(getComputedStyle(node).marginBlockStart) * 64 || 0) / 64;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const find = (selector: string) => document.querySelector(selector);
  body.style.width = `${request.liveWidth}mm`;
  const boxes = find('[data-part="sign-boxes"]');
  // Boxes and columns show their own heights only while they are not stretched to one.
  for (const node of [boxes, find('[data-side="2"]')]) if (node !== null) node.style.alignItems = 'start';
  // Only layout tells which fonts are in use.
  heightOf(body);
  await document.fonts.ready;

  const wide = find('[data-column="wide"]');
  const pageOfMoves = find('[data-side="4"]');
  const columns: Record<Column, readonly PageNode[]> = {
    'side-one': [...(find('[data-side="1"]')?.children ?? [])],
    wide: [...(wide?.children ?? [])],
    rail: [...(find('[data-column="rail"]')?.children ?? [])],
    later: [find('[data-side="3"]'), pageOfMoves].filter((node) => node !== null),
  };
  const frameOf = (column: PageNode | null, children: readonly PageNode[]) =>
    heightOf(column) - sum(children.map((child) => heightOf(child) + gapOf(child)));

  interface Piece {
    readonly node: PageNode;
    readonly part: string;
    readonly blocks: readonly PageNode[];
    readonly sections: readonly PageNode[];
  }
  const idOf = (node: PageNode) => node.getAttribute('data-block') ?? '';
  const partOf = (node: PageNode) => node.getAttribute('data-part') ?? '';
  const within = (node: PageNode, selector: string, own: string) => [
    ...(node.getAttribute(own) === null ? [] : [node]),
    ...node.querySelectorAll(selector),
  ];
  const idsIn = (node: PageNode) => within(node, '[data-block]', 'data-block').map(idOf);
  const mayGo = (id: string) => request.droppable.includes(id);
  const pieceOf = (column: Column, node: PageNode): Piece => {
    // What stands on a later side is not measured block by block.
    const later = column === 'later';
    return {
      node,
      part: partOf(node),
      blocks: later ? [] : within(node, '[data-block]', 'data-block').filter((each) => mayGo(idOf(each))),
      sections: later
        ? []
        : within(node, '[data-section]', 'data-section').filter(
            (each) => idsIn(each).length > 0 && idsIn(each).every(mayGo),
          ),
    };
  };
  const asked = (column: Column): Piece[] =>
    columns[column].flatMap((node, index) =>
      request.asked !== undefined && request.asked[column][index] !== true ? [] : [pieceOf(column, node)],
    );
  const pieces: Record<Column, Piece[]> = {
    'side-one': asked('side-one'),
    wide: asked('wide'),
    rail: asked('rail'),
    later: asked('later'),
  };

  /** Takes the node out until it is put back. */
  const takenOut = (node: PageNode) => {
    const { parentNode, nextSibling } = node;
    node.remove();
    return () => void parentNode?.insertBefore(node, nextSibling);
  };
  /** What each piece loses with each of its nodes. One node of each piece goes at a time, for one layout. */
  const lossesOf = (those: readonly Piece[], states: readonly PieceState[], of: 'blocks' | 'sections') => {
    const losses = those.map((): number[] => []);
    for (let turn = 0; those.some((piece) => turn < piece[of].length); turn += 1) {
      const gone = those.map((piece) => piece[of][turn]);
      const undo = gone.map((node, at) =>
        node === undefined || node === those[at]?.node ? undefined : takenOut(node),
      );
      those.forEach(({ node }, at) => {
        const { height = 0, gap = 0 } = states[at] ?? {};
        if (gone[at] !== undefined)
          losses[at]?.push(gone[at] === node ? height + gap : height - heightOf(node));
      });
      for (const putBack of undo) putBack?.();
    }
    return losses;
  };
  const stateOf = (those: readonly Piece[], blocksToo = true): PieceState[] => {
    const plain = those.map(({ node }) => ({
      height: heightOf(node),
      gap: gapOf(node),
      losses: [],
      sectionLosses: [],
    }));
    if (!blocksToo) return plain;
    const losses = lossesOf(those, plain, 'blocks');
    const sectionLosses = lossesOf(those, plain, 'sections');
    return plain.map((state, at) => ({
      ...state,
      losses: losses[at] ?? [],
      sectionLosses: sectionLosses[at] ?? [],
    }));
  };
  const statesBy = (those: readonly Piece[], states: readonly (readonly PieceState[])[]) =>
    those.map((_, at) => states.flatMap((state) => state[at] ?? []));
  /** What a column gains when the node stands in it for as long as this looks. */
  const gainOf = <T>(
    node: PageNode,
    column: PageNode,
    before: PageNode | null,
    use: (gain: number) => T,
  ): T => {
    const putBack = takenOut(node);
    const without = heightOf(column);
    column.insertBefore(node, before);
    const used = use(heightOf(column) - without);
    node.remove();
    putBack();
    return used;
  };

  const notes = pieces['side-one'].find(({ part }) => part === 'notes')?.node;
  const noteNodes = [...(notes?.querySelectorAll('.note') ?? [])];
  const notesOf = (total: number): NotesMeasure => {
    const each = noteNodes.map(heightOf);
    return { each, frame: total - sum(each) };
  };
  const wideNotes = () =>
    notes === undefined || wide === null ? [] : [gainOf(notes, wide, wide.firstChild, notesOf)];

  const frames = {
    'side-one': frameOf(find('[data-side="1"]'), columns['side-one']),
    wide: frameOf(wide, columns.wide),
    rail: frameOf(find('[data-column="rail"]'), columns.rail),
    later: 0,
  };
  const unsplit = '.card, .level-row, .keep, .move, .figure-row, .note, .fact, .plan-part';
  const largestIn = ({ node }: Piece) => {
    const own = unsplit.split(', ').some((name) => node.className.split(' ').includes(name.slice(1)));
    return Math.max(own ? heightOf(node) : 0, ...[...node.querySelectorAll(unsplit)].map(heightOf));
  };
  const largest = new Map(Object.values(pieces).flatMap((all) => all.map((each) => [each, largestIn(each)])));
  // Side two and the later sides: with air, with less, and with headings in line.
  const airy = { wide: stateOf(pieces.wide), rail: stateOf(pieces.rail), later: stateOf(pieces.later) };
  const wideNotesAiry = wideNotes();
  const facts = pieces['side-one'].find(({ part }) => part === 'facts');
  const elsewhere = new Map<Piece, { here: number; there: number }>();
  if (facts !== undefined && wide !== null) {
    const here = heightOf(facts.node) + gapOf(facts.node);
    elsewhere.set(facts, { here, there: gainOf(facts.node, wide, null, (gain) => gain) });
  }
  body.classList.add('tight-wide', 'tight-plan', 'tight-later');
  const tight = {
    wide: stateOf(pieces.wide, false),
    rail: stateOf(pieces.rail),
    later: stateOf(pieces.later),
  };
  const wideNotesTight = wideNotes();
  for (const piece of pieces.wide) {
    if (pageOfMoves === null || !['bed-and-sleep', 'daily-life'].includes(piece.part)) continue;
    const here = heightOf(piece.node) + gapOf(piece.node);
    elsewhere.set(piece, { here, there: gainOf(piece.node, pageOfMoves, null, (gain) => gain) });
  }
  body.classList.add('run-in-wide');
  const runIn = stateOf(pieces.wide);
  body.classList.remove('tight-wide', 'tight-plan', 'tight-later', 'run-in-wide');

  // Side one, one relief more each time.
  const withBoxes = pieces['side-one'].find(({ node }) =>
    [...node.querySelectorAll('[data-part="sign-boxes"]')].some((each) => each === boxes),
  );
  const reliefs: PieceState[][] = [];
  const notesHere: NotesMeasure[] = [];
  const above: number[] = [];
  const topOf = (node: PageNode | null) => node?.getBoundingClientRect().top ?? 0;
  for (const { classes } of request.reliefs) {
    body.classList.add(...classes);
    const states = stateOf(pieces['side-one']);
    if (withBoxes !== undefined) {
      const at = pieces['side-one'].indexOf(withBoxes);
      const { height = 0, ...state } = states[at] ?? { gap: 0, losses: [], sectionLosses: [] };
      states[at] = { ...state, height: height - heightOf(boxes) };
    }
    above.push(boxes === null ? 0 : topOf(boxes) - topOf(find('[data-side="1"]') ?? body));
    if (notes !== undefined) notesHere.push(notesOf(heightOf(notes) + gapOf(notes)));
    reliefs.push(states);
  }
  for (const { classes } of request.reliefs) body.classList.remove(...classes);

  const states: Record<Column, PieceState[][]> = {
    'side-one': statesBy(pieces['side-one'], reliefs),
    wide: statesBy(pieces.wide, [airy.wide, tight.wide, runIn]),
    rail: statesBy(pieces.rail, [airy.rail, tight.rail]),
    later: statesBy(pieces.later, [airy.later, tight.later]),
  };
  const measuredIn = (column: Column) =>
    columns[column].map((node): PieceMeasure | null => {
      const at = pieces[column].findIndex((piece) => piece.node === node);
      const piece = pieces[column][at];
      if (piece === undefined) return null;
      const moved = elsewhere.get(piece);
      const isNotes = piece.node === notes;
      return {
        part: piece.part,
        states: states[column][at] ?? [],
        blocks: piece.blocks.map(idOf),
        sections: piece.sections.map(idsIn),
        largest: largest.get(piece) ?? 0,
        holdsBoxes: piece === withBoxes,
        ...(isNotes ? { notes: { here: notesHere, wide: [...wideNotesAiry, ...wideNotesTight] } } : {}),
        ids: idsIn(node),
        ...(moved === undefined ? {} : { elsewhere: moved }),
      };
    });
  return {
    pieces: {
      'side-one': measuredIn('side-one'),
      wide: measuredIn('wide'),
      rail: measuredIn('rail'),
      later: measuredIn('later'),
    },
    frames,
    above,
  };
}
