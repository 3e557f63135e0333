/** The first row of a CSV roster -> its delimiter and what each column holds, or why it can't be used. */

import { type Diagnostic, errorAt } from '../../domain/diagnostic.ts';
import { nearestName } from '../../domain/nearest-name.ts';
import { failure, type Outcome, settle } from '../../domain/outcome.ts';
import type { RosterColumn } from '../../domain/roster-column.ts';

export interface Header {
  readonly delimiter: string;
  /** Undefined where a column is passed over. */
  readonly columns: readonly (RosterColumn | undefined)[];
}

const delimiters = [',', ';', '\t', '|'];
/** A profile has some sixty; a clinic's export some hundreds. */
const mostColumns = 1_000;

/** The delimiter that gives the most names that are known; `given` is one that the file itself names. */
export function readHeader(
  text: string,
  place: { file: string; line: number },
  known: readonly RosterColumn[],
  given?: string,
): Outcome<Header> {
  // Names come last: none of them is lost to an alias of another.
  const byName = new Map([
    ...known.flatMap((column) => column.aliases.map((alias) => [bare(alias), column] as const)),
    ...known.map((column) => [bare(column.name), column] as const),
  ]);
  const find = (cell: string) => byName.get(bare(cell));
  const tried = (given === undefined ? delimiters : [given]).map((delimiter) => {
    const cells = cellsOf(text, delimiter);
    return { delimiter, cells, found: cells.filter((cell) => find(cell) !== undefined).length };
  });
  const best = tried.reduce((a, b) =>
    b.found > a.found || (b.found === a.found && b.cells.length > a.cells.length) ? b : a,
  );
  if (best.found === 0) return failure([errorAt(place, 'no-header', ...noHeader)]);
  if (best.cells.length > mostColumns) return failure([errorAt(place, 'too-many-columns', ...tooMany)]);
  const columns = best.cells.map(find);
  // With one name that is known, the row may be a patient's.
  const tells = best.found > 1;
  const problems = best.cells.flatMap((cell, index) =>
    cell === '' || isPassedOver(cell) ? [] : columnProblems(cell, index, columns, place, known, tells),
  );
  return settle({ delimiter: best.delimiter, columns }, problems);
}

const noHeader = [
  'The first row names no column of a roster',
  'Give each column a name in the first row; `handout roster-template` writes them all',
] as const;

const tooMany = [
  `The first row has more than ${mostColumns} columns`,
  'Keep the columns that `handout roster-template` writes, and save the roster anew',
] as const;

/** A column of the clinic's own that has no part in handouts. */
function isPassedOver(cell: string): boolean {
  return cell.startsWith('_') || cell.startsWith('#');
}

function columnProblems(
  cell: string,
  index: number,
  columns: readonly (RosterColumn | undefined)[],
  place: { file: string; line: number },
  known: readonly RosterColumn[],
  tells: boolean,
): Diagnostic[] {
  const column = columns[index];
  if (column !== undefined) {
    if (columns.indexOf(column) === index) return [];
    const hint = 'Remove one of them';
    return [errorAt(place, 'column-twice', `Two columns give \`${column.name}\``, hint)];
  }
  const isTold = tells && /^\p{L}[\p{L}\p{N}_ ./()-]{0,40}$/u.test(cell) && !/\d{3}/.test(cell);
  const told = isTold ? `The column \`${cell}\`` : `Column ${index + 1}`;
  const untold = isTold ? '' : '. What stands there is not repeated here: it may be about a patient';
  const names = known.map(({ name }) => name);
  const near = nearestName(cell.replace(/[\s.]+/g, '_'), names);
  const begin = near === undefined ? '' : `Did you mean \`${near}\`? `;
  return [
    errorAt(
      place,
      'unknown-column',
      `${told} is not known${untold}`,
      `${begin}A column that is not for handouts may stay when its name begins with _`,
    ),
  ];
}

/** Case, gaps and the headings of a profile don't count: `Birth Date` is `patient.birthDate`. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The first row, quotes respected; one cell more than may be is enough. */
function cellsOf(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      if (cells.length === mostColumns) break;
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell].map((each) => each.replace(/\s+/g, ' ').trim());
}

/** Where a text's first row ends, or undefined when it goes on beyond the text. */
export function endOfRow(text: string, from = 0): number | undefined {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === '\n' && !quoted) return at;
  }
  return undefined;
}
