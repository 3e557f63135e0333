/** Protects printing from the desk on real IPP printers: on paper once and never twice, stopped, moved, mended, or told why not. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClinicPrinter } from '../../src/domain/clinic.ts';
import { readSettings } from '../../src/settings.ts';
import { clinicPrinters } from '../../src/web/clinic-printers.ts';
import {
  type NewPrint,
  type Phase,
  type PrinterName,
  type PrintRun,
  stateOf,
} from '../../src/web/print/print-run.ts';
import { deskPrints, type Prints } from '../../src/web/print/prints.ts';
import type { DeskPrinters } from '../../src/web/printers.ts';
import { type LabRelay, labRelay } from '../support/lab-relay.ts';
import { newPrint, printDocument } from '../support/new-print.ts';
import { openPrintLab, type PrintLab, whyNoLab } from '../support/print-lab.ts';

const reason = whyNoLab();
if (reason !== undefined) process.stderr.write(`printers of the desk are not tested: ${reason}\n`);

const pdf = 'application/pdf';
const two = 'echo "ATTR: job-impressions-completed=2" >&2';
const empty = 'echo "STATE: +media-empty" >&2; await_go; echo "STATE: -media-empty" >&2';

describe.skipIf(reason !== undefined)('a print of the desk', () => {
  let lab: PrintLab;
  let relay: LabRelay;
  let printers: DeskPrinters;
  let prints: Prints;
  const clinic: ClinicPrinter[] = [
    { name: 'Off', uri: 'ipp://127.0.0.1:9/ipp/print', papers: [], mono: false },
  ];
  const folder = mkdtempSync(join(tmpdir(), 'desk-printers-'));

  beforeAll(async () => {
    lab = await openPrintLab();
    relay = labRelay(lab);
    printers = clinicPrinters(
      readSettings({}, { ...process.env, XDG_CONFIG_HOME: folder }),
      async () => clinic,
    );
    const given = { add: async () => undefined };
    prints = deskPrints({ printers, given, say: () => undefined, now: () => '2026-11-23T10:42:07.000Z' });
  });
  afterAll(() => {
    prints?.close();
    relay?.close();
    lab?.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => lab.holdBack());

  /** One that is there, under a name of its own. */
  async function printer(port: number, script: string, more: { formats?: string } = {}) {
    const started = await lab.start({ port, formats: pdf, twoSided: true, script, ...more });
    const name = `Printer ${port}`;
    clinic.push({ name, uri: await relay.uri(port), papers: [], mono: false });
    return { ...started, id: name, name };
  }
  const order = ({ id, name }: PrinterName, paper: 'A4' | 'A3' = 'A4'): NewPrint =>
    newPrint({ documents: [printDocument(paper)], printer: { id, name } });
  async function begun(print: NewPrint): Promise<PrintRun> {
    const run = prints.get('me', await prints.start('me', '', print));
    if (run === undefined) throw new Error('There is no print');
    return run;
  }
  /** What it writes itself stands there too. */
  const sentTo = ({ documents }: { documents(): readonly string[] }) =>
    documents().filter((name) => name.endsWith('.pdf'));
  const jobOf = (run: PrintRun) => run.parts[0]?.progress?.job ?? '';
  /** Looks again until it is so. */
  const until = (run: PrintRun, phase: Phase, trouble?: string) =>
    expect
      .poll(
        async () => {
          await prints.glance(run);
          const now = stateOf(run);
          return [now.phase, trouble === undefined ? undefined : now.trouble?.code];
        },
        { timeout: 20_000, interval: 200 },
      )
      .toEqual([phase, trouble]);

  it('is followed until it is on paper, and then its pages are held no longer', async () => {
    const to = await printer(8741, `env | grep IPP_ > ${lab.folder}/asked; ${two}`);
    const run = await begun({
      ...order(to),
      wishes: { copies: 2, sides: 'one-sided', mono: true, tray: 'main' },
    });
    await until(run, 'done');
    expect(stateOf(run).sides).toBe(2);
    expect(run.parts[0]?.document.pdf.byteLength).toBe(0);
    expect(sentTo(to)).toHaveLength(1);
    const asked = readFileSync(join(lab.folder, 'asked'), 'utf8');
    for (const wish of [
      'COPIES=2',
      'SIDES=one-sided',
      'PRINT_COLOR_MODE=monochrome',
      'MEDIA_COL={media-size={x-dimension=21000 y-dimension=29700} media-source=main}',
      'JOB_NAME=Handout BMS-EN-ABCDEF',
    ])
      expect(asked).toContain(`IPP_${wish}`);
  });

  it('waits for paper, and goes on by itself', async () => {
    const to = await printer(8742, `${empty}; ${two}`);
    const run = await begun(order(to));
    await until(run, 'printing', 'paper-out');
    expect((await printers.list()).find(({ id }) => id === to.id)).toBeDefined();
    lab.go();
    await until(run, 'done');
  });

  it('is stopped in the middle of it', async () => {
    const to = await printer(8743, `await_go; ${two}`);
    const run = await begun(order(to));
    await until(run, 'printing');
    await prints.stop(run);
    lab.go();
    await until(run, 'stopped', 'canceled');
    // Later it can be printed all the same.
    await prints.move(run, to);
    await until(run, 'done');
  });

  it('is moved: stopped at the first printer, printed once at the second', async () => {
    const from = await printer(8744, `${empty}; ${two}`);
    const to = await printer(8745, two);
    const run = await begun(order(from));
    await until(run, 'printing', 'paper-out');
    const first = jobOf(run);
    await prints.move(run, to);
    expect(run.moved).toEqual({ from: from.name, left: 'stopped' });
    await until(run, 'done');
    expect(sentTo(to)).toHaveLength(1);
    lab.go();
    // The first one has given it up.
    await expect.poll(() => printers.follow(first)).toMatchObject({ trouble: { code: 'canceled' } });
  });

  it('that is on paper already is not moved', async () => {
    const from = await printer(8746, two);
    const to = await printer(8747, two);
    const run = await begun(order(from));
    await expect.poll(() => printers.follow(jobOf(run))).toMatchObject({ step: 'done' });
    await prints.move(run, to);
    expect(stateOf(run).phase).toBe('done');
    expect(sentTo(to)).toEqual([]);
  });

  it('is refused before anything is sent: off, other paper, no PDF', async () => {
    const off = await begun(order({ id: 'Off', name: 'Off' }));
    await until(off, 'refused', 'offline');
    const noPdf = await printer(8748, two, { formats: 'image/jpeg' });
    await until(await begun(order(noPdf)), 'refused', 'no-pdf');
    const to = await printer(8749, two);
    await until(await begun(order(to, 'A3')), 'refused', 'wrong-size');
    expect([...sentTo(noPdf), ...sentTo(to)]).toEqual([]);
    // The same print, where it is taken.
    await prints.move(off, to);
    await until(off, 'done');
  });

  it('whose printer is switched off half-way is never taken for printed', async () => {
    const to = await printer(8750, `await_go; ${two}`);
    const run = await begun(order(to));
    await until(run, 'printing');
    to.stop();
    await until(run, 'sent', 'offline');
    await prints.stop(run);
    expect(run.stopped).toBe('unreachable');
    expect(stateOf(run).phase).toBe('stopping');
  });

  it('says what each printer can', async () => {
    const to = await printer(8751, two);
    await expect
      .poll(async () => (await printers.list()).find(({ id }) => id === to.id), { timeout: 15_000 })
      .toMatchObject({
        state: 'ready',
        can: {
          twoSided: true,
          color: false,
          mono: true,
          papers: expect.arrayContaining(['Letter']),
          trays: expect.arrayContaining(['main', 'manual']),
        },
      });
    const off = (await printers.list()).find(({ id }) => id === 'Off');
    expect(off).toMatchObject({ state: 'trouble', trouble: { code: 'offline' } });
    expect(off?.can).toBeUndefined();
  });
});
