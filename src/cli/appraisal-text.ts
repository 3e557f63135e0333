/** An appraisal -> the items that do not hold or wait for a person, and the scores so far. */

import type { Appraisal, AppraisalPart, Score, Verdict } from '../domain/appraisal.ts';
import { table } from './table.ts';

export function appraisalText({ verdicts, scores }: Appraisal): string {
  const rows = verdicts.flatMap(row);
  const items =
    rows.length === 0 ? '' : table(['item', 'verdict', 'what it says', 'why, and what to mend'], rows);
  return `${items}\n${scores.map((score) => `${scoreText(score)}\n`).join('')}`;
}

/** What holds, or does not apply, needs nobody's attention. */
function row({ item, says, mend, state }: Verdict): string[][] {
  if (state.kind === 'open') {
    return [[item, 'ask a person', says, shortened(`${state.why}; ${state.hint ?? mend}`)]];
  }
  if (state.kind === 'waits') return [[item, 'waits', says, `for the answer to ${state.item}`]];
  if (state.answer !== 'disagree') return [];
  if (state.kind === 'decided') return [[item, 'disagree', says, `${state.reason}. ${mend}`]];
  const note = state.note === undefined ? '' : `: ${state.note}`;
  return [[item, 'disagree', says, `${state.by}, ${state.date}${note}. ${mend}`]];
}

/** The whole of it is told by `handout appraise`, and by --json. */
const widest = 110;

function shortened(text: string): string {
  return text.length <= widest ? text : `${text.slice(0, widest - 3).trimEnd()}...`;
}

const names: Readonly<Record<AppraisalPart, string>> = {
  understandability: 'PEMAT-P understandability',
  actionability: 'PEMAT-P actionability',
  communication: 'CDC Clear Communication Index',
};

function scoreText({ part, passMark, decided, waiting, percent }: Score): string {
  const score =
    percent === undefined ? 'no item decided so far' : `${percent} % of the ${decided} items decided so far`;
  const wait = waiting === 0 ? 'none waits' : `${waiting} items wait for a person`;
  return `${names[part]}: ${score} (pass mark ${passMark}); ${wait}`;
}
