/** A print and the clinic's printers -> everything that the print dialog, or its page, prints. */

import type { Messages } from '../messages.ts';
import type { DeskPrinter } from '../printers.ts';
import { printLine, timeOf } from './print-line.ts';
import { type Phase, type PrintRun, type RunState, stateOf } from './print-run.ts';
import { printerWords } from './printer-words.ts';
import { troubleKinds, troubleWords } from './trouble-words.ts';

interface Input {
  readonly id: string;
  readonly run: PrintRun;
  readonly printers: readonly DeskPrinter[];
  readonly messages: Messages;
}

export function dialogModel(input: Input): object {
  const { id, run, messages } = input;
  const state = stateOf(run);
  const { phase, over, trouble, notes, sides } = state;
  const { name } = run.printer;
  const count = over ? undefined : (sides ?? (phase === 'printing' ? undefined : 0));
  return {
    id,
    phase,
    over,
    code: bandOf(input, state) === undefined ? '' : (trouble?.code ?? ''),
    title: messages.text(titles[phase] ?? 'print.title', { printer: name }),
    band: bandOf(input, state),
    notes: [...notes, ...(phase === 'done' && trouble !== undefined ? [trouble] : [])].map(
      (note) => troubleWords(note, name, messages).title,
    ),
    steps: stepsOf(state, messages),
    count: count === undefined ? '' : messages.text('print.pages', { done: count, n: run.pages }),
    asked: timeOf(run.asked, messages),
    told: toldOf(run, phase, messages),
    line: printLine(id, run, messages),
    again: over,
    others: phase === 'done' ? [] : othersOf(input, state),
    canStop: !over && !run.stopAsked,
    file: phase === 'done' ? '' : (run.file ?? `/print/${id}/handout.pdf`),
    isZip: run.file !== undefined,
    back: run.back,
  };
}

const titles: Partial<Readonly<Record<Phase, string>>> = {
  done: 'print.title_done',
  stopped: 'print.title_stopped',
  refused: 'print.title_refused',
};

/** What is wrong now; who stopped it knows so. */
function bandOf({ run, messages }: Input, { phase, over, trouble }: RunState): object | undefined {
  // What is being stopped needs no paper.
  const stopping = phase === 'stopping' && trouble?.code !== 'offline';
  if (trouble === undefined || phase === 'done' || phase === 'stopped' || stopping) return undefined;
  const { title, steps } = troubleWords(trouble, run.printer.name, messages);
  const goesOn =
    !over && !run.stopAsked && troubleKinds[trouble.code] === 'waits' && trouble.code !== 'offline';
  const last = steps.length - 1;
  return {
    title,
    picture: pictures[trouble.code] ?? 'print-warn',
    several: steps.length > 1,
    steps: steps.map((text, index) => ({
      number: index + 1,
      text: goesOn && index === last ? `${text} ${messages.text('print.goes_on')}` : text,
    })),
  };
}

const pictures: Readonly<Record<string, string>> = {
  'paper-out': 'print-paper',
  'wrong-paper': 'print-paper',
  offline: 'print-off',
};

const places: Readonly<Record<Phase, number>> = {
  sending: 0,
  refused: 0,
  sent: 1,
  waiting: 1,
  printing: 2,
  stopping: 2,
  stopped: 2,
  failed: 2,
  done: 4,
};

function stepsOf({ phase, over, trouble, sides = 0 }: RunState, messages: Messages): object[] {
  const waits = trouble !== undefined && troubleKinds[trouble.code] === 'waits' && phase !== 'stopping';
  const wrong = (over && phase !== 'done') || (waits && trouble !== undefined);
  // What waits before its first page has not begun for whoever looks at the tray.
  const here = waits && phase === 'printing' && sides === 0 ? 1 : places[phase];
  const forPaper = trouble?.code === 'paper-out' || trouble?.code === 'wrong-paper';
  const words = ['sent', 'waiting', 'printing', 'done'].map((id, index) =>
    index !== here ? id : waits && forPaper ? 'paper' : (hereWords[phase] ?? id),
  );
  return words.map((id, index) => ({
    text: messages.text(`print.step_${id}`),
    done: index < here,
    here: index === here,
    wrong: index === here && wrong,
  }));
}

const hereWords: Partial<Readonly<Record<Phase, string>>> = {
  sending: 'sending',
  stopping: 'stopping',
  stopped: 'stopped',
  failed: 'failed',
  refused: 'failed',
};

function toldOf({ moved, stopped, printer, parts }: PrintRun, phase: Phase, messages: Messages): string[] {
  const from = moved === undefined ? '' : moved.from;
  const sent = parts.filter(({ progress }) => progress?.job !== undefined).length;
  return [
    ...(moved?.left === 'stopped' ? [messages.text('print.moved_stopped', { printer: from })] : []),
    ...(moved?.left === 'unreachable' ? [messages.text('print.moved_unreachable', { printer: from })] : []),
    ...(stopped === 'unreachable' && phase === 'stopping'
      ? [messages.text('print.stop_unreachable', { printer: printer.name })]
      : []),
    ...(phase === 'stopped' ? [messages.text('print.line_stopped')] : []),
    ...((phase === 'refused' || phase === 'failed') && sent > 0 && parts.length > 1
      ? [messages.text('print.some_sent', { done: sent, of: parts.length })]
      : []),
  ];
}

/** Once it has ended the same printer is another try; before that, only the others are. */
function othersOf({ run, printers, messages }: Input, { over }: RunState): object[] {
  const paper = run.parts[0]?.document.paper;
  const here = run.printer.id;
  return printers
    .filter(({ id }) => over || id !== here)
    .sort((a, b) => Number(b.id === here) - Number(a.id === here))
    .map((printer) => {
      const words = printerWords(printer, messages, paper);
      const same = printer.id === here;
      return { id: printer.id, name: printer.name, ...words, same, may: same || words.sign !== 'warn' };
    });
}
