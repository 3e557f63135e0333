/** One handout that was made on the desk: its bytes, and how to tell it in other forms. */

import type { LoadedContent } from '../app/kit.ts';
import type { Handout } from '../domain/handout.ts';
import type { HandoutRecord } from '../domain/handout-record.ts';
import type { PageSettings } from '../domain/page-settings.ts';
import type { Trace } from '../domain/trace.ts';

export interface HeldSheet {
  /** What it was made from: of other content it stands for nothing. */
  readonly kit: LoadedContent;
  readonly pdf: Uint8Array;
  /** Without anything about the patient. */
  readonly fileName: string;
  readonly pages: number;
  readonly handout: Handout;
  readonly settings: PageSettings;
  readonly trace: Trace;
  /** For when it is given to somebody; without a word about the patient. */
  readonly record: HandoutRecord;
  /** The same in HTML, made when it is asked for. */
  html(): string;
  /** The same in plain text. */
  text(): string;
}
