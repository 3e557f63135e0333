/** `handout serve`: the desk page on this computer, or on the network behind a passphrase, until it is stopped. */

import type { SettingFlags } from '../settings.ts';
import { isLoopback } from '../web/host-guard.ts';
import { readPassphrase } from '../web/passphrase.ts';
import { serveDesk } from '../web/serve.ts';
import { BadUsage } from './bad-usage.ts';
import { checkedSettings } from './checked-settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export interface ServeFlags extends SettingFlags {
  readonly port?: string | undefined;
  readonly host?: string | undefined;
  readonly name?: readonly string[] | undefined;
  readonly passphraseFile?: string | undefined;
  readonly tlsCert?: string | undefined;
  readonly tlsKey?: string | undefined;
}

export async function runServe(
  flags: ServeFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ExitCode> {
  const host = flags.host ?? '127.0.0.1';
  const port = portOf(flags.port ?? '8484');
  const tls = tlsOf(flags);
  const settings = checkedSettings(flags, environment);
  // The desk writes down what is given only where that was asked for.
  const asked = flags.records ?? (environment['HANDOUT_RECORDS'] || undefined);
  const records = asked === undefined ? undefined : settings.records;
  const passphrase = await readPassphrase(
    flags.passphraseFile,
    environment['HANDOUT_PASSPHRASE'] || undefined,
  );
  if (!isLoopback(host)) {
    if (passphrase === undefined)
      throw new BadUsage(
        `--host ${host} lets other computers in, and that takes a passphrase`,
        'Give --passphrase-file FILE, or set HANDOUT_PASSPHRASE',
      );
    if (tls === undefined)
      terminal.say(
        'warning: without --tls-cert and --tls-key everything, the passphrase too, crosses the network readable',
      );
  }
  await serveDesk(settings, {
    host,
    port,
    names: flags.name ?? [],
    passphrase,
    tls,
    signal,
    desk: { say: (text) => terminal.say(text), records },
    ready: (address) => terminal.out(`The desk page is at ${address}  (Ctrl+C stops it)`),
  });
  terminal.say('The desk page has stopped.');
  return exitCode.done;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new BadUsage(
      '--port is a number from 0 to 65535',
      'Leave it out for 8484; 0 takes any that is free',
    );
  return port;
}

function tlsOf({ tlsCert, tlsKey }: ServeFlags): { cert: string; key: string } | undefined {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined)
    throw new BadUsage('--tls-cert FILE and --tls-key FILE go together', 'Give both, in PEM');
  return { cert: tlsCert, key: tlsKey };
}
