/** The program -> the same with the commands of a queue: enqueue, worker. */

import type { Command } from 'commander';
import { afterTopics } from './after-topics.ts';
import type { CommandRoom } from './review-commands.ts';

export function addQueueCommands(
  program: Command,
  { terminal, environment, signal, withContent, withBrowser, finish }: CommandRoom,
): void {
  const withQueue = (command: Command) =>
    command
      .option('--queue <name>', 'name of the queue (default: handouts)')
      .option('--redis <url>', 'redis://HOST:PORT; with a password better in HANDOUT_REDIS');

  withQueue(
    withContent(program.command('enqueue').argument('[source...]', 'rosters, folders of profiles, sets')),
  )
    .description('Puts each row of a roster into a queue on Redis, from which workers make handouts.')
    .option('--topic <id...>', 'topic, in place of those in the roster')
    .option('--lang <tag>', 'language, in place of that in the roster')
    .option('--date <date>', "the handouts' date, YYYY-MM-DD; else the visit's, else the day they are made")
    .option('--status', 'only tell how many rows wait, are being made and failed, and where those stand')
    .option('--json', 'as one JSON object')
    .action(async (sources: string[], flags) => {
      const { runEnqueue } = await import('./enqueue.ts');
      const { named, topics: topic } = afterTopics(sources, flags.topic);
      finish(await runEnqueue(named, { ...flags, topic }, terminal, environment));
    });

  withQueue(withBrowser(withContent(program.command('worker'))))
    .description('Makes the rows of a queue into handouts, as they come; several workers share one queue.')
    .option('--out <folder>', 'where they go (default: output/)')
    .option('--jobs <number>', 'handouts made at the same time (default: one a core)')
    .option('--until-empty', 'end when nothing waits and nothing is being made')
    .option('--stall-after <seconds>', 'a worker silent for so long has died (default: 60)')
    .option('--json', 'one JSON object a line for each handout')
    .action(async (flags) => {
      const { runWorker } = await import('./worker.ts');
      finish(
        await runWorker({ ...flags, noSandbox: flags.sandbox === false }, terminal, environment, signal),
      );
    });
}
