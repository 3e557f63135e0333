/** Protects what is given away: no trace of the machine it was built on, in any file. */

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What git knows or would add; on a machine without git, all but what is installed or made. */
function ownFiles(): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      maxBuffer: 50_000_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listed
      .toString()
      .split('\0')
      .filter((path) => path !== '');
  } catch {
    const made = /^(node_modules|dist|output|\.git)(\/|$)/;
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !made.test(path));
  }
}

describe('the repository', () => {
  const files = ownFiles().filter(
    (path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile(),
  );

  it('names no path of the machine it was built on', () => {
    // Written in pieces, or this file would find itself.
    const pieces = ['(?<![\\w.-])/wor', 'k/|\\.\\./sha', 'red\\b|/tm', 'p/bash'];
    const machine = new RegExp(pieces.join(''));
    const checkout = root.length > 5 ? root : undefined;
    const found = files.flatMap((path) => {
      const bytes = readFileSync(join(root, path));
      if (bytes.includes(0)) return [];
      return bytes
        .toString('utf8')
        .split('\n')
        .flatMap((line, index) =>
          machine.test(line) || (checkout !== undefined && line.includes(checkout))
            ? [`${path}:${index + 1}`]
            : [],
        );
    });
    expect(found).toEqual([]);
  });

  it('ties its lock file to no registry', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"\s*:/);
  });
});
