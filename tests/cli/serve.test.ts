/** Protects `handout serve`: it says where it is, stops cleanly, and lets nobody else in without a passphrase. */

import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runHandout } from '../support/run-handout.ts';

const cwd = tmpdir();

it('answers until it is told to stop, and then ends well', async () => {
  let ask: Promise<Response> | undefined;
  const port = String(20_000 + (process.pid % 20_000));
  const ran = await runHandout(['serve', '--port', port], {
    cwd,
    started: (kill) => {
      const look = async () => {
        for (let tries = 0; tries < 100; tries += 1) {
          const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
          if (answer !== undefined) {
            ask = Promise.resolve(answer);
            break;
          }
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        kill('SIGTERM');
      };
      void look();
    },
  });
  expect(ran.stdout).toContain(`http://127.0.0.1:${port}/`);
  expect((await ask)?.status).toBe(200);
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain('has stopped');
});

describe('other computers', () => {
  it.each([
    [['--host', '0.0.0.0'], 'takes a passphrase'],
    [['--port', '99999'], '--port is a number'],
    [['--tls-cert', 'x.pem'], 'go together'],
  ])('%s', async (args, told) => {
    const ran = await runHandout(['serve', ...args], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(told);
  });

  it('need a passphrase that is not short, and are not let in when its file is missing', async () => {
    const short = await runHandout(['serve', '--host', '0.0.0.0'], {
      cwd,
      env: { HANDOUT_PASSPHRASE: 'short' },
    });
    expect(short.code).not.toBe(0);
    expect(short.stderr).not.toContain('short.');
    const missing = await runHandout(['serve', '--passphrase-file', 'nowhere'], { cwd });
    expect(missing.code).not.toBe(0);
  });
});
