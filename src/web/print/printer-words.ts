/** A printer and the language of the desk -> how it is and what it can, in a few words. */

import type { Messages } from '../messages.ts';
import type { DeskPrinter, PrinterAbilities } from '../printers.ts';
import { troubleInShort } from './trouble-words.ts';

export interface PrinterWords {
  readonly state: string;
  readonly sign: 'check' | 'clock' | 'warn';
  /** `A4 · both sides · color`; empty until it has answered. */
  readonly can: string;
  /** `Ready · both sides`. */
  readonly brief: string;
}

/** More are not read. */
const mostPapers = 3;

/** What keeps it from printing on this paper now. */
export function hindrance(
  { state, can }: DeskPrinter,
  paper: string | undefined,
): 'trouble' | 'paper' | undefined {
  if (state === 'trouble') return 'trouble';
  const known = knownPapers(can?.papers);
  return paper !== undefined && known.length > 0 && !known.includes(paper) ? 'paper' : undefined;
}

/** `paper`: what the pages were made for. */
export function printerWords(printer: DeskPrinter, messages: Messages, paper?: string): PrinterWords {
  const hindered = hindrance(printer, paper);
  return {
    state: stateText(),
    sign: hindered !== undefined ? 'warn' : printer.state === 'ready' ? 'check' : 'clock',
    can: canText(),
    brief: briefly(),
  };

  function stateText(): string {
    const { name, state, trouble } = printer;
    if (hindered === 'paper') return messages.text('printer.lacks', { paper });
    if (trouble === undefined) return messages.text(`printer.${state}`);
    return troubleInShort(trouble, name, messages);
  }

  function briefly(): string {
    const { can } = printer;
    if (can === undefined || hindered !== undefined) return stateText();
    return `${stateText()} · ${sidesText(can)}`;
  }

  function sidesText({ twoSided }: PrinterAbilities): string {
    return messages.text(twoSided ? 'printer.both_sides' : 'printer.one_side');
  }

  function canText(): string {
    const { can } = printer;
    if (can === undefined) return '';
    const papers = knownPapers(can.papers).slice(0, mostPapers).join(', ');
    const sides = sidesText(can);
    const color = can.color ? messages.text('printer.color') : '';
    return [papers, sides, color].filter((each) => each !== '').join(' · ');
  }
}

/** Those that people know by a name. */
function knownPapers(papers: readonly string[] = []): string[] {
  return papers.filter((each) => !each.includes('_'));
}
