/** A YAML value + a schema -> the typed value, or a diagnostic at the place of each thing that doesn't fit. */

import type { z } from 'zod';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';
import type { Complaint } from './complaint.ts';
import { explainIssue } from './explain-issue.ts';
import { fieldPath } from './field-path.ts';
import type { Raised } from './issue.ts';
import { mostDiagnostics, orderedDiagnostics } from './ordered-diagnostics.ts';
import type { YamlValue } from './yaml-document.ts';

/**
 * Messages name fields, never values; an enum with `.meta({ echo: true })` tells the value too (for content,
 * not for profiles). A schema's own message passes through: `{field}` in it becomes the field's name, else the
 * name is put before it; a custom issue's `params` may give `code` and `hint`.
 */
export function validate<T>(schema: z.ZodType<T>, yaml: YamlValue): Outcome<T> {
  const raised: Raised[] = [];
  const parsed = schema.safeParse(yaml.value, {
    // The finished issues no longer know their schema; the message carries a number by which to find it.
    error: (issue) => {
      raised.push({ schema: issue.inst });
      return `${marker}${raised.length - 1}`;
    },
  });
  if (parsed.success) return success(parsed.data);
  const complaints: Complaint[] = [];
  for (const issue of parsed.error.issues) {
    const subject = { root: yaml.value, path: [], raised: (message: string) => raised[numberOf(message)] };
    complaints.push(...explainIssue(issue, subject));
    if (complaints.length > mostDiagnostics) break;
  }
  return failure(toDiagnostics(complaints, yaml));
}

const marker = '\u0000issue ';

function numberOf(message: string): number {
  return message.startsWith(marker) ? Number(message.slice(marker.length)) : -1;
}

function toDiagnostics(complaints: readonly Complaint[], yaml: YamlValue): Diagnostic[] {
  // A key with a typo is one mistake, though two issues come of it.
  const meant = new Set(complaints.map((one) => one.meant).filter((field) => field !== undefined));
  const diagnostics = complaints
    .filter((one) => one.code !== 'missing-key' || !meant.has(fieldPath(one.path)))
    .map((one) => errorAt(yaml.place(one.path, one.of), one.code, one.message, one.hint));
  return orderedDiagnostics(diagnostics, yaml.file);
}
