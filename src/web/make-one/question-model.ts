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
  /** What is known already answers it. */
  readonly notAsked: boolean;
  /** It is answered although it is not asked: the answer stands, since it is the more careful one. */
  readonly disagrees: boolean;
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
  /** How many of them are asked. */
  readonly open: number;
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
    unasked = false,
  ): QuestionModel => {
    const signs = added.get(id) ?? [];
    const unseen = signs.filter((sign) => !answers.seen.includes(sign) || answers.sign.includes(sign));
    const changed = changes.get(id) ?? [];
    const yes = given === 'yes' || (drug && !['', 'none', 'unknown'].includes(given));
    const told = id === 'age' ? given !== '' : yes || given === 'pregnant' || given === 'breastfeeding';
    const stands = !['', 'unknown', 'no', 'none'].includes(given);
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
      notAsked: unasked && !stands,
      disagrees: unasked && stands,
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
  const asked = questionsOf(content, topic);
  const age = model('age', 'age', [...ageBands, 'unknown'], answers.age, false);
  const groups = order.flatMap((id): GroupModel[] => {
    const own = asked.filter((question) => question.group === id);
    if (own.length === 0) return [];
    const questions = own.map((question) => {
      const { id: factor, rule } = question;
      const given = answers.factors[factor] ?? '';
      return model(
        factor,
        `f.${factor}`,
        valuesOf(rule),
        given,
        rule.kind === 'drug',
        !isAsked(question, facts),
      );
    });
    const open = questions.filter(({ notAsked }) => !notAsked);
    const answered = open.filter(({ id: factor }) => answers.factors[factor] !== undefined).length;
    return [{ id, questions, open: open.length, answered, whole: answered === open.length }];
  });
  const answered = groups.reduce((sum, group) => sum + group.answered, 0) + Number(answers.age !== '');
  const all = [age, ...groups.flatMap(({ questions }) => questions)].filter(({ notAsked }) => !notAsked);
  return {
    age,
    groups,
    answered,
    total: all.length,
    blanks: all.length - answered,
    waiting: all.reduce((sum, { ask }) => sum + ask.length, 0),
  };
}

/** Pregnancy, say, is not asked about at every age. */
function isAsked({ rule }: Question, facts: Facts): boolean {
  if (rule.kind !== 'choice' || rule.asked_when === undefined) return true;
  return evaluate(rule.asked_when, facts) !== 'no';
}

export function valuesOf(rule: Question['rule']): string[] {
  if (rule.kind === 'yes-no') return ['yes', 'no', 'unknown'];
  if (rule.kind === 'drug') return ['', 'none', ...rule.names, 'yes', 'unknown'];
  if (rule.kind !== 'choice') return [];
  // "Neither" stands last of what is known, as on the design; the rulebook has it first, for it counts where nothing is asked.
  const [first, ...rest] = rule.values;
  return first === 'no' ? [...rest, first, 'unknown'] : [...rule.values, 'unknown'];
}
