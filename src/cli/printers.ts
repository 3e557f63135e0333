/** `handout printers`: the clinic's printers -> how each of them is now, in plain words; or one's certificate forgotten. */

import { forgetCertificate, printerTrust } from '../app/printer-trust.ts';
import { printerHint, printerWords } from '../app/printer-words.ts';
import { type PrinterState, printerNamed, printerStates } from '../app/printers.ts';
import { placeOf, printerAddress } from '../ipp/printer-address.ts';
import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { loadedContent } from './loaded-content.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface PrintersFlags extends SettingFlags {
  readonly json?: boolean | undefined;
  readonly forget?: string | undefined;
}

export async function runPrinters(
  flags: PrintersFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ExitCode> {
  const loaded = await loadedContent(flags, terminal, environment);
  if (loaded === undefined) return exitCode.invalid;
  const { clinic } = loaded.content;
  if (flags.forget !== undefined) {
    const printer = printerNamed(clinic.printers, flags.forget);
    if (printer === undefined)
      throw new BadUsage(
        `There is no printer "${flags.forget}"`,
        'Give its name, or its address (ipps://...)',
      );
    const places = [printer.uri, printer.fallback ?? ''].flatMap((uri) => {
      const address = printerAddress(uri);
      return address === undefined ? [] : [placeOf(address)];
    });
    const forgotten = await Promise.all(places.map((place) => forgetCertificate(environment, place)));
    terminal.out(
      forgotten.includes(true)
        ? `Forgotten. The next one that answers for ${printer.name} is taken for it: look that it is the right one.`
        : `No certificate of ${printer.name} was known.`,
    );
    return exitCode.done;
  }
  if (clinic.printers.length === 0) {
    if (flags.json === true) terminal.out(JSON.stringify({ printers: [] }, null, 2));
    else terminal.say('No printer is set up.\n    hint: Name them under `printers:` in clinic.yaml');
    return exitCode.done;
  }
  const trust = printerTrust(environment);
  const states = await printerStates(clinic.printers, { trust: trust.check, signal });
  const worded = states.map((state) => ({ ...state, words: wordsOf(state) }));
  if (flags.json === true) terminal.out(JSON.stringify({ printers: worded }, null, 2));
  else {
    const rows = worded.map(({ name, words, papers = [], twoSided, uri }) => [
      name,
      words,
      papers.slice(0, 4).join(', '),
      twoSided === undefined ? '' : twoSided ? 'both' : 'one',
      uri,
    ]);
    terminal.out(table(['printer', 'now', 'paper', 'sides', 'address'], rows));
  }
  for (const { name, trouble } of states) {
    const hint = trouble === undefined ? undefined : printerHint(trouble);
    if (hint !== undefined) terminal.say(`${name}\n    hint: ${hint}`);
  }
  for (const fingerprint of trust.takeNew())
    terminal.say(`First time with a printer: from now on only this certificate is trusted: ${fingerprint}`);
  return exitCode.done;
}

function wordsOf({ name, state, trouble }: PrinterState): string {
  if (trouble !== undefined) return printerWords(trouble, name);
  return state === 'busy' ? 'Printing.' : 'Ready.';
}
