#!/usr/bin/env node
/** The street door: process arguments and signals in, exit code out. */

import { readFileSync } from 'node:fs';
import { run } from './cli/program.ts';
import { processTerminal } from './cli/terminal.ts';

const interruption = new AbortController();
// A batch finishes what is in flight: no page is waited for longer than this. All else is over in a moment.
const finishes = ['batch', 'worker', 'serve'].includes(process.argv[2] ?? '');
const graceMs = finishes ? 90_000 : 5_000;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    // A second signal, or work that does not stop, ends the process for good.
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
    setTimeout(() => process.exit(130), graceMs).unref();
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
// What was read from may still be open: a terminal, or a pipe that gives nothing.
if (interruption.signal.aborted) setTimeout(() => process.exit(), 500).unref();
