/** What the sheets ask the reader to do -> judgements on actions, steps, tools and whom to call. */

import type { PrintedBlock } from '../domain/handout.ts';
import { type Judge, onEverySheet } from './judgement.ts';
import { present, wordsIn } from './layout-judged.ts';
import { blocksOf } from './material.ts';

export const anAction: Judge = present(
  'nothing tells what to do today',
  'what to do today has a section of its own',
  ({ today }) => today.blocks.length > 0,
);

const longestStep = 20;

export const explicitSteps: Judge = (material) =>
  onEverySheet(
    material,
    ({ handout }) => {
      const stepped = blocksOf(handout).filter(({ steps }) => steps.length > 0);
      if (stepped.length === 0) return 'nothing is told in steps';
      return stepped.map(unclearStep).find((found) => found !== undefined);
    },
    `moves are told in steps of ${longestStep} words at most, one thing at a time`,
  );

function unclearStep({ id, steps }: PrintedBlock): string | undefined {
  if (steps.length < 2) return `block ${id} has one step only`;
  const long = steps.findIndex((step) => wordsIn(step) > longestStep);
  if (long >= 0) return `step ${long + 1} of block ${id} has over ${longestStep} words`;
  const doubled = steps.findIndex((step) => /\band then\b/i.test(step.map((run) => run.text).join('')));
  return doubled >= 0 ? `step ${doubled + 1} of block ${id} tells two things` : undefined;
}

export const aTool: Judge = present(
  'there is no plan, no week to tick off and nothing to say back',
  'a plan with dates, a week to tick off and questions to say back',
  ({ plan }) => plan.week.length > 0 || plan.dates.length > 0,
);

export const howAndWhoToCall: Judge = (material) =>
  onEverySheet(
    material,
    ({ handout: { clinic, warning, plan, moves } }) => {
      if (clinic.phone.trim() === '') return 'no number to call';
      const signs = [warning.emergency, warning.sameDay].every(
        ({ groups, forYou, conditions }) => groups.length + forYou.length + conditions.length > 0,
      );
      if (!signs) return 'not told when to call now or today';
      if (plan.dates.length + plan.anyTime.length === 0) return 'not told when to come back';
      return moves?.blocks.some(({ steps }) => steps.length > 0) === true
        ? undefined
        : 'not told how to do it, step by step';
    },
    'moves in steps, signs for which to call, and a plan of when to come back',
  );
