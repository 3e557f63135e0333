/** Protects the way to the printer: what a person writes leads to one place, or to none. */

import { expect, it } from 'vitest';
import { printerAddress } from '../../src/ipp/printer-address.ts';

it.each([
  ['ipp://192.0.2.10/ipp/print', 'ipp://192.0.2.10/ipp/print', '192.0.2.10', 631, false],
  ['ipps://desk.local/ipp/print', 'ipps://desk.local/ipp/print', 'desk.local', 631, true],
  ['ipp://localhost:80/printers/a', 'ipp://localhost:80/printers/a', 'localhost', 80, false],
  ['http://localhost:631/printers/a', 'ipp://localhost/printers/a', 'localhost', 631, false],
  ['https://desk.local/ipp/print', 'ipps://desk.local:443/ipp/print', 'desk.local', 443, true],
  ['IPP://[2001:db8::1]:8631/ipp/print', 'ipp://[2001:db8::1]:8631/ipp/print', '2001:db8::1', 8631, false],
])('%s', (text, uri, host, port, secure) => {
  expect(printerAddress(text)).toMatchObject({ uri, host, port, secure });
});

it.each([
  'Front desk',
  'socket://192.0.2.10:9100',
  'ipp://',
  'ipp://user:secret@desk/ipp',
  'ipp://a b/',
  'ipp://h:x/',
])('%s is none', (text) => expect(printerAddress(text)).toBeUndefined());
