/** The command line -> which command runs, with help that teaches by example. */

import { Command, CommanderError, Option } from 'commander';
import { afterTopics } from './after-topics.ts';
import { BadUsage } from './bad-usage.ts';
import { addBatchCommands } from './batch-commands.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { addPrinterCommands } from './printer-commands.ts';
import { addQueueCommands } from './queue-commands.ts';
import { reportFailure } from './report-failure.ts';
import { addReviewCommands } from './review-commands.ts';
import type { Terminal } from './terminal.ts';

export interface Invocation {
  /** Without the node and script names. */
  readonly argv: readonly string[];
  readonly terminal: Terminal;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly version: string;
}

export async function run(invocation: Invocation): Promise<ExitCode> {
  const { terminal } = invocation;
  let code: ExitCode = exitCode.done;
  const program = buildProgram(invocation, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...invocation.argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage;
    if (error instanceof BadUsage) {
      terminal.say(`error: ${error.message}`);
      if (error.hint !== undefined) terminal.say(`    hint: ${error.hint}`);
      return exitCode.usage;
    }
    return reportFailure(error, terminal, invocation.environment);
  }
}

function buildProgram(
  { terminal, environment, signal, version }: Invocation,
  finish: (code: ExitCode) => void,
): Command {
  const program = new Command('handout')
    .description('Makes tailored patient handouts from YAML content.')
    .version(version)
    .showHelpAfterError('Run `handout --help` for examples.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.say(text),
    });
  program.addHelpText('after', mainExamples);

  const withContent = (command: Command) =>
    command
      .option('--content <dir>', "the clinic's own content, before the shipped one")
      .option('--clinic <file>', "the clinic's letterhead file")
      .addOption(new Option('--templates <dir>', 'other templates than the shipped ones'));
  const withBrowser = (command: Command) =>
    command
      .option('--browser <path>', 'use this Chrome or Chromium')
      .option('--no-sandbox', 'run the browser without its sandbox (only in a container)');

  withBrowser(
    withContent(
      program.command('make').argument('[profile]', 'profile file in YAML or JSON; - reads standard input'),
    ),
  )
    .description('Makes one handout for one patient.')
    .option('--topic <id...>', 'topic, in place of those in the profile')
    .option('--lang <tag>', 'language, in place of that in the profile')
    .option('--paper <size>', "A4 or Letter; the clinic's own when left out")
    .option('--out <path>', 'file, folder/ or - for standard output (default: output/)')
    .option('--html', 'make HTML instead of PDF')
    .option('--text', 'make plain text instead, for a message in a patient portal')
    .option('--explain', 'tell block by block why it is shown or hidden')
    .option('--json', 'with --explain: as one JSON object')
    .option('--date <date>', "the handout's date, YYYY-MM-DD; else visit.date, else today")
    .option('--confirm-notes', 'the notes disagree with the sheet, and are meant so')
    .option('--override-review <name>', 'who answers for a text whose review is overdue; is recorded')
    .option('--reason <text>', 'with --override-review: why it must go out now')
    .option('--records <dir>', 'folder in which it is recorded what went out, or off')
    .addHelpText('after', makeExamples)
    .action(async (given: string | undefined, flags) => {
      const { runMake } = await import('./make.ts');
      const { profile, topic } = profileAndTopics(given, flags.topic);
      const noSandbox = flags.sandbox === false;
      finish(await runMake(profile, { ...flags, topic, noSandbox }, terminal, environment, signal));
    });

  withContent(program.command('check'))
    .description('Checks all content, the rulebook, the templates and the examples.')
    .option('--safety', 'proves over every combination of answers that no sheet is unsafe')
    .option('--text', 'measures what readers get: reading grade, plain words, PEMAT-P and CDC items')
    .option('--report <file>', 'with --safety: the proof as a page in HTML, for a medical director')
    .option('--json', 'as one JSON object')
    .action(async (flags) => {
      const { runCheckKinds } = await import('./check-kinds.ts');
      finish(await runCheckKinds(flags, terminal, environment));
    });

  withContent(program.command('topics'))
    .description('Lists what can be made: topics, languages, review state, codes.')
    .option('--json', 'as one JSON object')
    .action(async (flags) => {
      const { runTopics } = await import('./topics.ts');
      finish(await runTopics(flags, terminal, environment));
    });

  addReviewCommands(program, { terminal, environment, signal, withContent, withBrowser, finish });
  addBatchCommands(program, { terminal, environment, signal, withContent, withBrowser, finish });
  addQueueCommands(program, { terminal, environment, signal, withContent, withBrowser, finish });
  addPrinterCommands(program, { terminal, environment, signal, withContent, withBrowser, finish });

  withBrowser(withContent(program.command('serve')))
    .description('Serves the desk page: make, look and print in a browser, on this computer.')
    .option('--port <number>', 'where it listens (default: 8484)')
    .option('--host <address>', 'another address than 127.0.0.1; takes a passphrase')
    .option('--name <host...>', 'further names by which the page is called')
    .option('--passphrase-file <file>', 'whoever opens the page must know it; else HANDOUT_PASSPHRASE')
    .option('--tls-cert <file>', "the clinic's own certificate, PEM")
    .option('--tls-key <file>', 'and its key')
    .option(
      '--records <dir>',
      'folder in which it is written what was given out and who printed; never for whom',
    )
    .action(async (flags) => {
      const { runServe } = await import('./serve.ts');
      const noSandbox = flags.sandbox === false;
      finish(await runServe({ ...flags, noSandbox }, terminal, environment, signal));
    });

  withContent(program.command('factors'))
    .description('Lists what a profile may tell about a patient: each fact with its question and answers.')
    .option('--json', 'as one JSON object')
    .action(async (flags) => {
      const { runFactors } = await import('./factors.ts');
      finish(await runFactors(flags, terminal, environment));
    });

  withContent(program.command('schema'))
    .description('Prints the JSON Schema of a profile, for editors.')
    .action(async (flags) => {
      const { runSchema } = await import('./schema.ts');
      finish(await runSchema(flags, terminal, environment));
    });

  withBrowser(program.command('doctor'))
    .description('Tells which browser, sandbox and fonts are in use, and what to do when one is missing.')
    .option('--json', 'as one JSON object')
    .action(async (flags) => {
      const { runDoctor } = await import('./doctor.ts');
      finish(
        await runDoctor({ ...flags, noSandbox: flags.sandbox === false }, terminal, environment, signal),
      );
    });
  return program;
}

