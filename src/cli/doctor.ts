/** `handout doctor`: this computer -> which browser, sandbox and fonts are in use, and what to do when one is missing. */

import { examinePrinting } from '../print/doctor.ts';
import { readSettings, type SettingFlags } from '../settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export async function runDoctor(
  flags: SettingFlags & { readonly json?: boolean },
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ExitCode> {
  const settings = readSettings(flags, environment);
  const findings = await examinePrinting({
    env: environment,
    ...(settings.browser === undefined ? {} : { executable: settings.browser }),
    ...(settings.noSandbox ? { sandbox: 'off' as const } : {}),
    signal,
  });
  if (flags.json === true) terminal.out(JSON.stringify({ node: process.version, findings }, null, 2));
  else {
    const mark = { ok: 'ok     ', warning: 'warning', problem: 'PROBLEM' };
    const lines = findings.flatMap((finding) => [
      `${mark[finding.state]}  ${finding.name}: ${finding.detail}`,
      ...(finding.hint === undefined ? [] : [`         hint: ${finding.hint}`]),
    ]);
    terminal.out([`ok       Node: ${process.version}`, ...lines].join('\n'));
  }
  return findings.some((finding) => finding.state === 'problem') ? exitCode.noBrowser : exitCode.done;
}
