/** The program -> the same with the commands of paper: print, printers. */

import type { Command } from 'commander';
import type { CommandRoom } from './review-commands.ts';

export function addPrinterCommands(
  program: Command,
  { terminal, environment, signal, withContent, withBrowser, finish }: CommandRoom,
): void {
  withBrowser(
    withContent(
      program
        .command('print')
        .argument('<what>', 'a profile in YAML or JSON (- reads standard input), or a finished FILE.pdf'),
    ),
  )
    .description('Makes a handout and prints it, or prints a PDF, and tells in plain words how it went.')
    .option(
      '--printer <name>',
      "one of the clinic's printers, or an address (default: the one for this paper)",
    )
    .option('--copies <number>', '1 to 99')
    .option(
      '--sides <way>',
      'one-sided, two-sided-long-edge or two-sided-short-edge (default: both where it can)',
    )
    .option('--media <paper>', 'A4, Letter, Legal, A5, A3, or a name of IPP')
    .option('--mono', 'black and white')
    .option('--wait', 'follow it until it is on paper')
    .option('--json', 'one JSON object a line for each step')
    .option('--topic <id...>', 'topic, in place of those in the profile')
    .option('--lang <tag>', 'language, in place of that in the profile')
    .option('--date <date>', "the handout's date, YYYY-MM-DD; else visit.date, else today")
    .option('--confirm-notes', 'the notes disagree with the sheet, and are meant so')
    .option('--override-review <name>', 'who answers for a text whose review is overdue; is recorded')
    .option('--reason <text>', 'with --override-review: why it must go out now')
    .option('--records <dir>', 'folder in which it is recorded what went out, or off')
    .addHelpText('after', printExamples)
    .action(async (what: string, flags) => {
      const { runPrint } = await import('./print.ts');
      const noSandbox = flags.sandbox === false;
      finish(await runPrint(what, { ...flags, noSandbox }, terminal, environment, signal));
    });

  withContent(program.command('printers'))
    .description("Tells how each of the clinic's printers is now.")
    .option('--forget <name>', 'trust another certificate next time: the printer was replaced or set up anew')
    .option('--json', 'as one JSON object')
    .action(async (flags) => {
      const { runPrinters } = await import('./printers.ts');
      finish(await runPrinters(flags, terminal, environment, signal));
    });
}

const printExamples = `
Examples:
  handout print patient.yaml --wait              on the clinic's printer, until it is on paper
  handout print sheet.pdf --printer "Front desk" --copies 2
  handout print sheet.pdf --printer ipp://192.0.2.10/ipp/print --sides one-sided

Exit codes: 0 taken by the printer, with --wait printed; 1 not printed, or not whole; else as for make.`;