function profileAndTopics(
  given: string | undefined,
  asked: readonly string[] | undefined,
): { profile: string; topic: readonly string[] | undefined } {
  const { topics, named } = afterTopics(given === undefined ? [] : [given], asked);
  const [profile, another] = named;
  if (profile === undefined)
    throw new BadUsage(
      'Which profile? None was given',
      'Give a file in YAML or JSON, or - for standard input',
    );
  if (another !== undefined)
    throw new BadUsage('Several profiles were given', 'Give one; `handout batch` makes many');
  return { profile, topic: topics };
}

const mainExamples = `
Examples:
  handout make examples/warfarin.yaml            one PDF in output/
  handout make patient.yaml --explain            and why each block is there
  handout make - --topic back-muscle-spasm --out - < patient.json > sheet.pdf
  handout topics                                 what can be made
  handout factors                                what a profile may tell, with the questions
  handout check                                  is all content in order?
  handout doctor                                 is this computer ready to print?

Exit codes: 0 done, 1 some failed, 2 usage, 3 content or profile invalid, 4 no browser,
            5 refused for the patient's safety (of a batch: and nothing failed), 130 interrupted.`;

const makeExamples = `
Examples:
  handout make patient.yaml                      output/back-muscle-spasm_en_ID.pdf
  handout make patient.yaml --out sheets/        a folder, made when it is missing
  handout make patient.yaml --out sheet.pdf --paper A4
  handout make patient.yaml --text --out -       plain text for a portal message
  handout make patient.yaml --explain --json     reasons only, as JSON; prints nothing
  handout make patient.yaml --content our-content --clinic north.yaml

A smallest profile (all that is left out counts as not known, and makes the sheet more careful):
  topics: [back-muscle-spasm]

A sign ticked under warning_signs, or a blocking code, stops with exit 5: no home-care sheet is printed.`;
