/** Protects whoever prints without a printer set up, or with one set up wrongly: told in words, and nothing is made. */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withoutBrowser } from '../support/batch-run.ts';
import { commandLine, smallest } from '../support/command-line.ts';

const shipped = readFileSync(new URL('../../content/clinic.yaml', import.meta.url), 'utf8');
const { run, file } = commandLine();
const clinic = (printers: string) => file('clinic.yaml', `${shipped}printers:\n${printers}`);
const desk = "  - {name: Front desk, uri: 'ipp://127.0.0.1:9/ipp/print', papers: [A4]}\n";

it('no printer, an unknown one, or none for the paper', async () => {
  const profile = file('profile.yaml', smallest);
  const print = (...args: string[]) => run(['print', profile, ...withoutBrowser, ...args]);
  expect(await print()).toMatchObject({ code: 2, stderr: expect.stringContaining('No printer is set up') });
  const own = ['--clinic', clinic(desk)];
  expect(await print(...own, '--printer', 'Back room')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Use one of: "Front desk"'),
  });
  expect(await print(...own)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('No printer is set up for Letter'),
  });
});

it.each([
  [['--copies', '0'], '--copies is a number from 1 to 99'],
  [['--copies', '2.5'], '--copies is a number from 1 to 99'],
  [['--sides', 'both'], 'Use one of: one-sided, two-sided-long-edge, two-sided-short-edge'],
  [['--media', 'foolscap'], '--media names no paper'],
])('%j', async (flags, words) => {
  const ran = await run(['print', file('profile.yaml', smallest), ...flags]);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(words) });
});

it('what is no PDF, and what is refused for safety, goes to no printer', async () => {
  const uri = 'ipp://127.0.0.1:9/ipp/print';
  const notes = file('sheet.pdf', smallest);
  expect(await run(['print', notes, '--printer', uri])).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('no PDF'),
  });
  const danger = file('danger.yaml', `${smallest}warning_signs: [E1]\n`);
  const refused = await run(['print', danger, '--printer', uri, ...withoutBrowser]);
  expect(refused).toMatchObject({ code: 5, stderr: expect.stringContaining('STOP') });
});

it('a printer that is set up wrongly is told at its line', async () => {
  const wrong = await run(['printers', '--clinic', clinic(desk.replace('ipp:', 'socket:'))]);
  expect(wrong).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/clinic\.yaml:\d+:\d+: error: .*ipp:\/\//),
  });
  const twice = await run(['printers', '--clinic', clinic(desk + desk.replace('Front', 'front'))]);
  expect(twice).toMatchObject({ code: 3, stderr: expect.stringContaining('another name for each printer') });
});

it('one that is off is listed as off; the others are told too', async () => {
  const two = clinic(desk + desk.replace('Front desk', 'Back room'));
  const ran = await run(['printers', '--clinic', two, '--json']);
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.stdout).printers).toMatchObject([
    { name: 'Front desk', state: 'trouble', words: 'No answer from Front desk: is it on?' },
    { name: 'Back room', trouble: { code: 'offline' } },
  ]);
  expect((await run(['printers'])).stderr).toContain('No printer is set up.');
});
