/** What is decided about a page by measuring it: widths and reliefs that the templates and the styles obey. */

import { z } from 'zod';

export const pageSettingsSchema = z.strictObject({
  /** Width of the 911 box in mm. */
  split: z.number(),
  /** Side two begins a page of its own: side one fitted. */
  sideTwoStartsPage: z.boolean(),
  /** The plan's frame reaches down to the foot of side two. */
  fillSideTwo: z.boolean(),
  /** Less air between the groups of warning signs. */
  tightSigns: z.boolean(),
  /** The pictures beside the groups of the 911 box. */
  groupIcons: z.boolean(),
  /** The line under the title. */
  purpose: z.boolean(),
  /** Less air above the warning signs. */
  tightHead: z.boolean(),
  /** The three things stand above the warning signs, not after them. */
  keyPointsFirst: z.boolean(),
  /** Less air in the wide column of side two. */
  tightWide: z.boolean(),
  /** The headings of cards begin their first lines, and the medicines of one mark stand in one paragraph. */
  runInWide: z.boolean(),
  /** Less air in the plan. */
  tightPlan: z.boolean(),
  /** Less air on sides three and four. */
  tightLater: z.boolean(),
  /** The heading of a note begins its first line. */
  runInNotes: z.boolean(),
  /** A long name is cut to one line beside the title; it stands whole in no other place. */
  oneLineName: z.boolean(),
  /** Letterhead and the bars of the warning boxes stand in one line each. */
  lowBars: z.boolean(),
  /** The tags that change no safety text. */
  plainTags: z.boolean(),
  /** So many notes, from the last on, open the wide column of side two instead of standing on side one. */
  notesOnSideTwo: z.int(),
  /** The facts end the wide column of side two. */
  factsOnSideTwo: z.boolean(),
  /** Full style: getting out of bed and sleep stand under the moves. */
  bedOnSideFour: z.boolean(),
  /** Full style: work and daily life stand under the moves. */
  lifeOnSideFour: z.boolean(),
});
export type PageSettings = z.infer<typeof pageSettingsSchema>;

/** A page that has not been measured yet. */
export const DEFAULT_PAGE_SETTINGS: PageSettings = {
  split: 102,
  sideTwoStartsPage: true,
  fillSideTwo: false,
  tightSigns: false,
  groupIcons: true,
  purpose: true,
  tightHead: false,
  keyPointsFirst: true,
  tightWide: false,
  runInWide: false,
  tightPlan: false,
  tightLater: false,
  runInNotes: false,
  oneLineName: false,
  lowBars: false,
  plainTags: true,
  notesOnSideTwo: 0,
  factsOnSideTwo: false,
  bedOnSideFour: false,
  lifeOnSideFour: false,
};
