/** Protects what staff are told: whether it is on paper, what the printer waits for, what it can't; against real IPP printers. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blankPdf } from '../support/blank-pdf.ts';
import { openPrintLab, type PrintLab, whyNoLab } from '../support/print-lab.ts';
import { exampleFolder } from '../support/run-handout.ts';

const reason = whyNoLab();
const noQueue = whyNoLab({ queue: true });
if (noQueue !== undefined) process.stderr.write(`printers are not tested: ${noQueue}\n`);

const withPdf = 'application/pdf';
const printed = 'echo "ATTR: job-impressions-completed=2" >&2';

describe.skipIf(reason !== undefined)('a real IPP printer', () => {
  let lab: PrintLab;
  let letter: string;
  let a4: string;
  const codes = (news: readonly { trouble?: { code: string } }[]) =>
    news.flatMap(({ trouble }) => (trouble === undefined ? [] : [trouble.code]));
  const print = (file: string, uri: string, ...more: string[]) =>
    lab.handout(['print', file, '--printer', uri, '--json', ...more]);

  beforeAll(async () => {
    lab = await openPrintLab();
    letter = join(lab.folder, 'letter.pdf');
    a4 = join(lab.folder, 'a4.pdf');
    writeFileSync(letter, blankPdf(612, 792, 2));
    writeFileSync(a4, blankPdf(595, 842, 2));
  });
  afterAll(() => lab?.close());
  beforeEach(() => lab.holdBack());

  it('prints a profile on both sides, followed to the end, without a word about the patient', async () => {
    const { uri, documents } = await lab.start({
      port: 8701,
      formats: withPdf,
      twoSided: true,
      script: `env | grep IPP_ > ${lab.folder}/asked; ${printed}`,
    });
    const profile = join(lab.folder, 'profile.yaml');
    writeFileSync(
      profile,
      readFileSync(join(exampleFolder, 'warfarin.yaml'), 'utf8').replace(/name: .*/, 'name: Zzyzx Qwertz'),
    );
    const ran = await print(profile, uri, '--copies', '3', '--mono', '--wait');
    expect(ran).toMatchObject({
      code: 0,
      news: expect.arrayContaining([expect.objectContaining({ kind: 'end', end: 'done', sides: 2 })]),
    });
    const asked = readFileSync(join(lab.folder, 'asked'), 'utf8');
    expect(asked).toMatch(/IPP_JOB_NAME='?Handout BMS-EN-[0-9A-F]{6}/);
    for (const wish of [
      'COPIES=3',
      'SIDES=two-sided-long-edge',
      'PRINT_COLOR_MODE=monochrome',
      'MEDIA=na_letter_8.5x11in',
    ])
      expect(asked).toContain(`IPP_${wish}`);
    expect(
      asked + documents().join() + readFileSync(join(lab.folder, 'printer-8701.log'), 'utf8'),
    ).not.toMatch(/Zzyzx|Qwertz/);
  });

  it('says that accepted is not printed, when nobody waits', async () => {
    const { uri } = await lab.start({ port: 8702, formats: withPdf, script: `await_go; ${printed}` });
    const ran = await lab.handout(['print', letter, '--printer', uri]);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('Queued is not printed') });
    expect(ran.stderr).toContain('One side only: prints 2 sheets.');
    lab.go();
  });

  it('out of paper: tells it, and goes on by itself', async () => {
    const script = `echo "STATE: +media-empty" >&2; await_go; echo "STATE: -media-empty" >&2; ${printed}`;
    const { uri } = await lab.start({ port: 8703, formats: withPdf, script });
    const ran = await lab.handout(['print', letter, '--printer', uri, '--wait', '--json'], ({ trouble }) => {
      if (trouble?.code === 'paper-out') lab.go();
    });
    expect(ran.code).toBe(0);
    expect(ran.news.find(({ trouble }) => trouble?.code === 'paper-out')?.words).toBe(
      'Out of paper: put Letter in the tray, close the tray.',
    );
    expect(ran.news.at(-1)).toMatchObject({ end: 'done', sides: 2 });
  });

  it('of several troubles the one to see to first', async () => {
    const script = 'echo "STATE: media-empty,media-jam,cover-open" >&2; await_go; echo "STATE: none" >&2';
    const { uri } = await lab.start({ port: 8704, formats: withPdf, script });
    const ran = await lab.handout(['print', letter, '--printer', uri, '--wait', '--json'], ({ trouble }) => {
      if (trouble?.code === 'cover-open') lab.go();
    });
    expect(ran.code).toBe(0);
    expect(codes(ran.news)).toContain('cover-open');
    expect(codes(ran.news)).not.toContain('paper-out');
  });

  it('gives up with the printer, and says to look in the tray first', async () => {
    const { uri } = await lab.start({ port: 8705, formats: withPdf, script: 'sleep 1; exit 1' });
    const ran = await print(letter, uri, '--wait');
    expect(ran.code).toBe(1);
    expect(ran.news.at(-1)).toMatchObject({
      end: 'failed',
      words: 'The printer gave up; look in the tray before you print again.',
    });
  });

  it('switched off half-way: tells so, and does not take it for printed', async () => {
    const printer = { port: 8706, formats: withPdf, script: `await_go; ${printed}` };
    const { uri, stop } = await lab.start(printer);
    const ran = await lab.handout(
      ['print', letter, '--printer', uri, '--wait', '--json'],
      ({ stage, trouble }) => {
        if (stage === 'printing' && trouble === undefined) stop();
        // It comes back and knows nothing of the job.
        if (trouble?.code === 'offline') void lab.start(printer);
      },
    );
    expect(codes(ran.news)).toContain('offline');
    expect(ran.news.at(-1)).toMatchObject({ end: 'failed', trouble: { code: 'forgotten' } });
    expect(ran.code).toBe(1);
  });

  it('refuses before it sends: nobody there, other paper, no PDF, one side, no such printer behind the address', async () => {
    const { uri, documents } = await lab.start({ port: 8707, formats: `image/jpeg`, script: printed });
    const pdf = await lab.start({ port: 8708, formats: withPdf, script: printed });
    const a3 = join(lab.folder, 'a3.pdf');
    writeFileSync(a3, blankPdf(842, 1191, 1));
    const refused = async (run: ReturnType<typeof print>) => {
      const { code, news } = await run;
      return [code, news.at(-1)?.end, ...codes(news.slice(-1))];
    };
    expect(await refused(print(letter, 'ipp://localhost:8799/ipp/print'))).toEqual([1, 'refused', 'offline']);
    expect(await refused(print(a3, pdf.uri))).toEqual([1, 'refused', 'wrong-size']);
    expect(await refused(print(letter, uri))).toEqual([1, 'refused', 'no-pdf']);
    expect(await refused(print(letter, pdf.uri, '--sides', 'two-sided-long-edge'))).toEqual([
      1,
      'refused',
      'no-two-sides',
    ]);
    expect(await refused(print(letter, pdf.uri.replace('/ipp/print', '/nothing')))).toEqual([
      1,
      'refused',
      'no-such-printer',
    ]);
    expect([...documents(), ...pdf.documents()]).toEqual([]);
    expect((await print(a4, pdf.uri)).code).toBe(0);
  });

  it('knows a printer by its own certificate from the first time on, and sends another one nothing', async () => {
    const printer = { port: 8709, formats: withPdf, script: printed };
    const first = await lab.start({ ...printer, keys: 'keys-1' });
    const secure = first.uri.replace('ipp:', 'ipps:');
    expect(codes((await print(letter, secure, '--wait')).news)).toContain('first-certificate');
    expect(codes((await print(letter, secure, '--wait')).news)).not.toContain('first-certificate');
    first.stop();
    const other = await lab.start({ ...printer, keys: 'keys-2' });
    const before = other.documents().length;
    const ran = await print(letter, secure);
    expect(ran).toMatchObject({ code: 1, news: [{ end: 'refused', trouble: { code: 'new-certificate' } }] });
    expect(other.documents().length).toBe(before);
    expect((await lab.handout(['printers', '--forget', secure])).stdout).toContain('Forgotten');
    expect((await print(letter, secure, '--wait')).code).toBe(0);
  });

  it.skipIf(noQueue !== undefined)(
    'a queue whose printer is off: tells it, where `lp` says nothing; and stops the print before it is moved',
    async () => {
      const raster = await lab.start({ port: 8711, formats: 'image/pwg-raster,image/urf', script: printed });
      const queue = await lab.queue('sleeper', raster.uri);
      raster.stop();
      const ran = await lab.handout(
        ['print', letter, '--printer', queue, '--wait', '--json'],
        ({ trouble }, interrupt) => {
          if (trouble?.code === 'offline') interrupt();
        },
      );
      expect(ran.code).toBe(130);
      expect(ran.stderr).toContain('has the print and goes on');
      const job = JSON.stringify(ran.news.at(-1)?.job);
      const wire = '{ trust: async () => false }';
      const said = await lab.run(`
        import { cancelPrint, lookAtPrint } from 'dist/app/follow-print.js';
        const job = ${job};
        console.log(await cancelPrint(job, ${wire}), (await lookAtPrint(job, ${wire})).trouble.code);
        console.log(await cancelPrint(job, ${wire}));
      `);
      expect(said).toBe('true canceled\nfalse\n');
    },
  );

  it.skipIf(noQueue !== undefined)(
    'a printer without PDF is printed to by its queue, that the clinic names',
    async () => {
      const raster = await lab.start({ port: 8710, formats: 'image/pwg-raster,image/urf', script: printed });
      const queue = await lab.queue('raster', raster.uri);
      const clinic = join(lab.folder, 'clinic.yaml');
      const shipped = readFileSync(join(exampleFolder, '../content/clinic.yaml'), 'utf8');
      writeFileSync(
        clinic,
        `${shipped}printers:\n  - {name: Front desk, uri: '${raster.uri}', fallback: '${queue}', papers: [Letter]}\n`,
      );
      const listed = await lab.handout(['printers', '--clinic', clinic]);
      expect(listed).toMatchObject({ code: 0, stdout: expect.stringMatching(/Front desk +Ready\./) });
      const ran = await lab.handout(['print', letter, '--clinic', clinic, '--wait', '--json']);
      expect(ran.stderr).toBe('');
      expect(codes(ran.news)).toContain('other-queue');
      expect(ran).toMatchObject({
        code: 0,
        news: expect.arrayContaining([expect.objectContaining({ end: 'done' })]),
      });
      expect(raster.documents().some((name) => /\.(urf|pwg)$/.test(name))).toBe(true);
    },
  );
});
