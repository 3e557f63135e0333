/** The sheets of a topic, the answers that people gave and the hash of its text now -> the verdict on every item, and the scores. */

import type {
  Answer,
  Appraisal,
  AppraisalPart,
  ItemState,
  Score,
  StoredAnswer,
  Verdict,
} from '../domain/appraisal.ts';
import { clearCommunicationItems } from './clear-communication.ts';
import type { Item } from './item.ts';
import type { Material } from './material.ts';
import { pematItems } from './pemat.ts';

/** Also in the order of the table. */
const passMarks: Readonly<Record<AppraisalPart, number>> = {
  understandability: 70,
  actionability: 70,
  communication: 90,
};

export function appraise(
  material: Material,
  stored: readonly StoredAnswer[],
  /** The hash of the text as it is now. */
  text: string,
): Appraisal {
  const known = new Map<string, Answer>();
  const verdicts = [...pematItems, ...clearCommunicationItems].map((item): Verdict => {
    const state = stateOf(item, material, known, stored, text);
    if (state.kind === 'decided' || state.kind === 'answered') known.set(item.id, state.answer);
    return { item: item.id, part: item.part, says: item.says, mend: item.mend, state };
  });
  return { verdicts, scores: scoresOf(verdicts) };
}

function stateOf(
  item: Item,
  material: Material,
  known: ReadonlyMap<string, Answer>,
  stored: readonly StoredAnswer[],
  text: string,
): ItemState {
  const judged = item.judge(material, (id) => known.get(id));
  if (judged.kind !== 'ask') return judged;
  const given = stored.find((answer) => answer.item === item.id);
  if (given?.text === text) {
    const { answer, by, date, note } = given;
    return { kind: 'answered', answer, by, date, note };
  }
  const why = given === undefined ? 'nobody was asked' : `asked again: the text changed since ${given.date}`;
  return { kind: 'open', why, hint: judged.hint };
}

export function scoresOf(verdicts: readonly Verdict[]): Score[] {
  return (Object.keys(passMarks) as AppraisalPart[]).map((part): Score => {
    const states = verdicts.filter((verdict) => verdict.part === part).map(({ state }) => state);
    const given = states.flatMap((state) => ('answer' in state ? [state.answer] : []));
    const agreed = given.filter((answer) => answer === 'agree').length;
    const decided = given.filter((answer) => answer !== 'not-applicable').length;
    return {
      part,
      passMark: passMarks[part],
      agreed,
      decided,
      waiting: states.length - given.length,
      ...(decided === 0 ? {} : { percent: Math.floor((100 * agreed) / decided) }),
    };
  });
}
