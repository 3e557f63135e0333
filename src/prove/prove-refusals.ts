/** Content -> a ticked sign, an answer that is one, and a blocking code each stop the sheet, with the right care. */

import type { CalendarDate } from '../domain/calendar-date.ts';
import { factorTests } from '../domain/condition.ts';
import type { Content, TopicContent } from '../domain/content.ts';
import { coreSigns } from '../domain/core-signs.ts';
import type { Never } from '../domain/never.ts';
import type { Profile } from '../domain/profile.ts';
import type { Refusal } from '../domain/trace.ts';
import { tailor } from '../tailor/tailor.ts';
import type { Breach } from './breach.ts';
import type { AnswerSheet } from './decision-diagram.ts';
import { profileOf, questionsOf } from './profile-space.ts';

const careRank: Readonly<Record<Refusal['care'], number>> = {
  review: -1,
  soon: 0,
  'same-day': 1,
  emergency: 2,
};

interface Trial {
  readonly about: string;
  readonly sheet: AnswerSheet;
  readonly rest?: Partial<Profile>;
  /** The least care that the screen must ask for. */
  readonly care: Refusal['care'];
}

/**
 * The screen looks at ticked signs, answers that tick one, and codes; of the facts only those that make a sign more
 * urgent. So the healthiest and the least known patient stand for all.
 */
export function proveRefusals(
  content: Content,
  topic: TopicContent,
  language: string,
  today: CalendarDate,
  never: Never,
): { breaches: Breach[]; tried: number } {
  // Withdrawn, everything would be refused, and nothing proved.
  const inUse = { ...content, withdrawn: [] };
  const trials = trialsOf(content, never);
  const breaches = trials.flatMap((trial): Breach[] => {
    const { about, sheet, rest, care } = trial;
    const profile = { ...profileOf(sheet, topic.topic.id, language, 'standard'), ...rest };
    const input = {
      content: inUse,
      topic,
      language,
      profile,
      today,
      paper: 'A4' as const,
      drawings: new Map(),
    };
    const made = tailor({ ...input, omit: new Set(), canPrint: () => true, notesConfirmed: true });
    const wrong =
      made.kind !== 'refused'
        ? `A home-care sheet is printed although ${about}`
        : careRank[made.refusal.care] < careRank[care]
          ? `The screen asks for ${made.refusal.care} care when ${about}; ${care} is right`
          : undefined;
    if (wrong === undefined) return [];
    const hint = 'See `signs`, `ticks` and `blocking_codes` in rulebook.yaml';
    return [{ property: 'refusals', about, message: wrong, hint, profile: sheet }];
  });
  return { breaches, tried: trials.length };
}

function trialsOf(content: Content, never: Never): Trial[] {
  const { rulebook } = content;
  const questions = questionsOf(rulebook);
  const healthy: AnswerSheet = Object.fromEntries(questions.map(({ name, usual }) => [name, usual]));
  const notKnown: AnswerSheet = Object.fromEntries(questions.map(({ name }) => [name, 'unknown']));
  const signs = [...new Set([...Object.keys(rulebook.signs), ...coreSigns.keys()])];
  const ownTicks = Object.entries(rulebook.factors).map(([id, rule]) => {
    const ticks = Object.entries(rule.kind === 'choice' ? rule.ticks : {});
    const cares = ticks.map(([answer, sign]) => [answer, coreSigns.get(sign) ?? ('same-day' as const)]);
    return [id, Object.fromEntries(cares) as Record<string, Refusal['care']>] as const;
  });
  const codes = [...new Set([...Object.keys(rulebook.blocking_codes), ...Object.keys(never.refuse.codes)])];
  const patients = [healthy, notKnown];
  return [
    ...patients.flatMap((sheet) => [
      ...signs.map((id) => ({
        about: `the sign ${id} is ticked`,
        sheet,
        rest: { warningSigns: [id] },
        care: coreSigns.get(id) ?? rulebook.signs[id]?.urgency ?? 'emergency',
      })),
      ...codes.flatMap((code) =>
        [code, code.toLowerCase(), code.replace('.', ''), `${code}9`].map((written) => ({
          about: `the visit has the code ${written}`,
          sheet,
          rest: { visit: { codes: ['M62.830', written] } },
          care: never.refuse.codes[code] ?? ('same-day' as const),
        })),
      ),
      ...[...ownTicks, ...Object.entries(never.refuse.answers)].flatMap(([factor, answers]) =>
        Object.entries(answers).map(([answer, care]) => ({
          about: `${factor} is ${answer}`,
          sheet: { ...sheet, [factor]: answer },
          care,
        })),
      ),
    ]),
    ...never.refuse.emergency.flatMap(({ sign, with: condition }) =>
      factorTests(condition).flatMap(({ factor, values }) =>
        [...values, 'unknown'].map((value) => ({
          about: `the sign ${sign} is ticked and ${factor} is ${value}`,
          sheet: { ...healthy, [factor]: value },
          rest: { warningSigns: [sign] },
          care: 'emergency' as const,
        })),
      ),
    ),
  ];
}
