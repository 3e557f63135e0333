/** The program -> the same with the commands of review: approve, appraise, diff, withdraw, recall. */

import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export interface CommandRoom {
  readonly terminal: Terminal;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Adds the options that name content and letterhead. */
  withContent(command: Command): Command;
  /** Adds the options that name the browser. */
  withBrowser(command: Command): Command;
  finish(code: ExitCode): void;
}

export function addReviewCommands(
  program: Command,
  { terminal, environment, signal, withContent, finish }: CommandRoom,
): void {
  withContent(program.command('approve').argument('<topic>'))
    .description('Records that a person approved a topic in one language, with all that it stands on.')
    .requiredOption('--lang <tag>', 'the language that was reviewed')
    .requiredOption('--by <name>', 'who reviewed it')
    .option('--due <date>', 'the next review, YYYY-MM-DD (default: in a year)')
    .action(async (topic: string, flags) => {
      const { runApprove } = await import('./approve.ts');
      finish(await runApprove(topic, flags, terminal, environment));
    });

  withContent(program.command('appraise').argument('<topic>'))
    .description(
      'Asks a person what no program can tell about a text: the open items of PEMAT-P and the CDC index.',
    )
    .requiredOption('--lang <tag>', 'the language of the text')
    .requiredOption('--by <name>', 'who answers')
    .option('--answers <file>', 'take the answers from a file in YAML instead of the terminal')
    .action(async (topic: string, flags) => {
      const { runAppraise } = await import('./appraise.ts');
      finish(await runAppraise(topic, flags, terminal, environment, signal));
    });

  withContent(program.command('diff').argument('<topic>'))
    .description('Shows what has changed since a topic was approved; exit code 1 when something has.')
    .option('--lang <tag>', 'only in this language')
    .option('--json', 'as one JSON object')
    .action(async (topic: string, flags) => {
      const { runDiff } = await import('./diff.ts');
      finish(await runDiff(topic, flags, terminal, environment));
    });

  withContent(program.command('translations'))
    .description('Tells how far each language is translated: what is missing, what has gone stale.')
    .option('--lang <tag>', 'only this language')
    .option('--template [unit]', 'words to start a language from: shared, topics/ID, or all of them')
    .option('--json', 'as one JSON object')
    .action(async (flags) => {
      const { runTranslations } = await import('./translations.ts');
      finish(await runTranslations(flags, terminal, environment));
    });

  withContent(program.command('withdraw').argument('<topic>'))
    .description('Refuses every sheet of a topic from now on, with the reason.')
    .requiredOption('--reason <text>', 'why; whoever is refused reads it')
    .option('--by <name>', 'who withdraws it')
    .option('--lang <tag>', 'only in this language')
    .option('--lift', 'let it be made again')
    .action(async (topic: string, flags) => {
      const { runWithdraw } = await import('./withdraw.ts');
      finish(await runWithdraw(topic, flags, terminal, environment));
    });

  program
    .command('recall')
    .argument('<content-id>', 'as at the foot of the sheet, such as BMS-EN-1A2B3C; or a topic')
    .argument('[folder...]', 'where sheets and manifests lie (default: output/)')
    .description('Lists what went out with a content id: when, what, and where it lies.')
    .option('--content <dir>', "the clinic's own content, for the names of its topics")
    .option('--records <dir>', 'the folder of records')
    .option('--json', 'as one JSON object')
    .action(async (asked: string, folders: string[], flags) => {
      const { runRecall } = await import('./recall.ts');
      finish(await runRecall(asked, folders, flags, terminal, environment));
    });
}
