/** The templates' folder -> layouts and partials by the name that templates call them, styles by file name, and the font catalogue. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';

export interface TemplateFile {
  /** Path, for people. */
  readonly name: string;
  readonly text: string;
}

export interface TemplateFiles {
  /** By the name in `{{> name}}`: the file's name without its end. */
  readonly templates: ReadonlyMap<string, TemplateFile>;
  readonly styles: ReadonlyMap<string, TemplateFile>;
  /** JSON text of `fonts.json`. */
  readonly fonts: string;
}

/** @throws Fault `read-failed` when the folder does not hold templates. */
export function readTemplates(folder: string): TemplateFiles {
  const files = (part: string, end: string) => {
    const path = join(folder, part);
    if (!existsSync(path)) {
      throw new Fault('read-failed', `There is no folder ${path}`, {
        hint: 'Give the folder that holds layouts/, partials/ and styles/',
      });
    }
    return readdirSync(path)
      .filter((name) => name.endsWith(end) && !name.startsWith('.'))
      .sort()
      .map((name): [string, TemplateFile] => [
        name.slice(0, -end.length),
        { name: join(path, name), text: readFileSync(join(path, name), 'utf8') },
      ]);
  };
  return {
    templates: new Map([...files('layouts', '.hbs'), ...files('partials', '.hbs')]),
    styles: new Map(files('styles', '.css')),
    fonts: readFileSync(join(folder, 'fonts.json'), 'utf8'),
  };
}
