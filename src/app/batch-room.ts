/** What a batch is asked for, what becomes of one row of it, and what all rows share. */

import type { fileNames, NameBy } from '../batch/file-names.ts';
import type { Shard } from '../batch/shard.ts';
import type { Placed } from '../deliver/place-handout.ts';
import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import type { Fault } from '../domain/fault.ts';
import type { KnownCombined, KnownJob, ManifestLine, OlderSheet } from '../domain/manifest.ts';
import type { RosterColumn } from '../domain/roster-column.ts';
import type { Spool } from './batch-spool.ts';
import type { ClockTime } from './clock.ts';
import type { LoadedContent, PageKit } from './kit.ts';
import type { Asked } from './settle-profile.ts';
import type { SharedPrinter } from './shared-printer.ts';
import type { StageTimes } from './stage-times.ts';

export interface BatchRequest {
  readonly sources: readonly string[];
  readonly out: string;
  readonly asked: Asked;
  /** Handouts made at the same time. */
  readonly jobs: number;
  readonly nameBy: NameBy;
  readonly shard?: Shard | undefined;
  /** Makes what is unchanged too. */
  readonly force: boolean;
  /** A PDF of all, and a zip archive of all. */
  readonly combine?: string | undefined;
  readonly zip?: string | undefined;
  /** Where the times of the stages are added up. */
  readonly times?: StageTimes | undefined;
  readonly clock: ClockTime;
  /** Begins nothing more, and finishes what is in flight. */
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
}

export interface BatchResult {
  /** `elsewhere`: another shard makes it. */
  readonly state: 'made' | 'unchanged' | 'refused' | 'failed' | 'elsewhere';
  readonly place: Place;
  /** Name in the folder. */
  readonly file?: string;
  /** By code: the other names of the same bytes. */
  readonly also?: readonly string[];
  /** Of one that failed: sheets of earlier runs that still lie there. */
  readonly older?: readonly OlderSheet[];
  /** Why there is none; or what to know of one that was made. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of the roster, where the reason is in one. */
  readonly column?: string;
  /** Of one that failed: no other row has a better chance. */
  readonly ends?: Fault;
}

/** What all rows share. */
export interface BatchRoom {
  readonly request: BatchRequest;
  readonly key: Uint8Array;
  readonly loaded: LoadedContent;
  readonly printer: SharedPrinter;
  readonly page: PageKit;
  readonly kitHash: string;
  /** Of a roster. */
  readonly columns: readonly RosterColumn[];
  readonly nameOf: ReturnType<typeof fileNames>;
  readonly known: ReadonlyMap<string, KnownJob>;
  readonly combined: ReadonlyMap<string, KnownCombined>;
  /** Where a PDF of all is wanted. */
  readonly spool: Spool | undefined;
  append(line: ManifestLine): Promise<void>;
  place(file: string, bytes: Uint8Array): Promise<Placed>;
  /** Topic and language -> what forbids printing from it: proved once a run. */
  readonly proved: Map<string, Promise<Diagnostic[]>>;
}
