/** A path and a schema -> the file's typed value that still knows where each part was written. */

import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Place } from '../domain/diagnostic.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';
import type { FieldPath } from './field-path.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';
import { validate } from './validate.ts';
import { parseYaml } from './yaml-document.ts';

/** Content files are written by hand: anything larger is a mistake. */
const contentLimit = { maxBytes: 2_000_000 };

export interface Located<T> {
  readonly value: T;
  readonly file: string;
  /** SHA-256 of the text, hex. */
  readonly hash: string;
  place(path: FieldPath, of?: 'key' | 'value'): Place;
}

export async function readLocated<T>(path: string, schema: z.ZodType<T>): Promise<Outcome<Located<T>>> {
  const source = await readSourceFile(path, contentLimit);
  return source.ok ? locatedFrom(source.value, schema) : source;
}

export function locatedFrom<T>(source: SourceFile, schema: z.ZodType<T>): Outcome<Located<T>> {
  const yaml = parseYaml(source);
  if (!yaml.ok) return yaml;
  const valid = validate(schema, yaml.value);
  if (!valid.ok) return failure([...yaml.diagnostics, ...valid.diagnostics]);
  const hash = createHash('sha256').update(source.text).digest('hex');
  return success(
    {
      value: valid.value,
      file: source.name,
      hash,
      place: (fieldPath, of) => yaml.value.place(fieldPath, of),
    },
    [...yaml.diagnostics, ...valid.diagnostics],
  );
}
