/** A profile -> its handout as a PDF in memory, by the path of `make`; or the exit code, with what is wrong told. */

import { readClock } from '../app/clock.ts';
import { startPrinter } from '../app/early-printer.ts';
import { type LoadedContent, loadPageKit } from '../app/kit.ts';
import { makeHandout } from '../app/make.ts';
import { unprovedProblems } from '../app/proved-content.ts';
import { readOneProfile } from '../app/read-one-profile.ts';
import { recordOverride } from '../app/record-made.ts';
import type { Paper } from '../domain/clinic.ts';
import type { HandoutRecord } from '../domain/handout-record.ts';
import type { SettingFlags, Settings } from '../settings.ts';
import { dateFlag } from './date-flag.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { type OverrideFlags, overrideOf, refusalText } from './override-flags.ts';
import type { Terminal } from './terminal.ts';

export interface ProfileFlags extends SettingFlags, OverrideFlags {
  readonly topic?: readonly string[] | undefined;
  readonly lang?: string | undefined;
  readonly date?: string | undefined;
  readonly confirmNotes?: boolean | undefined;
}

export interface PrintableHandout {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly record: HandoutRecord;
}

/** An override is recorded before the handout is given out. Throws what printing throws. */
export async function handoutToPrint(
  path: string,
  paper: Paper,
  content: LoadedContent,
  flags: ProfileFlags,
  settings: Settings,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<PrintableHandout | ExitCode> {
  const date = dateFlag('--date', flags.date);
  const override = overrideOf(flags);
  // The browser starts while the profile is read; a refusal or a mistake puts it away again.
  const printer = startPrinter(settings, (text) => terminal.say(text), signal);
  try {
    const { topic: topics, lang: language } = flags;
    const request = await readOneProfile(path, content.content, { topics, language, date });
    terminal.say(diagnosticsText(request.diagnostics));
    if (!request.ok) return exitCode.invalid;
    const clock = readClock();
    const id = request.value.topic.topic.id;
    const unproved = await unprovedProblems(
      content.content,
      id,
      request.value.language,
      clock.today,
      content.proof,
    );
    terminal.say(diagnosticsText(unproved));
    if (unproved.length > 0) return exitCode.invalid;
    const made = await makeHandout({
      content,
      page: loadPageKit(settings),
      ...request.value,
      paper,
      as: 'pdf',
      notesConfirmed: flags.confirmNotes === true,
      clock,
      override,
      printer,
    });
    for (const warning of made.trace.warnings) terminal.say(`warning: ${warning.message} (${warning.code})`);
    const refusal =
      made.kind === 'refused'
        ? made.refusal
        : made.record === undefined
          ? undefined
          : await recordOverride(settings, made.record);
    if (refusal !== undefined) {
      terminal.say(refusalText(refusal));
      return exitCode.refused;
    }
    if (made.kind === 'refused' || made.bytes === undefined || made.record === undefined)
      return exitCode.someFailed;
    return { bytes: made.bytes, pages: made.pages ?? 1, record: made.record };
  } finally {
    await printer.discard();
  }
}
