/** All that the clinic's content holds, read and checked: what tailoring works from. */

import type { Review } from './approval.ts';
import type { ClaimLedger } from './claim.ts';
import type { Clinic, Locale } from './clinic.ts';
import type { Figure } from './figure.ts';
import type { IconSet } from './icon.ts';
import type { Never } from './never.ts';
import type { Rulebook } from './rulebook.ts';
import type { SourceCatalogue } from './source.ts';
import type { Block, Topic } from './topic.ts';
import type { TranslationMark } from './translation.ts';
import type { Withdrawal } from './withdrawn.ts';
import type { SharedWords, TopicWords } from './words.ts';

/** One topic: its structure, its blocks with the shared ones it uses, and its words by language tag. */
export interface TopicContent {
  readonly topic: Topic;
  readonly blocks: readonly Block[];
  readonly words: ReadonlyMap<string, TopicWords>;
}

export interface Content {
  readonly rulebook: Rulebook;
  readonly topics: ReadonlyMap<string, TopicContent>;
  /** Shared words by language tag. */
  readonly words: ReadonlyMap<string, SharedWords>;
  readonly clinic: Clinic;
  readonly locale: Locale;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly icons: IconSet;
  readonly claims: ClaimLedger;
  readonly sources: SourceCatalogue;
  /** What no sheet may say; the clinic's own after ours. */
  readonly never: readonly Never[];
  /** SHA-256 (hex) of all files that a topic in a language stands on, by `topic/language`. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Approvals by `topic/language`, each held against what stands now; without one, the text is a draft. */
  readonly reviews: ReadonlyMap<string, Review>;
  /** Blocks whose translation is missing or stale, by `shared/language` or `topic/language`. */
  readonly marks: ReadonlyMap<string, Readonly<Record<string, TranslationMark>>>;
  /** Topics of which nothing may be made; ours and the clinic's own. */
  readonly withdrawn: readonly Withdrawal[];
}
