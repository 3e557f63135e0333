/** src/print, compiled to JavaScript -> a folder from which a child process can import it. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..', '..');

export interface Compiled {
  /** The address of a module of src/print, for an `import` in a script. */
  module(name: string): string;
  /** Writes a script beside the modules; gives its path. */
  script(name: string, text: string): string;
  remove(): void;
}

export function compilePrintRoom(): Compiled {
  // Inside node_modules, so that the compiled files find their packages.
  const cache = join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'print-tests-'));
  const config = join(folder, 'tsconfig.json');
  const compilerOptions = { noEmit: false, rootDir: join(ROOT, 'src'), outDir: folder, types: ['node'] };
  const include = [join(ROOT, 'src', 'print', '*.ts')];
  writeFileSync(config, JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), compilerOptions, include }));
  execFileSync(process.execPath, [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', config]);
  return {
    module: (name) => pathToFileURL(join(folder, 'print', name)).href,
    script: (name, text) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
