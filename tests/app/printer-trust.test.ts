/** Protects from a stranger in the printer's place: a certificate is remembered once, for its owner alone, and never replaced. */

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetCertificate, printerTrust } from '../../src/app/printer-trust.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-trust-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const print = (byte: string) => Array.from({ length: 32 }, () => byte).join(':');
const list = () => join(folder, 'clinician-handouts', 'printers.json');

it('the first is remembered, another is refused until the first is forgotten', async () => {
  const environment = { XDG_CONFIG_HOME: folder };
  const trust = printerTrust(environment);
  expect(await trust.check('desk:631', print('AA'))).toBe(true);
  expect(trust.takeNew()).toEqual([print('AA')]);
  expect(statSync(list()).mode & 0o777).toBe(0o600);
  expect(await trust.check('desk:631', print('AA'))).toBe(true);
  expect(await trust.check('desk:631', print('BB'))).toBe(false);
  expect(trust.takeNew()).toEqual([]);
  expect(await forgetCertificate(environment, 'desk:631')).toBe(true);
  expect(await forgetCertificate(environment, 'desk:631')).toBe(false);
  expect(await trust.check('desk:631', print('BB'))).toBe(true);
});

it('printers that are met at the same moment are all remembered', async () => {
  const trust = printerTrust({ XDG_CONFIG_HOME: folder });
  await Promise.all(['a', 'b', 'c', 'd'].map((host) => trust.check(`${host}:631`, print('AA'))));
  expect(Object.keys(JSON.parse(readFileSync(list(), 'utf8')))).toEqual(['a:631', 'b:631', 'c:631', 'd:631']);
});

it('a damaged list is not started anew: that would be to trust whoever answers', async () => {
  const trust = printerTrust({ XDG_CONFIG_HOME: folder });
  await trust.check('desk:631', print('AA'));
  writeFileSync(list(), '{"desk:631": "AA"');
  await expect(trust.check('desk:631', print('BB'))).rejects.toMatchObject({ code: 'read-failed' });
});
