/** Answers and the step -> the fields that this step does not show, so that they are not lost on the way. */

import type { Answers } from './answers.ts';
import type { Situation } from './situation.ts';

interface Field {
  readonly name: string;
  readonly value: string;
}

const everywhere = ['topic', 'code', 'kept', 'out', 'put', 'order'] as const;
/** What the form itself shows. */
const inForm = ['language', 'style', 'size', 'paper', 'age', 'name', 'line', 'visit', 'note'] as const;
/** What the bar shows; a stop has none. */
const inBar = ['printer', 'copies'] as const;

function byId(letter: 'f' | 's', values: Readonly<Record<string, string>>): Field[] {
  return Object.entries(values).map(([id, value]) => ({ name: `${letter}.${id}`, value }));
}

export function carriedFields(
  answers: Answers,
  step: Situation['kind'],
  { shown, made }: { readonly shown: string; readonly made: string },
): Field[] {
  const fields = (names: readonly (keyof Omit<Answers, 'factors' | 'says'>)[]) =>
    names.flatMap((name) => [answers[name]].flat().map((value) => ({ name, value })));
  const form = step === 'form';
  return [
    ...fields(everywhere),
    ...fields(['seen']),
    ...(step === 'check' ? [] : fields(form ? ['checked'] : ['sign', 'checked'])),
    ...(form ? [] : fields(inForm)),
    ...(step === 'stop' ? fields(inBar) : []),
    ...(form ? [] : byId('f', answers.factors)),
    ...(form ? [] : byId('s', answers.says)),
    { name: 'shown', value: shown },
    { name: 'made', value: made },
  ].filter(({ value }) => value !== '');
}
