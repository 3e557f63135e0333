/** `handout print PROFILE|FILE.pdf`: a handout or a finished PDF -> paper, and in plain words what became of it. */

import { type LoadedContent, loadContent } from '../app/kit.ts';
import type { PrintNews } from '../app/print-news.ts';
import type { PrintOrder } from '../app/print-order.ts';
import { printerTrust } from '../app/printer-trust.ts';
import { printerFor, printerNamed } from '../app/printers.ts';
import { recordMade } from '../app/record-made.ts';
import { sendPrint } from '../app/send-print.ts';
import { type ClinicPrinter, type Paper, type Sides, sidesSchema } from '../domain/clinic.ts';
import { Fault } from '../domain/fault.ts';
import { mediaNamed, paperNameOf, paperNames } from '../domain/print-media.ts';
import { readPdfToPrint } from '../read/pdf-paper.ts';
import type { Settings } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { checkedSettings } from './checked-settings.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { handoutToPrint, type ProfileFlags } from './print-profile.ts';
import { printTeller } from './print-teller.ts';
import type { Terminal } from './terminal.ts';

export interface PrintFlags extends ProfileFlags {
  readonly printer?: string | undefined;
  readonly copies?: string | undefined;
  readonly sides?: string | undefined;
  readonly media?: string | undefined;
  readonly mono?: boolean | undefined;
  readonly wait?: boolean | undefined;
  readonly json?: boolean | undefined;
}

export async function runPrint(
  path: string,
  flags: PrintFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ExitCode> {
  const copies = copiesOf(flags.copies);
  const sides = sidesOf(flags.sides);
  const onMedia = mediaOf(flags.media);
  const settings = checkedSettings(flags, environment);
  const isPdf = path.toLowerCase().endsWith('.pdf');
  const pdf = isPdf ? await readPdfToPrint(path, onMedia) : undefined;
  if (pdf !== undefined) terminal.say(diagnosticsText(pdf.diagnostics));
  if (pdf?.ok === false) return exitCode.invalid;

  // A finished PDF for a printer that is given by its address needs no content: broken content does not stop it.
  const byAddress = flags.printer === undefined ? undefined : printerNamed([], flags.printer);
  let loaded: LoadedContent | undefined;
  if (pdf === undefined || byAddress === undefined) {
    const content = await loadContent(settings);
    terminal.say(diagnosticsText(content.diagnostics));
    if (!content.ok) return exitCode.invalid;
    loaded = content.value;
  }
  const clinic = loaded?.content.clinic;
  const wanted = onMedia ?? pdf?.value.media ?? mediaNamed(clinic?.paper ?? 'A4');
  const printer = byAddress ?? chosen(clinic?.printers ?? [], flags.printer, wanted);
  const wishes = {
    copies,
    sides: sides ?? printer.sides ?? ('auto' as const),
    mono: flags.mono === true || printer.mono,
  };

  if (pdf !== undefined) {
    const order = {
      pdf: pdf.value.bytes,
      pages: pdf.value.pages,
      media: pdf.value.media,
      onMedia,
      ...wishes,
    };
    return print(printer, { ...order, jobName: 'Handout' }, flags, settings, terminal, signal);
  }
  if (loaded === undefined) return exitCode.someFailed;
  const paper = paperFor(onMedia, printer, loaded.content.clinic.paper);
  const made = await handoutToPrint(path, paper, loaded, flags, settings, terminal, signal);
  if (typeof made === 'number') return made;
  const media = mediaNamed(paper) ?? paper;
  const jobName = `Handout ${made.record.contentId}`;
  const order = { pdf: made.bytes, pages: made.pages, media, onMedia, jobName, ...wishes };
  return print(printer, order, flags, settings, terminal, signal, async () => {
    const warning = await recordMade(settings, made.record, undefined);
    if (warning !== undefined) terminal.say(`warning: ${warning}`);
  });
}

async function print(
  printer: ClinicPrinter,
  order: PrintOrder,
  flags: PrintFlags,
  settings: Settings,
  terminal: Terminal,
  signal: AbortSignal,
  sent: () => Promise<void> = async () => undefined,
): Promise<ExitCode> {
  const trust = printerTrust(settings.environment);
  const teller = printTeller(printer.name, flags, terminal);
  let last: PrintNews | undefined;
  for await (const news of sendPrint(printer, order, { trust, signal })) {
    teller.tell(news);
    last = news;
  }
  if (last?.kind !== 'stage') return signal.aborted ? exitCode.interrupted : exitCode.someFailed;
  await sent();
  if (flags.wait !== true) {
    teller.tellHowToFollow(last.job);
    return exitCode.done;
  }
  const { followPrint } = await import('../app/follow-print.ts');
  try {
    for await (const news of followPrint(last.job, { trust: trust.check, signal })) {
      teller.tell(news);
      if (news.kind === 'end') return news.end === 'done' ? exitCode.done : exitCode.someFailed;
    }
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'interrupted') throw error;
    terminal.say(`Interrupted. ${printer.name} has the print and goes on; stop it at the printer.`);
    return exitCode.interrupted;
  }
  return exitCode.someFailed;
}

function chosen(
  printers: readonly ClinicPrinter[],
  wanted: string | undefined,
  media: string | undefined,
): ClinicPrinter {
  const found = wanted === undefined ? printerFor(printers, media ?? '') : printerNamed(printers, wanted);
  if (found !== undefined) return found;
  const names = printers.map(({ name }) => `"${name}"`).join(', ');
  const asAddress = 'Give an address such as --printer ipp://192.0.2.10/ipp/print';
  if (wanted !== undefined)
    throw new BadUsage(
      `There is no printer "${wanted}"`,
      names === '' ? asAddress : `Use one of: ${names}. ${asAddress}`,
    );
  throw names === ''
    ? new BadUsage('No printer is set up', `${asAddress}, or set them up under \`printers:\` in clinic.yaml`)
    : new BadUsage(
        `No printer is set up for ${paperNameOf(media ?? '')}`,
        `Name one with --printer: ${names}; or add the paper to its \`papers:\` in clinic.yaml`,
      );
}

/** A handout is made on what the printer is for, when it is not for the clinic's own paper. */
function paperFor(onMedia: string | undefined, { papers }: ClinicPrinter, own: Paper): Paper {
  const [first] = papers;
  const asked = (['A4', 'Letter'] as const).find((paper) => mediaNamed(paper) === onMedia);
  return asked ?? (first === undefined || papers.includes(own) ? own : first);
}

function copiesOf(text: string | undefined): number {
  if (text === undefined) return 1;
  const copies = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (copies < 1) throw new BadUsage('--copies is a number from 1 to 99', 'Write --copies 2, say');
  return copies;
}

function sidesOf(text: string | undefined): Sides | undefined {
  if (text === undefined) return undefined;
  const sides = sidesSchema.safeParse(text);
  if (sides.success) return sides.data;
  throw new BadUsage(`--sides is not \`${text}\``, `Use one of: ${sidesSchema.options.join(', ')}`);
}

function mediaOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const media = mediaNamed(text);
  if (media !== undefined) return media;
  throw new BadUsage(
    '--media names no paper',
    `Use ${paperNames.join(', ')}, or a name of IPP such as iso_a4_210x297mm`,
  );
}
