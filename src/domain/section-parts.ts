/** What each section of the page prints of a block's text, and in which styles it is on the page at all. */

import type { SectionId, Style } from './topic.ts';
import type { BlockText } from './words.ts';

export type TextPart = keyof BlockText;

interface SectionParts {
  readonly styles: readonly Style[];
  readonly parts: readonly TextPart[];
}

const both: readonly Style[] = ['standard', 'full'];
const full: readonly Style[] = ['full'];

/** The templates hold to this; a text in another part would be lost without a word. */
export const sectionParts: Readonly<Record<SectionId, SectionParts>> = {
  'key-points': { styles: both, parts: ['text'] },
  notes: { styles: both, parts: ['title', 'text', 'items'] },
  facts: { styles: both, parts: ['title', 'text', 'items'] },
  today: { styles: both, parts: ['title', 'text', 'items'] },
  medicine: { styles: both, parts: ['title', 'text', 'items'] },
  moves: { styles: both, parts: ['title', 'text', 'items', 'steps', 'captions'] },
  'moves-stop': { styles: both, parts: ['text'] },
  'not-now': { styles: both, parts: ['text'] },
  'daily-life': { styles: both, parts: ['title', 'text', 'items'] },
  bed: { styles: full, parts: ['text', 'items', 'captions'] },
  sleep: { styles: full, parts: ['text', 'items', 'captions'] },
  why: { styles: full, parts: ['text', 'items', 'captions'] },
  symptoms: { styles: full, parts: ['text', 'items', 'captions'] },
  'clinic-care': { styles: full, parts: ['title', 'text', 'items'] },
  prevention: { styles: full, parts: ['title', 'text', 'items', 'captions'] },
  'come-back': { styles: both, parts: ['text'] },
  'teach-back': { styles: both, parts: ['text'] },
};
