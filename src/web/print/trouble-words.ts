/** A printer's trouble and the language of the desk -> what is wrong, and what to do, step by step. */

import type { PrinterTrouble, TroubleCode } from '../../domain/printer-trouble.ts';
import type { Messages } from '../messages.ts';

/** `waits`: it goes on by itself once somebody has seen to it. */
export const troubleKinds: Readonly<Record<TroubleCode, 'waits' | 'refused' | 'failed' | 'note'>> = {
  'cover-open': 'waits',
  jam: 'waits',
  'paper-out': 'waits',
  'wrong-paper': 'waits',
  toner: 'waits',
  'tray-full': 'waits',
  'needs-help': 'waits',
  stopped: 'waits',
  held: 'waits',
  offline: 'waits',
  'not-accepting': 'refused',
  'no-pdf': 'refused',
  'wrong-size': 'refused',
  'no-two-sides': 'refused',
  'no-mono': 'refused',
  'no-tray': 'refused',
  'too-many-copies': 'refused',
  'no-such-printer': 'refused',
  'not-a-printer': 'refused',
  password: 'refused',
  'only-secure': 'refused',
  'new-certificate': 'refused',
  busy: 'refused',
  refused: 'refused',
  aborted: 'failed',
  canceled: 'failed',
  forgotten: 'failed',
  'no-answer': 'failed',
  'one-side-only': 'note',
  'other-queue': 'note',
  'first-certificate': 'note',
  'not-loaded': 'note',
  'with-errors': 'note',
};

export interface TroubleWords {
  /** What is wrong. */
  readonly title: string;
  /** What to do; may be empty. */
  readonly steps: readonly string[];
}

export function troubleWords(trouble: PrinterTrouble, printer: string, messages: Messages): TroubleWords {
  const { tray, most = 1, sheets = 2, detail = '' } = trouble;
  const paper = trouble.paper ?? messages.text('print.right_paper');
  const own = `printer_trouble.${trouble.code.replaceAll('-', '_')}`;
  // Where the tray is known, the words name it.
  const id = tray !== undefined && messages.has(`${own}_tray`) ? `${own}_tray` : own;
  const gaps = { printer, paper, tray, most, sheets, code: detail, n: most };
  const said = (key: string) => messages.text(key, gaps);
  const steps = [1, 2, 3].map((number) => `${id}_${number}`).filter((key) => messages.has(key));
  return { title: said(id), steps: steps.map(said) };
}

/** In a list of printers. */
export function troubleInShort(trouble: PrinterTrouble, printer: string, messages: Messages): string {
  const short = `printer_trouble.${trouble.code.replaceAll('-', '_')}_short`;
  if (messages.has(short)) return messages.text(short, { printer });
  return troubleWords(trouble, printer, messages).title;
}
