/** A print and how far it is -> the one line that the screen it began on goes on telling. */

import type { Messages } from '../messages.ts';
import { type PrintRun, stateOf } from './print-run.ts';
import { troubleKinds, troubleWords } from './trouble-words.ts';

export interface PrintLine {
  readonly id: string;
  readonly text: string;
  readonly sign: 'check' | 'clock' | 'warn';
  readonly over: boolean;
  /** It leads away from answers that stand nowhere else. */
  readonly otherTab: boolean;
}

export function printLine(id: string, run: PrintRun, messages: Messages): PrintLine {
  const { phase, over, trouble } = stateOf(run);
  const wrong =
    trouble !== undefined &&
    troubleKinds[trouble.code] !== 'note' &&
    phase !== 'stopped' &&
    phase !== 'stopping';
  const icon = phase === 'done' ? 'check' : over || wrong ? 'warn' : 'clock';
  return { id, text: wrong ? troubleLine() : plainLine(), sign: icon, over, otherTab: run.back === '/make' };

  function troubleLine(): string {
    if (trouble === undefined) return '';
    const { title, steps } = troubleWords(trouble, run.printer.name, messages);
    return [`${title}.`, ...steps].join(' ').replaceAll('**', '');
  }

  function plainLine(): string {
    const { sides } = stateOf(run);
    const line =
      phase === 'printing' && sides !== undefined
        ? messages.text('print.line_counted', { done: sides, n: run.pages })
        : phase === 'refused' || phase === 'failed'
          ? messages.text('print.title_refused', { printer: run.printer.name })
          : messages.text(`print.line_${phase}`, {
              printer: run.printer.name,
              time: timeOf(run.ended ?? run.asked, messages),
            });
    const titled = run.title !== undefined && phase !== 'stopped' && phase !== 'stopping';
    return titled
      ? messages.text('print.line_title', { line, title: run.title, n: run.wishes.copies })
      : line;
  }
}

export function timeOf(moment: string, { tag }: Messages): string {
  return new Date(moment).toLocaleTimeString(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}
