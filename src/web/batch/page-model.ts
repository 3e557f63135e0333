/** Where a batch stands -> everything that the template of Batch prints. */

import { partsOf } from '../../app/desk-batch.ts';
import type { Messages } from '../messages.ts';
import type { DeskBatch } from './batches.ts';
import { numbersOf, progressOf } from './progress.ts';
import { rowWords } from './row-words.ts';

export interface Refused {
  readonly code: string;
  readonly status: number;
}

interface Around {
  readonly messages: Messages;
  /** Printers and how to print; undefined when none is set up. */
  readonly choice: object | undefined;
  readonly refused: Refused | undefined;
  readonly note: string;
}

/** More stand in the CSV. */
const mostShown = 100;

export function batchModel(batch: DeskBatch | undefined, around: Around): object {
  const { messages, refused, note } = around;
  const code = refused?.code ?? (batch?.step === 'refused' ? (batch.refused?.code ?? 'unreadable') : '');
  const step = code !== '' || batch === undefined ? 'start' : batch.step;
  return {
    step,
    note,
    isStart: step === 'start',
    isChecking: step === 'checking',
    isChecked: step === 'checked',
    isMaking: step === 'making',
    isDone: step === 'done',
    steps: stepsModel(step, messages),
    refused: code === '' ? undefined : refusedModel(code, batch, messages),
    ...(batch === undefined || step === 'start' ? {} : partsModel(batch, around)),
  };
}

const order = ['roster', 'check', 'make', 'results'] as const;
const at: Readonly<Record<string, number>> = { start: 0, checking: 1, checked: 1, making: 2, done: 4 };

function stepsModel(step: string, messages: Messages): object[] {
  const here = at[step] ?? 0;
  return order.map((id, index) => ({
    number: index + 1,
    text: messages.text(`batch.step_${id}`),
    done: index < here,
    here: index === here,
  }));
}

function refusedModel(code: string, batch: DeskBatch | undefined, messages: Messages): object {
  const id = code.replaceAll('-', '_');
  const known = messages.has(`batch.refused_${id}`);
  const told = batch?.refused;
  return {
    what: known ? messages.text(`batch.refused_${id}`) : (told?.message ?? '').replaceAll('`', ''),
    remedy: messages.has(`batch.refused_${id}_do`)
      ? messages.text(`batch.refused_${id}_do`)
      : known
        ? ''
        : (told?.hint ?? '').replaceAll('`', ''),
  };
}

function partsModel(batch: DeskBatch, { messages, choice }: Around): object {
  const { content } = batch.page.kit;
  const number = numbersOf(messages);
  const left = [...batch.left].sort((a, b) => a.row - b.row);
  const rowsIn = (kind: string) => left.filter((each) => each.kind === kind).map(({ row }) => row);
  const rowsOf = (kind: string) => new Set(rowsIn(kind)).size;
  // A row that is stopped may have mistakes too: it counts once.
  const stopped = new Set(rowsIn('stopped'));
  const mistaken = new Set(rowsIn('error').filter((row) => !stopped.has(row))).size;
  const ready = batch.checked?.ready ?? [];
  const shown = batch.step === 'making' ? left.filter(({ kind }) => kind === 'failed') : left;
  const parts = partsOf(batch.made);
  const zipBytes = batch.made.reduce((sum, { pdf }) => sum + pdf.byteLength, 0);
  const starts = parts.map((_part, index) =>
    parts.slice(0, index).reduce((sum, each) => sum + each.length, 1),
  );
  return {
    file: batch.name,
    rows: number(batch.checked?.rows ?? batch.rowsRead),
    rowCount: batch.checked?.rows ?? batch.rowsRead,
    notes: (batch.checked?.notes ?? []).map(({ message, hint = '' }) => ({
      message: message.replaceAll('`', ''),
      hint: hint.replaceAll('`', ''),
    })),
    count: {
      ready: number(ready.length),
      readyCount: ready.length,
      error: number(mistaken),
      stopped: number(stopped.size),
      failed: number(rowsOf('failed')),
      notBegun: rowsOf('not-begun'),
      made: number(batch.made.length),
      madeCount: batch.made.length,
      leftOut: new Set(left.map(({ row }) => row)).size,
    },
    languages: languagesOf(batch, number),
    table: {
      rows: shown.slice(0, mostShown).map((each) => rowWords(each, messages, content)),
      count: number(new Set(shown.map(({ row }) => row)).size),
      more: Math.max(0, shown.length - mostShown),
      checked: batch.step === 'checked',
    },
    progress: batch.step === 'checking' || batch.step === 'making' ? progressOf(batch, messages) : undefined,
    result: {
      seconds: Math.max(1, Math.round((batch.endedMs - batch.startedMs) / 1_000)),
      megabytes: number(Math.max(0.1, Math.round(zipBytes / 100_000) / 10)),
      ended: batch.ended === undefined ? '' : messages.text(`batch.ended_${batch.ended}`),
      parts: parts.map((rows, index) => ({
        part: index + 1,
        from: starts[index],
        to: (starts[index] ?? 1) + rows.length - 1,
        several: parts.length > 1,
        pages: number(rows.reduce((sum, { pages }) => sum + pages, 0)),
        choice,
      })),
      until: timeOf(batch.until, messages),
    },
    pages: number(batch.made.reduce((sum, { pages }) => sum + pages, 0)),
  };
}

function languagesOf({ checked, page }: DeskBatch, number: (value: number) => string): string {
  const counts = new Map<string, number>();
  for (const { asked } of checked?.ready ?? [])
    counts.set(asked.language, (counts.get(asked.language) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([tag, count]) => `${page.kit.content.words.get(tag)?.language.name ?? tag} ${number(count)}`)
    .join(', ');
}

function timeOf(moment: Date, { tag }: Messages): string {
  return moment.toLocaleTimeString(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}
