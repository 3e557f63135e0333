/** The root context of the page's templates: the handout and, under `page`, what was decided by measuring it. */

import { z } from 'zod';
import { handoutSchema } from '../domain/handout.ts';
import { pageSettingsSchema } from '../domain/page-settings.ts';

export const pageModelSchema = handoutSchema.extend({
  page: pageSettingsSchema.extend({
    /** The title needs smaller type. */
    longTitle: z.boolean(),
  }),
  /** The notes that side one has no room for. */
  sideTwoNotes: handoutSchema.shape.notes,
});
export type PageModel = z.infer<typeof pageModelSchema>;
