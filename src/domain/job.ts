/** One line of a roster, or one combination of a set: what is to be made, and where that was asked for. */

import type { Paper } from './clinic.ts';
import type { Diagnostic, Place } from './diagnostic.ts';
import type { Profile } from './profile.ts';

export interface Job {
  /** As given, often a record number: nothing that is written or shown holds it, but as a keyed hash. */
  readonly id: string;
  /** File and row. */
  readonly place: Place;
  readonly profile: Profile;
  /** The clinic's own when left out. */
  readonly paper?: Paper;
  /** Its row has columns: messages about it name those, not the fields of a profile. */
  readonly inColumns?: boolean;
}

/** A row that became a job, or what is wrong with it: one bad row never stops the others. */
export type RosterEntry =
  | { readonly ok: true; readonly job: Job; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly ok: false;
      readonly place: Place;
      readonly diagnostics: readonly Diagnostic[];
      /** Where it could be read: an older sheet may lie there. */
      readonly id?: string;
      /** That id stands in another row too, so that no sheet of it may stand. */
      readonly twice?: boolean;
      /** What can be read in it all the same: there may be a warning sign among it. */
      readonly readable?: Profile;
      readonly inColumns?: boolean;
    };
