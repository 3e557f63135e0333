/** Flags and environment -> the content, or its mistakes told and nothing: how every listing command begins. */

import type { ContentKit } from '../app/content-copy.ts';
import { loadContent } from '../app/kit.ts';
import type { SettingFlags } from '../settings.ts';
import { checkedSettings } from './checked-settings.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import type { Terminal } from './terminal.ts';

export async function loadedContent(
  flags: SettingFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ContentKit | undefined> {
  const loaded = await loadContent(checkedSettings(flags, environment));
  terminal.say(diagnosticsText(loaded.diagnostics));
  return loaded.ok ? loaded.value : undefined;
}
