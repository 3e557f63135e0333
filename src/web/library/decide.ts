/** A sign-off or a withdrawal that a person sent -> carried out by the same functions as on the command line, or what stands in its way. */

import { withdraw } from '../../app/withdraw.ts';
import { asCalendarDate } from '../../domain/calendar-date.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { Fault } from '../../domain/fault.ts';
import type { Desk } from '../desk.ts';
import type { Messages } from '../messages.ts';
import type { Beside } from './beside.ts';
import { type SignForm, signLack, type WithdrawForm, withdrawLack } from './decisions.ts';
import { told } from './panel-model.ts';
import type { Place } from './place.ts';
import type { Sent } from './show.ts';

/** Undefined when it is done. */
export type Decided = Sent | undefined;

export async function signOff(
  desk: Desk,
  beside: Beside,
  { topic, language }: Place,
  form: SignForm,
  messages: Messages,
): Promise<Decided> {
  const refuse = refusal('sign', messages);
  // A tick holds for what was read, and for nothing else.
  const again = { sign: { ...form, read: undefined } };
  const { today } = desk.clock();
  if (desk.settings.content.own === undefined) return { ...refuse(409, 'no_folder'), ...again };
  const lack = signLack(form, today);
  if (lack !== undefined) return { ...refuse(422, lack), ...again };
  const request = { topic, language, by: form.by, due: asCalendarDate(form.due), today, seen: form.shown };
  try {
    const done = await beside.run({ kind: 'approve', settings: desk.settings, request });
    if (done.ok) return undefined;
    const stale = done.diagnostics.some(({ code }) => code === 'changed-meanwhile');
    if (stale) return { ...refuse(409, 'stale'), ...again };
    return { ...refuse(422, 'not_signed', errorsOf(done.diagnostics)), ...again };
  } catch (error) {
    return { ...notWritten(error, refuse), ...again };
  }
}

export async function takeBack(
  desk: Desk,
  { topic, language }: Place,
  form: WithdrawForm,
  messages: Messages,
): Promise<Decided> {
  const refuse = refusal('withdraw', messages);
  if (desk.settings.content.own === undefined) return { ...refuse(409, 'no_folder'), withdraw: form };
  const lack = withdrawLack(form);
  if (lack !== undefined) return { ...refuse(422, lack), withdraw: form };
  const { by, reason, where } = form;
  const { today } = desk.clock();
  try {
    const done = await withdraw(desk.settings, {
      topic,
      language: where === 'this' ? language : undefined,
      reason,
      by,
      lift: false,
      today,
    });
    if (done.ok) return undefined;
    return { ...refuse(422, 'not_withdrawn', errorsOf(done.diagnostics)), withdraw: form };
  } catch (error) {
    return { ...notWritten(error, refuse), withdraw: form };
  }
}

type Refuse = (status: number, key: string, list?: readonly string[]) => Sent;

function refusal(form: 'sign' | 'withdraw', messages: Messages): Refuse {
  return (status, key, list = []) => ({
    status,
    trouble: { form, says: messages.text(`library.${key}`), list },
  });
}

function errorsOf(diagnostics: readonly Diagnostic[]): string[] {
  return told(diagnostics.filter(({ severity }) => severity === 'error'));
}

/** A full disk, or a folder that may not be written to: what was typed is kept. */
function notWritten(error: unknown, refuse: Refuse): Sent {
  if (!(error instanceof Fault)) throw error;
  return refuse(500, 'not_written', [
    error.hint === undefined ? error.message : `${error.message}. ${error.hint}`,
  ]);
}
