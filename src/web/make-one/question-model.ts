/** Questions, answers and what they changed -> the groups of questions as the form shows them. */

import type { Content, TopicContent } from '../../domain/content.ts';
import { ageBands } from '../../domain/profile.ts';
import type { Facts } from '../../domain/trace.ts';
import { evaluate } from '../../tailor/condition.ts';
import type { Answers } from './answers.ts';
import { order, type Question, type QuestionGroup, questionsOf } from './questions.ts';
import type { ReasonRow } from './reasons.ts';
import { addedSigns } from './sign-check.ts';
import type { StaffWords } from './words.ts';

export interface ChoiceModel {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
  readonly unknown: boolean;
}

export interface QuestionModel {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly choices: readonly ChoiceModel[];
  /** A list to pick from, where there are many. */
  readonly pick: boolean;
  /** Three answers stand at the end of the line; more stand under the question. */
  readonly three: boolean;
  readonly yes: boolean;
  readonly changes: number;
  readonly firstChange: string;
  /** Signs that the answer adds, and that nobody has asked about yet. */
  readonly ask: readonly { readonly id: string; readonly text: string; readonly ticked: boolean }[];
  readonly askIds: string;
  readonly asked: number;
}

export interface GroupModel {
  readonly id: QuestionGroup;
  readonly questions: readonly QuestionModel[];
  readonly answered: number;
  readonly whole: boolean;
}

export interface QuestionsModel {
  readonly age: QuestionModel;
  readonly groups: readonly GroupModel[];
  readonly answered: number;
  readonly total: number;
  readonly blanks: number;
  /** Signs that wait to be asked about. */
  readonly waiting: number;
}

export function questionsModel(
  content: Content,
  topic: TopicContent,
  answers: Answers,
  facts: Facts,
  changes: ReadonlyMap<string, readonly ReasonRow[]>,
  words: StaffWords,
): QuestionsModel {
  const added = addedSigns(content.rulebook, facts);
  const model = (
    id: string,
    name: string,
    values: readonly string[],
    given: string,
    drug: boolean,
  ): QuestionModel => {
    const signs = added.get(id) ?? [];
    const unseen = signs.filter((sign) => !answers.seen.includes(sign) || answers.sign.includes(sign));
    const changed = changes.get(id) ?? [];
    const yes = given === 'yes' || (drug && !['', 'none', 'unknown'].includes(given));
    const told = id === 'age' ? given !== '' : yes || given === 'pregnant' || given === 'breastfeeding';
    return {
      id,
      name,
      ...words.factor(id),
      choices: values.map((value) => ({
        value,
        text: words.value(id, value),
        chosen: value === given,
        unknown: value === 'unknown',
      })),
      pick: drug,
      three: values.length === 3 && !drug,
      yes,
      changes: told ? changed.length : 0,
      firstChange: changed[0]?.id ?? '',
      ask: unseen.map((sign) => ({
        id: sign,
        text: words.sign(sign, facts),
        ticked: answers.sign.includes(sign),
      })),
      askIds: unseen.join(' '),
      asked: signs.length - unseen.length,
    };
  };
  const asked = questionsOf(content, topic).filter((question) => isAsked(question, facts));
  const age = model('age', 'age', [...ageBands, 'unknown'], answers.age, false);
  const groups = order.flatMap((id): GroupModel[] => {
    const own = asked.filter((question) => question.group === id);
    if (own.length === 0) return [];
    const questions = own.map(({ id: factor, rule }) =>
      model(factor, `f.${factor}`, valuesOf(rule), answers.factors[factor] ?? '', rule.kind === 'drug'),
    );
    const answered = own.filter(({ id: factor }) => answers.factors[factor] !== undefined).length;
    return [{ id, questions, answered, whole: answered === own.length }];
  });
  const answered = groups.reduce((sum, group) => sum + group.answered, 0) + Number(answers.age !== '');
  const all = [age, ...groups.flatMap(({ questions }) => questions)];
  return {
    age,
    groups,
    answered,
    total: all.length,
    blanks: all.length - answered,
    waiting: all.reduce((sum, { ask }) => sum + ask.length, 0),
  };
}

/** One that is known not to be asked at this age is absent. */
function isAsked({ rule }: Question, facts: Facts): boolean {
  if (rule.kind !== 'choice' || rule.asked_when === undefined) return true;
  return evaluate(rule.asked_when, facts) !== 'no';
}

function valuesOf(rule: Question['rule']): string[] {
  if (rule.kind === 'yes-no') return ['yes', 'no', 'unknown'];
  if (rule.kind === 'drug') return ['', 'none', ...rule.names, 'yes', 'unknown'];
  if (rule.kind !== 'choice') return [];
  // "Neither" stands last of what is known, as on the design; the rulebook has it first, for it counts where nothing is asked.
  const [first, ...rest] = rule.values;
  return first === 'no' ? [...rest, first, 'unknown'] : [...rule.values, 'unknown'];
}
