/** Printers and what was asked for -> what the template of the printer button and its list prints. */

import { randomBytes } from 'node:crypto';
import type { Messages } from '../messages.ts';
import type { DeskPrinter } from '../printers.ts';
import { chosenPrinter } from './chosen-printer.ts';
import { printerWords } from './printer-words.ts';
import type { Wishes } from './wishes.ts';

interface Input {
  readonly printers: readonly DeskPrinter[];
  readonly wishes: Wishes;
  /** What the pages were made for, when there are pages. */
  readonly paper: string | undefined;
  /** The printer that this browser printed on last. */
  readonly used: string;
  readonly messages: Messages;
}

/** Undefined when no printer is set up. */
export function choiceModel({ printers, wishes, paper, used, messages }: Input): object | undefined {
  const printer = chosenPrinter(printers, wishes.printer, paper, used);
  if (printer === undefined) return undefined;
  const option = (value: string, text: string, chosen: boolean) => ({ value, text, chosen });
  const { mono = true } = printer.can ?? {};
  // That it takes the one with the paper needs no choice.
  const trays = (printer.can?.trays ?? []).filter((tray) => tray !== 'auto');
  return {
    name: printer.name,
    ...printerWords(printer, messages, paper),
    printers: printers.map((each) => ({
      id: each.id,
      name: each.name,
      chosen: each.id === printer.id,
      ...printerWords(each, messages, paper),
    })),
    sides: (['', 'both', 'one'] as const).map((value) =>
      option(
        value,
        messages.text(value === '' ? 'print.as_set_up' : `print.sides_${value}`),
        value === wishes.sides,
      ),
    ),
    trays:
      trays.length < 2
        ? []
        : [
            option('', messages.text('print.as_set_up'), !trays.includes(wishes.tray)),
            ...trays.map((tray) => option(tray, trayName(tray, messages), tray === wishes.tray)),
          ],
    canMono: mono,
    mono: wishes.mono,
    copies: wishes.copies,
    paper: paper ?? '',
    ticket: randomBytes(12).toString('base64url'),
  };
}

/** `tray-2`, or one of the names of PWG 5101.1; any other as the printer calls it. */
function trayName(tray: string, messages: Messages): string {
  const number = /^tray-(\d+)$/.exec(tray)?.[1];
  if (number !== undefined) return messages.text('print.tray_number', { number });
  return messages
    .said('print', `tray_${tray.replaceAll('-', '_')}`)
    .replace(/^tray_/, '')
    .replaceAll('_', ' ');
}
