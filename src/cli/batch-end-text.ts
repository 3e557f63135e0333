/** What a batch has to tell at its end -> the table of what was not made, the counts, and last what must not be overlooked. */

import { join } from 'node:path';
import type { Bundle } from '../app/batch-combine.ts';
import type { BatchTally } from './batch-tally.ts';
import { signOffText } from './sign-off-text.ts';
import { troubleTable } from './trouble-table.ts';
import { wrapped } from './wrapped-text.ts';

export interface BatchEnd {
  readonly tally: BatchTally;
  readonly out: string;
  readonly stopped: boolean;
  /** About how many rows there are; undefined when nobody knows. */
  readonly total?: number | undefined;
}

export function endText({ tally, out, stopped, total }: BatchEnd, width: number): string {
  const { counts, bundles } = tally;
  const troubles = tally.troubles();
  const hidden = counts.refused + counts.failed - troubles.length;
  const hiddenRefused = counts.refused - troubles.filter(({ state }) => state === 'refused').length;
  const elsewhere = counts.elsewhere === 0 ? '' : `, ${counts.elsewhere} for other shards`;
  const lines = [
    ...(hidden > 0 ? [`... and ${hidden} more${ofThem(hiddenRefused)}: see the manifest`, ''] : []),
    `${counts.made} made, ${counts.unchanged} unchanged, ${counts.refused} refused for safety, ${counts.failed} failed${elsewhere}.`,
    `They are in ${out}; the manifest there tells of each.`,
    ...bundles.map(bundleText),
    ...tally.odd.texts(),
    ...olderTexts(tally),
    ...(stopped ? [stoppedText(total === undefined ? 0 : total - tally.done)] : []),
    ...(counts.made + counts.unchanged === 0 ? [] : signOffText(tally.states)),
    ...dangerTexts(tally, out),
  ];
  const table = troubles.length === 0 ? [] : [troubleTable(troubles, width)];
  return [...table, ...lines.flatMap((line) => (line === '' ? [''] : wrapped(line, width))), ''].join('\n');
}

function ofThem(refused: number): string {
  return refused > 0 ? ` (${refused} of them refused for safety)` : '';
}

function stoppedText(left: number): string {
  const rest = left > 0 ? `, about ${left} ${left === 1 ? 'row' : 'rows'} before the end` : ' before the end';
  return `Stopped${rest}: run the same command to go on.`;
}

function olderTexts({ older, otherNames }: BatchTally): string[] {
  return [
    ...(older === 1
      ? ['One row that failed has an older sheet in there: look at it before it is handed out.']
      : []),
    ...(older > 1
      ? [`${older} older sheets of rows that failed are in there: look at them before they are handed out.`]
      : []),
    ...(otherNames === 1
      ? ['One row has an older sheet in there under another name: the manifest names last which is right.']
      : []),
    ...(otherNames > 1
      ? [
          `${otherNames} older sheets are in there under other names: the manifest names last which are right.`,
        ]
      : []),
  ];
}

/** Last, since nobody may overlook them. */
function dangerTexts(tally: BatchTally, out: string): string[] {
  const { removed, stuck } = tally;
  return [
    ...(removed === 1
      ? [
          'TAKE BACK: one earlier sheet may not be handed out any more, and was removed. If it was handed out, take it back.',
        ]
      : []),
    ...(removed > 1
      ? [
          `TAKE BACK: ${removed} earlier sheets may not be handed out any more, and were removed. If one was handed out, take it back.`,
        ]
      : []),
    ...stuck.map(
      (file) =>
        `DO NOT HAND OUT ${join(out, file)}: it may not be handed out any more, and could not be removed. Delete it by hand.`,
    ),
    ...tally
      .holding()
      .map(
        (path) =>
          `DO NOT PRINT ${path}: it holds a sheet that is refused now, or may. Delete it; if it was printed, take that sheet back.`,
      ),
  ];
}

function bundleText({ kind, state, path, handouts, pages, papers = [] }: Bundle): string {
  const what = kind === 'zip' ? 'All in one archive' : 'All in one PDF';
  if (state === 'none')
    return `${what}: none, since no handout may be in it. ${path} is gone if it was there.`;
  const count = `${handouts} ${handouts === 1 ? 'handout' : 'handouts'}`;
  const size = pages === undefined ? count : `${count}, ${pages} ${pages === 1 ? 'page' : 'pages'}`;
  const mixed =
    papers.length > 1
      ? `. Warning: it holds pages of ${papers.join(' and ')}: load both, or print one roster for each; between sizes a printer may begin a new sheet`
      : '';
  return `${what}: ${path} (${size}${state === 'unchanged' ? ', unchanged' : ''})${mixed}`;
}
