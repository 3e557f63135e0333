/** `handout enqueue --status`: a queue -> how many rows wait, are being made and failed, and where those stand. */

import { queueState } from '../queue/queue-state.ts';
import { BadUsage } from './bad-usage.ts';
import { eventOf } from './batch-events.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { namedQueue, type QueueFlags } from './queue-flags.ts';
import type { Terminal } from './terminal.ts';
import { troubleTable } from './trouble-table.ts';

/** Exit code 1 when rows have failed. */
export async function runQueueStatus(
  sources: readonly string[],
  flags: QueueFlags & { readonly json?: boolean | undefined },
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  if (sources.length > 0)
    throw new BadUsage(
      '--status tells of the whole queue, not of a roster',
      'Leave out the roster, or --status',
    );
  const queue = await namedQueue(flags, terminal, environment);
  try {
    const { waiting, active, failed, failures } = await queueState(queue.queue);
    if (flags.json === true) {
      const rows = failures.map(eventOf);
      terminal.out(`${JSON.stringify({ queue: queue.name, waiting, active, failed, rows })}\n`);
    } else
      terminal.out(
        [
          ...(failures.length === 0 ? [] : [troubleTable(failures, terminal.screen.columns ?? 80)]),
          ...(failed > failures.length
            ? [`... and ${failed - failures.length} more: see the manifests\n`]
            : []),
          `${queue.name}: ${waiting} wait, ${active} are being made, ${failed} were not made.`,
        ].join('\n'),
      );
    return failed > 0 ? exitCode.someFailed : exitCode.done;
  } finally {
    await queue.close();
  }
}
