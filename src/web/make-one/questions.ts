/** A topic and the rulebook -> the factors that this topic asks about, in groups by what the answer does, weightiest first. */

import { type Condition, factorTests } from '../../domain/condition.ts';
import type { Content, TopicContent } from '../../domain/content.ts';
import type { FactorRule } from '../../domain/rulebook.ts';

export type QuestionGroup = 'signs' | 'medicine' | 'moves' | 'about';

export interface Question {
  readonly id: string;
  readonly rule: FactorRule;
  readonly group: QuestionGroup;
  /** How many signs, levels and blocks look at it. */
  readonly weight: number;
}

/** Of the sheet, from the first group to the last; `age` is asked apart from them. */
export function questionsOf(content: Content, topic: TopicContent): Question[] {
  const { rulebook } = content;
  const signs = count(
    Object.values(rulebook.signs).flatMap((sign) => [sign.when, sign.raised_when].flatMap(factorsIn)),
  );
  const used = new Set(
    topic.blocks.flatMap(({ resource, recommends }) => [
      ...(resource === undefined ? [] : [resource]),
      ...recommends,
    ]),
  );
  const inMedicine = new Set(
    topic.blocks.flatMap(({ section, resource }) =>
      section === 'medicine' && resource !== undefined ? [resource] : [],
    ),
  );
  const levelsOf = (wanted: (resource: string) => boolean) =>
    count(
      Object.entries(rulebook.resources)
        .filter(([id]) => used.has(id) && wanted(id))
        .flatMap(([, rule]) => [...rule.ask, ...rule.avoid].flatMap(factorsIn)),
    );
  const medicine = levelsOf((id) => inMedicine.has(id));
  const others = levelsOf((id) => !inMedicine.has(id));
  const blocks = count(topic.blocks.flatMap(({ when, fits }) => [when, fits].flatMap(factorsIn)));
  const at = (counted: ReadonlyMap<string, number>, id: string) => counted.get(id) ?? 0;
  const groupOf = (id: string, rule: FactorRule): QuestionGroup => {
    if (rule.kind === 'choice' && rule.about) return 'about';
    if (at(signs, id) > 0) return 'signs';
    return at(medicine, id) > 0 ? 'medicine' : 'moves';
  };
  const questions = Object.entries(rulebook.factors).flatMap(([id, rule]): Question[] => {
    if (rule.kind === 'age') return [];
    const weight = 3 * at(signs, id) + 2 * at(medicine, id) + at(others, id) + at(blocks, id);
    return weight === 0 ? [] : [{ id, rule, group: groupOf(id, rule), weight }];
  });
  return questions.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || byWeight(a, b));
}

export const order: readonly QuestionGroup[] = ['signs', 'medicine', 'moves', 'about'];

/** Choices with many values lead their group; the questions about the complaint keep the rulebook's order. */
function byWeight(a: Question, b: Question): number {
  if (a.group === 'about') return 0;
  const choice = (question: Question) => Number(question.rule.kind === 'choice');
  return choice(b) - choice(a) || b.weight - a.weight;
}

function factorsIn(condition: Condition | undefined): string[] {
  if (condition === undefined) return [];
  return [...new Set(factorTests(condition).map(({ factor }) => factor))];
}

function count(ids: readonly string[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const id of ids) counted.set(id, (counted.get(id) ?? 0) + 1);
  return counted;
}
