/** The sheet model and a passage -> the profiles that read it. */

import { all, none, type Sheets } from './decision-diagram.ts';
import type { Passage, SignWording } from './passages.ts';
import { shownOf } from './prove-blocks.ts';
import type { SheetModel, SignSets } from './sheet-model.ts';
import { truthOf } from './truth-of.ts';

export function readersOf(model: SheetModel, passage: Passage): Sheets {
  if (passage.kind === 'block') return shownOf(model, passage.part);
  if (passage.kind === 'everywhere') return all;
  const sets = model.signs.get(passage.part);
  return sets === undefined || passage.wording === undefined
    ? none
    : wordingReaders(model, sets, passage.wording);
}

/** A sign raised by a factor has words of its own if it was given any; else the first variant that fits, or the usual words. */
function wordingReaders(model: SheetModel, sets: SignSets, { words, which }: SignWording): Sheets {
  const { diagrams } = model.space;
  if (which === 'raised') return sets.byFactor;
  let left = words.raised === undefined ? diagrams.or(sets.core, sets.byFactor) : sets.core;
  for (const [place, { when, fits }] of words.variants.entries()) {
    const fitting = diagrams.every([
      left,
      when === undefined ? all : truthOf(when, model.space).yes,
      fits === undefined ? all : diagrams.not(truthOf(fits, model.space).no),
    ]);
    if (which === place) return fitting;
    left = diagrams.without(left, fitting);
  }
  return left;
}
