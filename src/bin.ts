#!/usr/bin/env node
/** The street door: process arguments and signals in, exit code out. */

import { readFileSync } from 'node:fs';
import { run } from './cli/program.ts';
import { processTerminal } from './cli/terminal.ts';

const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(name, () => {
    interruption.abort();
    // A second signal, or work that does not stop, ends the process for good.
    setTimeout(() => process.exit(130), 5_000).unref();
  });
}
// A reader that closes early (`handout topics | head -1`) is no error, unless it was to get a handout.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  const wantsHandout = process.argv.includes('make');
  process.exit(error.code === 'EPIPE' && !wantsHandout ? 0 : 1);
});
// Nobody listens to what is said on the way: the work goes on all the same.
process.stderr.on('error', () => undefined);

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
process.exitCode = await run({
  argv: process.argv.slice(2),
  terminal: processTerminal(),
  environment: process.env,
  signal: interruption.signal,
  version: manifest.version,
});
