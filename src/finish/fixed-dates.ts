/** A PDF as Chromium writes it and the handout's date -> the same PDF with that date, so that equal handouts are equal bytes. */

import type { CalendarDate } from '../domain/calendar-date.ts';

/** `/CreationDate (D:20261122183000+00'00')`: only the digits are replaced, so no offset in the file moves. */
const dateEntry = /(\/(?:CreationDate|ModDate) \(D:)(\d{14})/g;

export function withFixedDates(pdf: Uint8Array, date: CalendarDate): Uint8Array {
  // Latin-1 keeps every byte as one character, there and back.
  const text = Buffer.from(pdf).toString('latin1');
  const digits = `${date.replaceAll('-', '')}000000`;
  return Buffer.from(
    text.replace(dateEntry, (_, start: string) => `${start}${digits}`),
    'latin1',
  );
}
