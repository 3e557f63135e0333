/** The icon set as written in `icons.yaml`: one-colour pictures by id, as path data in each picture's own box. */

import { z } from 'zod';

const pathDataSchema = z
  .string()
  .regex(/^[Mm][\d\s.,eE+\-MmLlHhVvCcSsQqTtAaZz]*$/, 'path data starts with M and holds only path commands');

const iconPathSchema = z.strictObject({
  d: pathDataSchema,
  /** Absent: filled with the colour of the text around it. */
  fill: z.literal('none').optional(),
  rule: z.literal('evenodd').optional(),
  /** Width of a line in the colour of the text, in units of the box; caps and joins are round. */
  stroke: z.number().positive().optional(),
});

export const iconSchema = z.strictObject({
  viewBox: z.tuple([z.number().positive(), z.number().positive()]),
  paths: z.array(iconPathSchema).min(1),
});

export const iconSetSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), iconSchema);

export type Icon = z.infer<typeof iconSchema>;
export type IconSet = z.infer<typeof iconSetSchema>;
