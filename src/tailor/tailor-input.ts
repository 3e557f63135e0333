/** What tailoring works from: content, one profile, a date, and what the world outside has already settled. */

import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Paper } from '../domain/clinic.ts';
import type { Content, TopicContent } from '../domain/content.ts';
import type { Drawing } from '../domain/drawing.ts';
import type { Profile } from '../domain/profile.ts';

export interface TailorInput {
  readonly content: Content;
  readonly topic: TopicContent;
  readonly language: string;
  readonly profile: Profile;
  /** The handout's date: age and due dates count from it. */
  readonly today: CalendarDate;
  readonly paper: Paper;
  readonly drawings: ReadonlyMap<string, Drawing>;
  /** Blocks left out because two sides have no room; empty at first. */
  readonly omit: ReadonlySet<string>;
  /** False for text that no shipped font can print. */
  readonly canPrint: (text: string) => boolean;
  /** The clinician has seen that the notes disagree with the sheet. */
  readonly notesConfirmed: boolean;
}
