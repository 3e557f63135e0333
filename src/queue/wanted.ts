/** What a job in Redis carries: where its row stands and what was asked for; never whom it is for. */

import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar-date.ts';
import type { Place } from '../domain/diagnostic.ts';

export const wantedSchema = z.strictObject({
  /** Keyed hash of the row's id: by it the row is found again. */
  job: z.string().regex(/^[0-9a-f]{32}$/),
  /** Which key made the hash. */
  key: z.string().regex(/^[0-9a-f]{8}$/),
  /** Absolute path of the roster or folder, or the name of a set: the worker reads the row there. */
  source: z.string().min(1),
  /** Where it stood, for people. */
  row: z.int().min(1).optional(),
  topics: z.array(z.string()).optional(),
  language: z.string().optional(),
  date: calendarDateSchema.optional(),
});
export type Wanted = z.infer<typeof wantedSchema>;

export function placeOf({ source: file, row: line }: Wanted): Place {
  return { file, ...(line === undefined ? {} : { line }) };
}

/** Why a row has no handout, as it is kept in Redis: places and codes, no values. */
export const missedSchema = z.object({
  state: z.enum(['failed', 'refused']),
  code: z.string(),
  column: z.string().optional(),
});
export type Missed = z.infer<typeof missedSchema>;

/** All keys of the program begin so; another program may use the same Redis. */
export const redisPrefix = 'handout';
