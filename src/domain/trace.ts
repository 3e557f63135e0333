/** Why the handout says what it says: levels, warning signs and blocks, each with the factor and the rule behind it. */

import type { Level } from './level.ts';

/** Factor id to its value, or `unknown`; `age` holds the age band. */
export type Facts = Readonly<Record<string, string>>;

/** One rule that set or raised a level or added a sign. */
export interface Reason {
  readonly factor: string;
  readonly value: string;
  /** The rule in words of the rulebook, e.g. `nsaid_oral.avoid: blood_thinner = yes`. */
  readonly rule: string;
  readonly level: Level;
}

export interface LevelDecision {
  readonly resource: string;
  readonly level: Level;
  readonly starts: Level;
  /** Empty when the resource stands at its starting level. */
  readonly reasons: readonly Reason[];
}

export interface BlockDecision {
  readonly id: string;
  readonly shown: boolean;
  readonly because: string;
}

/** Ids of the signs printed, by how soon care is needed. */
export interface SignIds {
  readonly emergency: readonly string[];
  readonly sameDay: readonly string[];
  readonly soon: readonly string[];
}

/** Something the clinician should see before handing the paper over. */
export interface TailorWarning {
  readonly code:
    | 'name-not-printable'
    | 'text-not-printable'
    | 'notes-conflict'
    | 'facts-disagree'
    | 'unknown-drug'
    | 'review-due';
  readonly message: string;
}

/** No home-care sheet may be printed: what care is needed instead. */
export interface Refusal {
  readonly code:
    | 'warning-sign'
    | 'blocking-code'
    | 'unsafe-words'
    | 'unconfirmed-notes'
    | 'withdrawn'
    | 'review-overdue';
  readonly care: 'emergency' | 'same-day' | 'soon' | 'review';
  /** Sentences for the person at the screen. */
  readonly lines: readonly string[];
}

export interface Trace {
  readonly facts: Facts;
  readonly levels: ReadonlyMap<string, LevelDecision>;
  readonly signs: SignIds;
  readonly blocks: readonly BlockDecision[];
  readonly warnings: readonly TailorWarning[];
}
