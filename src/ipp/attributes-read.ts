/** An IPP answer -> its attributes by name and kind; what is missing or of another kind is left out, never an error. */

import type { IppAnswer, IppValue } from './message.ts';

export interface AttributesRead {
  texts(name: string): readonly string[];
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  numbers(name: string): readonly number[];
  flag(name: string): boolean | undefined;
  /** The upper end of a range. */
  most(name: string): number | undefined;
}

export function readAttributes(answer: IppAnswer, tag: number): AttributesRead {
  const group = answer.groups.find((each) => each.tag === tag);
  const values = (name: string): readonly IppValue[] => group?.attributes.get(name) ?? [];
  const texts = (name: string) => values(name).filter((value) => typeof value === 'string');
  const numbers = (name: string) => values(name).filter((value) => typeof value === 'number');
  return {
    texts,
    text: (name) => texts(name)[0],
    numbers,
    number: (name) => numbers(name)[0],
    flag: (name) => values(name).find((value) => typeof value === 'boolean'),
    most: (name) => {
      const ends = values(name).flatMap(upperEnd);
      return ends.length === 0 ? undefined : Math.max(...ends);
    },
  };
}

function upperEnd(value: IppValue): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && 'to' in value ? [value.to] : [];
}
