/** A desk on the shipped content with a server around it, without a browser unless one is asked for. */

import { noPrinter } from '../../src/app/early-printer.ts';
import { readSettings, type SettingFlags } from '../../src/settings.ts';
import type { Desk } from '../../src/web/desk.ts';
import { type DeskOptions, openDesk } from '../../src/web/open-desk.ts';
import { deskServer, type ServerOptions } from '../../src/web/server.ts';
import { day } from './shipped-content.ts';

export interface RunningDesk {
  readonly desk: Desk;
  readonly app: Awaited<ReturnType<typeof deskServer>>;
  readonly said: string[];
  close(): Promise<void>;
}

const noBrowser = { ...noPrinter, close: async () => undefined };

/** Headers of a browser that sends a form of our own page. */
export const ownForm = {
  host: '127.0.0.1:8484',
  'sec-fetch-site': 'same-origin',
  accept: 'text/html',
  'content-type': 'application/x-www-form-urlencoded',
};

/** `browser: true` prints with the bundled browser. Close it after the tests. */
export async function startDesk(
  options: Partial<DeskOptions> & {
    browser?: boolean;
    server?: Partial<ServerOptions>;
    flags?: SettingFlags;
  } = {},
): Promise<RunningDesk> {
  const { browser = false, server = {}, flags = {}, ...desk } = options;
  const said: string[] = [];
  const opened = await openDesk(readSettings(flags, { ...process.env, HANDOUT_RECORDS: 'off' }), {
    say: (text) => said.push(text),
    clock: () => ({ today: day('2026-11-23'), moment: '2026-11-23T10:42:07.000Z' }),
    ...(browser ? {} : { printer: noBrowser }),
    ...desk,
  });
  const app = await deskServer(opened, { host: '127.0.0.1', ...server });
  return {
    desk: opened,
    app,
    said,
    close: async () => {
      await app.close();
      await opened.close();
    },
  };
}
