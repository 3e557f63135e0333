/** The rulebook -> for each fact by itself, the level of every resource: the table that a medical director reads. */

import type { Level } from '../domain/level.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import { decideLevels } from '../tailor/levels.ts';
import { questionsOf } from './profile-space.ts';

export interface LevelsTable {
  readonly resources: readonly string[];
  /** Resources that stand at one level for everybody: a sentence says it better than a column. */
  readonly fixed: readonly { readonly resource: string; readonly level: Level }[];
  readonly rows: readonly { readonly fact: string; readonly levels: readonly Level[] }[];
}

/** First the healthy adult; then each answer that changes a level, with all else as it is for the healthy adult. */
export function levelsTable(rulebook: Rulebook): LevelsTable {
  const resources = Object.keys(rulebook.resources);
  const questions = questionsOf(rulebook);
  const usual = Object.fromEntries(questions.map((question) => [question.name, question.usual]));
  const levelsWith = (facts: Readonly<Record<string, string>>) => {
    const decided = decideLevels(rulebook, { ...usual, ...facts });
    return resources.map((id) => decided.get(id)?.level ?? 'avoid');
  };
  const healthy = levelsWith({});
  const rows = questions.flatMap(({ name, answers }) =>
    answers
      .map((answer) => ({ fact: `${name}: ${answer}`, levels: levelsWith({ [name]: answer }) }))
      .filter(({ levels }) => levels.some((level, i) => level !== healthy[i])),
  );
  const all = [{ fact: 'a healthy adult', levels: healthy }, ...rows];
  const moves = resources.map((_, i) => all.some(({ levels }) => levels[i] !== healthy[i]));
  const moving = <T>(list: readonly T[]) => list.filter((_, i) => moves[i]);
  return {
    resources: moving(resources),
    fixed: resources.flatMap((resource, i) => (moves[i] ? [] : [{ resource, level: healthy[i] ?? 'avoid' }])),
    rows: all.map(({ fact, levels }) => ({ fact, levels: moving(levels) })),
  };
}
