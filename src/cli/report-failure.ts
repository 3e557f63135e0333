/** A fault or a bug -> one message for the person and the exit code; never a stack trace. */

import { Fault } from '../domain/fault.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** HANDOUT_DEBUG=1 shows a developer where it went wrong; the text may hold patient data, so it is never on by itself. */
export function reportFailure(error: unknown, terminal: Terminal, environment: NodeJS.ProcessEnv): ExitCode {
  if (environment.HANDOUT_DEBUG === '1' && error instanceof Error)
    terminal.say(`${error.stack} ${String(error.cause ?? '')}`);
  if (error instanceof Fault) {
    if (error.code === 'interrupted') {
      terminal.say('Interrupted. Nothing half-made was left behind.');
      return exitCode.interrupted;
    }
    terminal.say(`error: ${error.message}`);
    if (error.hint !== undefined) terminal.say(`    hint: ${error.hint}`);
    const noBrowser = error.code === 'browser-missing' || error.code === 'browser-failed';
    if (error.code === 'template-failed') return exitCode.invalid;
    return noBrowser ? exitCode.noBrowser : exitCode.someFailed;
  }
  // The message of an unexpected error may hold anything, a patient's data too: only its kind is told.
  const kind = error instanceof Error ? error.name : typeof error;
  terminal.say(`error: something went wrong inside the program (${kind})`);
  terminal.say(
    '    hint: Run it again; if it stays, report it with the command and `handout doctor`, without patient data',
  );
  return exitCode.someFailed;
}
