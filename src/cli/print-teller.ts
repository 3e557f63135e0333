/** What happens to a print -> lines for a person, or one JSON object for each. */

import type { PrintedJob, PrintNews } from '../app/print-news.ts';
import { printerHint, printerWords } from '../app/printer-words.ts';
import type { Terminal } from './terminal.ts';

export interface PrintTeller {
  tell(news: PrintNews): void;
  /** Accepted is not printed. */
  tellHowToFollow(job: PrintedJob): void;
}

export function printTeller(
  printer: string,
  { json, wait }: { readonly json?: boolean | undefined; readonly wait?: boolean | undefined },
  terminal: Terminal,
): PrintTeller {
  let told = '';
  const say = (text: string) => {
    if (text !== told) terminal.say(text);
    told = text;
  };
  return {
    tell: (news) => {
      const words = news.trouble === undefined ? undefined : printerWords(news.trouble, printer);
      const hint = news.trouble === undefined ? undefined : printerHint(news.trouble);
      if (json === true) {
        const more = { ...(words === undefined ? {} : { words }), ...(hint === undefined ? {} : { hint }) };
        terminal.out(JSON.stringify({ ...news, ...more }));
        return;
      }
      const failed = news.kind === 'end' && news.end !== 'done';
      if (words !== undefined) say(`${failed ? 'error: ' : ''}${words}`);
      else if (news.kind === 'stage' && (news.stage !== 'sent' || wait === true))
        say(stageText(news.stage, printer));
      if (hint !== undefined) terminal.say(`    hint: ${hint}`);
      if (news.kind === 'end' && news.end === 'done') terminal.out(doneText(printer, news.sides));
    },
    tellHowToFollow: ({ id }) => {
      if (json === true) return;
      terminal.out(`${printer} has taken it, as its job ${id}. Queued is not printed.`);
      terminal.say('    hint: Add --wait to be told when it is on paper, or what it waits for');
    },
  };
}

function stageText(stage: 'sent' | 'waiting' | 'printing', printer: string): string {
  if (stage === 'sent') return `${printer} has taken it.`;
  return stage === 'waiting' ? 'It waits for its turn.' : 'Printing.';
}

function doneText(printer: string, sides: number | undefined): string {
  return sides === undefined
    ? `Printed on ${printer}.`
    : `Printed on ${printer}: ${sides} ${sides === 1 ? 'side' : 'sides'}.`;
}
