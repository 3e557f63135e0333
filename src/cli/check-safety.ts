/** `handout check --safety`: the proof over every combination -> a table, and a page on request. */

import { breachesOf, checkSafety, isSafe, unexplained } from '../app/check-safety.ts';
import { readClock } from '../app/clock.ts';
import { safetyReport } from '../app/safety-report.ts';
import { writeWhole } from '../deliver/whole-file.ts';
import type { SettingFlags } from '../settings.ts';
import { checkedSettings } from './checked-settings.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { checkReportPlace } from './report-place.ts';
import { safetyText } from './safety-text.ts';
import type { Terminal } from './terminal.ts';

export interface SafetyFlags extends SettingFlags {
  readonly json?: boolean | undefined;
  readonly report?: string | undefined;
}

/** Whole random profiles; the same ones each time. */
const sampled = 200;
const seed = 20_261_124;

export async function runCheckSafety(
  flags: SafetyFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const settings = checkedSettings(flags, environment);
  checkReportPlace(flags.report);
  const { today, moment } = readClock();
  const result = await checkSafety(settings, {
    sampled,
    seed,
    today,
    seconds: () => performance.now() / 1000,
  });
  terminal.say(diagnosticsText(result.diagnostics));
  if (result.content === undefined) return exitCode.invalid;
  if (flags.json === true) terminal.out(JSON.stringify(asJson(result), null, 2));
  else terminal.out(safetyText(result));
  if (flags.report !== undefined) {
    const page = safetyReport(result, settings, moment);
    terminal.say(`Report: ${await writeWhole(flags.report, page)}`);
  }
  return isSafe(result) ? exitCode.done : exitCode.invalid;
}

function asJson(result: Awaited<ReturnType<typeof checkSafety>>): object {
  const all = result.mutants.flatMap(({ tried }) => tried);
  return {
    safe: isSafe(result),
    kinds: result.kinds.map(({ breaches: _, profiles, ...kind }) => ({
      ...kind,
      profiles: String(profiles),
    })),
    refusalsTried: result.refusals.tried,
    samples: result.samples.map(({ breaches: _, ...kind }) => kind),
    breaches: breachesOf(result),
    mutants: {
      tried: all.length,
      killed: all.filter(({ killedBy }) => killedBy !== undefined).length,
      unexplained: unexplained(result).map(({ what }) => what),
    },
    seconds: result.seconds,
  };
}
