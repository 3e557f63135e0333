/** `handout appraise TOPIC`: each open question about a text, asked on the terminal or answered from a file -> the answers, written beside the content. */

import { createInterface } from 'node:readline';
import {
  answered,
  answeredFrom,
  closeSession,
  openItems,
  openSession,
  readGiven,
  type Session,
} from '../app/appraise.ts';
import { readClock } from '../app/clock.ts';
import type { Answer, Verdict } from '../domain/appraisal.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { checkedSettings } from './checked-settings.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';
import { warnReplaced } from './warn-replaced.ts';
import { writtenText } from './written-text.ts';

export interface AppraiseFlags extends SettingFlags {
  readonly lang: string;
  readonly by: string;
  readonly answers?: string | undefined;
}

export async function runAppraise(
  topic: string,
  flags: AppraiseFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ExitCode> {
  const by = writtenText('--by', flags.by);
  if (by === undefined) throw new BadUsage('--by names nobody', 'Give the name of the person who answers');
  const settings = checkedSettings(flags, environment);
  const { today } = readClock();
  const given = flags.answers === undefined ? undefined : await readGiven(flags.answers);
  if (given?.ok === false) return invalid(given.diagnostics, terminal);
  const opened = await openSession(settings, { topic, language: flags.lang, by, today });
  if (!opened.ok) return invalid(opened.diagnostics, terminal);
  const before = opened.value;
  const told = [...opened.diagnostics, ...(given?.diagnostics ?? [])];
  const taken = given === undefined ? undefined : answeredFrom(given.value, before);
  terminal.say(diagnosticsText([...told, ...(taken?.diagnostics ?? [])]));
  // Told before a person sits down to answer.
  warnReplaced(settings, terminal);
  const after = taken?.session ?? (await askAll(before, terminal, signal));
  const left = openItems(after).length;
  const end = signal.aborted ? exitCode.interrupted : exitCode.done;
  if (after === before) {
    terminal.say(left === 0 ? 'No question is open.' : `Nothing was answered; ${left} questions are open.`);
    return end;
  }
  const path = await closeSession(settings, after);
  terminal.say(`Answers of ${by} were written; ${left} questions are open. See \`handout check --text\`.`);
  terminal.out(path);
  return end;
}

function invalid(diagnostics: readonly Diagnostic[], terminal: Terminal): ExitCode {
  terminal.say(diagnosticsText(diagnostics));
  return exitCode.invalid;
}

const letters: Readonly<Record<string, Answer>> = { a: 'agree', d: 'disagree', n: 'not-applicable' };

/** Ends with the questions, with the input or by interruption; what was answered is kept. */
async function askAll(session: Session, terminal: Terminal, signal: AbortSignal): Promise<Session> {
  const input = createInterface({ input: process.stdin, signal });
  const lines = input[Symbol.asyncIterator]();
  const skipped = new Set<string>();
  let now = session;
  try {
    for (;;) {
      const open = openItems(now).filter(({ item }) => !skipped.has(item));
      const [next] = open;
      if (next === undefined) return now;
      terminal.say(question(next, open.length));
      const line = await lines.next();
      if (line.done === true) return now;
      const word = line.value.trim().toLowerCase();
      const answer = letters[word.slice(0, 1)];
      if (answer !== undefined) now = answered(now, { item: next.item, answer });
      else if (word === '' || word.startsWith('s')) skipped.add(next.item);
      else terminal.say('Please answer with a, d, n or s.');
    }
  } finally {
    input.close();
  }
}

function question({ item, part, says, state }: Verdict, left: number): string {
  const hint = state.kind === 'open' ? state.hint : undefined;
  const why = state.kind === 'open' ? state.why : '';
  return [
    '',
    `${item} (${part}; ${left} to go; ${why})`,
    `  ${says}`,
    ...(hint === undefined ? [] : [`  The program saw: ${hint}`]),
    '  a agree, d disagree, n does not apply, s skip',
  ].join('\n');
}
