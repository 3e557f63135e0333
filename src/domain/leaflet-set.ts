/** A set: the sheets of a leaflet library, one for each combination, made for nobody in particular. */

import { z } from 'zod';
import { paperSchema } from './clinic.ts';
import { styleSchema } from './topic.ts';

export const leafletSetSchema = z.strictObject({
  title: z.string().min(1).max(100),
  /** Ids of topics; `*` takes all. */
  topics: z.array(z.string()).min(1),
  /** Language tags; `*` takes all in which a topic is written. */
  languages: z.array(z.string()).min(1).default(['*']),
  sizes: z
    .array(z.enum(['standard']))
    .min(1)
    .default(['standard']),
  papers: z.array(paperSchema).min(1).default(['A4', 'Letter']),
  styles: z.array(styleSchema).min(1).default(['standard']),
  /** One packet for each combination instead of one sheet for each topic. */
  together: z.boolean().default(false),
});
export type LeafletSet = z.infer<typeof leafletSetSchema>;
