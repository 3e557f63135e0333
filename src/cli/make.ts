/** `handout make PROFILE`: one profile -> one PDF, HTML or plain text, with the reasons on request. */

import { readClock } from '../app/clock.ts';
import { noPrinter, startPrinter } from '../app/early-printer.ts';
import { loadContent, loadPageKit } from '../app/kit.ts';
import { type Made, type MakeRequest, makeHandout } from '../app/make.ts';
import { unprovedProblems } from '../app/proved-content.ts';
import { readOneProfile } from '../app/read-one-profile.ts';
import { recordMade, recordOverride } from '../app/record-made.ts';
import type { Paper } from '../domain/clinic.ts';
import type { SettingFlags, Settings } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { checkedSettings } from './checked-settings.ts';
import { dateFlag } from './date-flag.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { explainJson, explainText } from './explain-text.ts';
import { overrideOf, refusalText } from './override-flags.ts';
import { deliver } from './place-output.ts';
import { signOffText } from './sign-off-text.ts';
import type { Terminal } from './terminal.ts';

export interface MakeFlags extends SettingFlags {
  readonly topic?: readonly string[] | undefined;
  readonly lang?: string | undefined;
  readonly paper?: string | undefined;
  readonly out?: string | undefined;
  readonly html?: boolean | undefined;
  readonly text?: boolean | undefined;
  readonly explain?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly date?: string | undefined;
  readonly confirmNotes?: boolean | undefined;
  readonly overrideReview?: string | undefined;
  readonly reason?: string | undefined;
}

export async function runMake(
  path: string,
  flags: MakeFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ExitCode> {
  const date = dateFlag('--date', flags.date);
  const paper = paperOf(flags.paper);
  const override = overrideOf(flags);
  if (flags.json === true && flags.explain !== true)
    throw new BadUsage('--json goes with --explain', 'Add --explain');
  if (flags.json === true && flags.out === '-') {
    throw new BadUsage('--json and --out - both want standard output', 'Give --out a file or a folder');
  }
  if (flags.html === true && flags.text === true)
    throw new BadUsage('--html and --text are two kinds of one file', 'Give one of them');
  const settings = checkedSettings(flags, environment);
  const as = outputKind(flags);
  // The browser starts while content and profile are read; a refusal or a mistake puts it away again.
  const printer = as === 'pdf' ? startPrinter(settings, (text) => terminal.say(text), signal) : noPrinter;
  try {
    const loaded = await loadContent(settings);
    terminal.say(diagnosticsText(loaded.diagnostics));
    if (!loaded.ok) return exitCode.invalid;
    const { topic: topics, lang: language } = flags;
    const request = await readOneProfile(path, loaded.value.content, { topics, language, date });
    terminal.say(diagnosticsText(request.diagnostics));
    if (!request.ok) return exitCode.invalid;
    const clock = readClock();
    const { content, proof } = loaded.value;
    const unproved = await unprovedProblems(
      content,
      request.value.topic.topic.id,
      request.value.language,
      clock.today,
      proof,
    );
    terminal.say(diagnosticsText(unproved));
    if (unproved.length > 0) return exitCode.invalid;
    const made = await makeHandout({
      content: loaded.value,
      page: loadPageKit(settings),
      ...request.value,
      paper: paper ?? content.clinic.paper,
      as,
      notesConfirmed: flags.confirmNotes === true,
      clock,
      override,
      printer,
    });
    const text = `${request.value.topic.topic.id}/${request.value.language}`;
    const review = content.reviews.get(text)?.state ?? 'draft';
    return await report(made, review, flags, settings, terminal);
  } finally {
    await printer.discard();
  }
}

/** Reasons alone, when no output is named: nothing is printed and no browser starts. */
function outputKind(flags: MakeFlags): MakeRequest['as'] {
  if (flags.html === true) return 'html';
  if (flags.text === true) return 'text';
  return flags.explain === true && flags.json === true && flags.out === undefined ? 'trace' : 'pdf';
}

async function report(
  made: Made,
  review: string,
  flags: MakeFlags,
  settings: Settings,
  terminal: Terminal,
): Promise<ExitCode> {
  for (const warning of made.trace.warnings) terminal.say(`warning: ${warning.message} (${warning.code})`);
  explain(made, flags, terminal);
  if (made.kind === 'refused') {
    terminal.say(refusalText(made.refusal));
    return exitCode.refused;
  }
  if (made.bytes === undefined || made.record === undefined) return exitCode.done;
  const unrecorded = await recordOverride(settings, made.record);
  if (unrecorded !== undefined) {
    terminal.say(refusalText(unrecorded));
    return exitCode.refused;
  }
  const placed = await deliver(made.bytes, made.fileName, flags.out, terminal);
  const warning = await recordMade(settings, made.record, placed);
  if (warning !== undefined) terminal.say(`warning: ${warning}`);
  for (const line of signOffText(new Map([[review, 1]]))) terminal.say(line);
  if (placed !== undefined) (flags.json === true ? terminal.say : terminal.out)(placed);
  return exitCode.done;
}

function explain(made: Made, flags: MakeFlags, terminal: Terminal): void {
  if (flags.explain !== true) return;
  if (flags.json === true) {
    const refused = made.kind === 'refused' ? { refused: made.refusal } : {};
    terminal.out(JSON.stringify({ ...made.about, ...explainJson(made.trace), ...refused }, null, 2));
    return;
  }
  // Standard output may be carrying the PDF.
  (flags.out === '-' ? terminal.say : terminal.out)(explainText(made.trace));
}

function paperOf(text: string | undefined): Paper | undefined {
  if (text === undefined) return undefined;
  const paper = (['A4', 'Letter'] as const).find((each) => each.toLowerCase() === text.toLowerCase());
  if (paper === undefined)
    throw new BadUsage('--paper is A4 or Letter', 'Write --paper A4 or --paper Letter');
  return paper;
}
