/** The rulebook -> every profile there can be, as questions and answers, and back from answers to a profile. */

import { ageBands, type Profile } from '../domain/profile.ts';
import type { FactorRule, Rulebook } from '../domain/rulebook.ts';
import type { Style } from '../domain/topic.ts';
import type { Facts } from '../domain/trace.ts';
import { evaluateTest } from '../tailor/condition.ts';
import type { AnswerSheet, Question } from './decision-diagram.ts';

/** Stands for every medicine that the rulebook does not name. */
export const otherDrug = 'some other medicine';

export function questionsOf(rulebook: Rulebook): Question[] {
  return Object.entries(rulebook.factors).map(([name, rule]) => {
    const answers = answersOf(rule);
    return { name, answers, usual: rule.kind === 'age' ? 'adult' : usualOf(answers) };
  });
}

function usualOf(answers: readonly string[]): string {
  return answers.find((answer) => answer === 'no' || answer === 'none') ?? answers[0] ?? 'unknown';
}

export function answersOf(rule: FactorRule): readonly string[] {
  if (rule.kind === 'yes-no') return ['no', 'unknown', 'yes'];
  if (rule.kind === 'choice') return [...rule.values, 'unknown'];
  if (rule.kind === 'age') return [...ageBands, 'unknown'];
  return ['none', 'unknown', ...rule.names, otherDrug];
}

/** Answers of a factor that meet a test, as the tailoring itself judges it. */
export function meeting(
  rule: FactorRule,
  factor: string,
  values: readonly string[],
): { yes: readonly string[]; unknown: readonly string[] } {
  const truth = (answer: string) => evaluateTest({ factor, values, path: [] }, { [factor]: answer } as Facts);
  const answers = answersOf(rule);
  return {
    yes: answers.filter((answer) => truth(answer) === 'yes'),
    unknown: answers.filter((answer) => truth(answer) === 'unknown'),
  };
}

/** The profile that gives exactly these answers. */
export function profileOf(sheet: AnswerSheet, topic: string, language: string, style: Style): Profile {
  const { age, ...factors } = sheet;
  return {
    patient: { ageBand: age as NonNullable<Profile['patient']['ageBand']> },
    language,
    topics: [topic],
    factors,
    warningSigns: [],
    visit: { codes: [] },
    clinicianSays: {},
    style,
  };
}

/** Only what is unusual about the patient: `blood_thinner: yes, age: older`. */
export function told(sheet: AnswerSheet, questions: readonly Question[]): string {
  const unusual = questions.filter(({ name, usual }) => sheet[name] !== usual);
  if (unusual.length === 0) return 'a healthy adult, every question answered';
  return unusual.map(({ name }) => `${name}: ${sheet[name]}`).join(', ');
}
