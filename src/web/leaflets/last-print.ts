/** The last print of a browser and how it goes -> what to say about it. */

import type { Messages } from '../messages.ts';
import type { PrintProgress } from '../printers.ts';

export interface LastPrint {
  readonly title: string;
  readonly copies: number;
  readonly printer: string;
  /** The last one's; empty when it is not followed. */
  readonly job: string;
  /** A moment of the clock. */
  readonly at: string;
  /** What the printer said when it did not take it; empty when it did. */
  readonly refused: string;
}

export interface PrintWords {
  readonly says: string;
  readonly over: boolean;
  readonly trouble: boolean;
}

export function printWords(
  last: LastPrint & { readonly progress: PrintProgress | undefined },
  messages: Messages,
): PrintWords {
  const { title, copies, printer, refused, progress, at } = last;
  if (refused !== '') return { says: refused, over: true, trouble: true };
  if (progress?.step === 'failed')
    return { says: messages.said('printer', progress.says), over: true, trouble: true };
  const time = new Date(at).toLocaleTimeString(messages.tag, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const what = { title, n: copies, time, printer };
  if (progress?.step === 'done')
    return { says: messages.text('leaflets.printed', what), over: true, trouble: false };
  const state =
    progress === undefined || progress.says === 'sent' ? '' : messages.said('printer', progress.says);
  const says = [messages.text('leaflets.sent', what), state].filter((each) => each !== '').join(' ');
  return { says, over: progress === undefined, trouble: false };
}
