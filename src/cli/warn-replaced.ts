/** The settings -> a warning when what a person decided is written where an update would take it away. */

import type { Settings } from '../settings.ts';
import type { Terminal } from './terminal.ts';

/** Developers write there on purpose, so it is no refusal. */
export function warnReplaced({ content }: Settings, terminal: Terminal): void {
  if (content.own !== undefined) return;
  terminal.say(
    "WARNING: written into the program's own folder, which an update replaces: give --content with a folder of your own",
  );
}
