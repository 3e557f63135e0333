/** What a batch is asked for, what becomes of one row of it, and what all rows share. */

import type { fileNames, NameBy } from '../batch/file-names.ts';
import type { Shard } from '../batch/shard.ts';
import type { Placed } from '../deliver/place-handout.ts';
import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import type { Fault } from '../domain/fault.ts';
import type { BundleLine, KnownJob, ManifestLine, OlderSheet } from '../domain/manifest.ts';
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
  /** The same, once the rows are over and are put into one file. */
  readonly sayTogether?: (text: string) => void;
}

/** A sheet that is there. */
export interface SheetAbout {
  readonly topic: string;
  readonly language: string;
  readonly pages?: number;
  /** How far its text was reviewed: draft, changed, approved. */
  readonly state: string;
  readonly sha256?: string;
}

export interface BatchResult {
  /** Its place among all rows of the run. */
  readonly order?: number;
  /** `elsewhere`: another shard makes it. */
  readonly state: 'made' | 'unchanged' | 'refused' | 'failed' | 'elsewhere';
  readonly place: Place;
  /** Its keyed hash. */
  readonly job?: string;
  /** Name in the folder. */
  readonly file?: string;
  /** By code: the other names of the same bytes. */
  readonly also?: readonly string[];
  /** Sheets of earlier runs that still lie there: of one that was refused, because they could not be removed. */
  readonly older?: readonly OlderSheet[];
  /** Of one that was refused: sheets of earlier runs that are gone now; they may have been handed out. */
  readonly removed?: readonly OlderSheet[];
  /** Of one that was made or is unchanged. */
  readonly about?: SheetAbout;
  /** Of one that was refused: PDFs and archives of all, of earlier runs, that hold its sheet. */
  readonly bundles?: readonly string[];
  /** Why there is none; or what to know of one that was made. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of the roster, where the reason is in one. */
  readonly column?: string;
  /** Of one that failed: the patient needs care all the same; why is the first that is told. */
  readonly care?: boolean;
  /** What was told of it before: of two rows with one id, the first. */
  readonly instead?: 'made' | 'unchanged';
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
  /** PDFs and archives of all, by file: this run takes out those that it removes. */
  readonly bundles: Map<string, BundleLine>;
  /** Where a PDF of all is wanted. */
  readonly spool: Spool | undefined;
  append(line: ManifestLine): Promise<void>;
  place(file: string, bytes: Uint8Array): Promise<Placed>;
  /** Topic and language -> what forbids printing from it: proved once a run. */
  readonly proved: Map<string, Promise<Diagnostic[]>>;
}
