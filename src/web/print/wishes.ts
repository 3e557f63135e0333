/** A form of the desk -> how it is to be printed: printer, copies, sides, tray, color; bounded, and never an error. */

import { z } from 'zod';
import type { Sides } from '../../domain/clinic.ts';

const schema = z.object({
  printer: z.string().max(200).catch(''),
  copies: z.coerce.number().int().min(1).max(99).catch(1),
  sides: z.enum(['', 'both', 'one']).catch(''),
  tray: z.string().max(80).catch(''),
  mono: z.string().max(10).catch(''),
  ticket: z.string().max(40).catch(''),
});

/** Empty: as it is set up for the printer. */
export interface Wishes {
  readonly printer: string;
  readonly copies: number;
  readonly sides: '' | 'both' | 'one';
  readonly tray: string;
  readonly mono: boolean;
  /** Of the form that was shown: it prints once. */
  readonly ticket: string;
}

export function wishesOf(form: unknown): Wishes {
  const { mono, ...wishes } = schema.parse(typeof form === 'object' && form !== null ? form : {});
  return { ...wishes, mono: mono !== '' };
}

const sidesOf: Readonly<Record<Wishes['sides'], Sides | undefined>> = {
  '': undefined,
  both: 'two-sided-long-edge',
  one: 'one-sided',
};

export function printWishes({ copies, sides, tray, mono }: Wishes) {
  return {
    copies,
    sides: sidesOf[sides],
    mono: mono ? true : undefined,
    tray: tray === '' ? undefined : tray,
  };
}
