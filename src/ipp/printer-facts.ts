/** A printer's attributes -> what it is, what it can do, and how it is now. */

import { readAttributes } from './attributes-read.ts';
import { groupTag, type IppAnswer } from './message.ts';

export type PrinterCondition = 'idle' | 'printing' | 'stopped' | 'unknown';

/** Empty lists: it did not say. */
export interface PrinterFacts {
  readonly model: string | undefined;
  readonly location: string | undefined;
  readonly condition: PrinterCondition;
  /** Such as `media-empty-error`. */
  readonly reasons: readonly string[];
  /** For people; where a queue waits for its printer, only this tells. */
  readonly message: string | undefined;
  readonly accepting: boolean;
  readonly formats: readonly string[];
  readonly media: readonly string[];
  readonly mediaReady: readonly string[];
  readonly sides: readonly string[];
  /** Trays that one can choose, by their names in IPP; empty when it lets nobody choose. */
  readonly trays: readonly string[];
  readonly colorModes: readonly string[];
  readonly scalings: readonly string[];
  /** How many copies of one print. */
  readonly mostCopies: number | undefined;
  readonly operations: readonly number[];
  /** Names of trays that hold nothing. */
  readonly emptyTrays: readonly string[];
}

export const printerAttributes = [
  'printer-make-and-model',
  'printer-location',
  'printer-state',
  'printer-state-reasons',
  'printer-state-message',
  'printer-is-accepting-jobs',
  'printer-input-tray',
  'document-format-supported',
  'media-supported',
  'media-ready',
  'sides-supported',
  'media-col-supported',
  'media-source-supported',
  'print-color-mode-supported',
  'print-scaling-supported',
  'copies-supported',
  'operations-supported',
];

export function printerFacts(answer: IppAnswer): PrinterFacts {
  const printer = readAttributes(answer, groupTag.printer);
  const state = printer.number('printer-state');
  return {
    model: printer.text('printer-make-and-model'),
    location: printer.text('printer-location') || undefined,
    condition: state === 3 ? 'idle' : state === 4 ? 'printing' : state === 5 ? 'stopped' : 'unknown',
    reasons: printer.texts('printer-state-reasons').filter((reason) => reason !== 'none'),
    message: printer.text('printer-state-message'),
    accepting: printer.flag('printer-is-accepting-jobs') !== false,
    formats: printer.texts('document-format-supported'),
    media: printer.texts('media-supported'),
    mediaReady: printer.texts('media-ready'),
    sides: printer.texts('sides-supported'),
    trays: printer.texts('media-col-supported').includes('media-source')
      ? printer.texts('media-source-supported')
      : [],
    colorModes: printer.texts('print-color-mode-supported'),
    scalings: printer.texts('print-scaling-supported'),
    mostCopies: printer.most('copies-supported'),
    operations: printer.numbers('operations-supported'),
    emptyTrays: printer.texts('printer-input-tray').flatMap(emptyTray),
  };
}

/** `type=...;level=0;name=main`: PWG 5100.13. Where nothing measures the level, it is -1, -2 or -3. */
function emptyTray(text: string): string[] {
  const fields = new Map(text.split(';').map((field) => field.split('=', 2) as [string, string | undefined]));
  const name = fields.get('name');
  return fields.get('level') === '0' && name !== undefined && name !== '' ? [name] : [];
}
