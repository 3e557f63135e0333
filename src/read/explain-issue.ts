/** One issue of a schema -> complaints in our own words, about named fields, without their values. */

import { z } from 'zod';
import { nearestName } from '../domain/nearest-name.ts';
import { type Complaint, fieldName, listOf, valueAt } from './complaint.ts';
import { type FieldPath, fieldPath, isTellable } from './field-path.ts';
import type { Issue, Subject } from './issue.ts';
import { notAllowed } from './not-allowed.ts';
import { mostDiagnostics } from './ordered-diagnostics.ts';
import { sizeComplaint } from './size-complaint.ts';
import { explainUnion } from './union-issue.ts';
import { wrongType } from './wrong-type.ts';

export function explainIssue(issue: Issue, subject: Subject): Complaint[] {
  const path = [...subject.path, ...(issue.path as FieldPath)];
  const schema = subject.raised(issue.message)?.schema;
  const value = valueAt(subject.root, path);
  // More are not told, and looking for what each of thousands may have meant takes seconds.
  if (issue.code === 'unrecognized_keys')
    return unknownKeys(path, issue.keys.slice(0, mostDiagnostics + 1), schema);
  if (schema === undefined) return [authored(issue, path, value)];
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(path, issue.expected, value)];
    case 'invalid_value':
      return [notAllowed(path, issue.values, value, echoes(schema))];
    case 'invalid_union':
      return explainUnion(issue, subject, path, explainIssue);
    case 'invalid_key':
      return [
        {
          path,
          of: 'key',
          code: 'invalid-key',
          message: `The key ${fieldName(path)} is not of the form that is expected here`,
          ...own(issue.issues, subject),
        },
      ];
    case 'too_big':
    case 'too_small':
    case 'not_multiple_of':
      return [sizeComplaint(path, issue)];
    case 'invalid_format':
      return [{ path, of: 'value', code: 'bad-format', message: formatMessage(path, issue.format) }];
    default:
      return [{ path, of: 'value', code: 'invalid-value', message: `${fieldName(path)} is not valid` }];
  }
}

/** The schema author's own words. */
function authored(issue: Issue, path: FieldPath, value: unknown): Complaint {
  const name = fieldName(path);
  const message = issue.message.includes('{field}')
    ? issue.message.replaceAll('{field}', name)
    : path.length === 0
      ? issue.message
      : `${name}: ${issue.message}`;
  const params = issue.code === 'custom' ? (issue.params ?? {}) : {};
  const isMissing = value === undefined;
  const code = isMissing ? 'missing-key' : issue.code === 'invalid_type' ? 'wrong-type' : 'invalid-value';
  return {
    path,
    of: isMissing ? 'key' : 'value',
    code: typeof params.code === 'string' ? params.code : code,
    message,
    ...(typeof params.hint === 'string' ? { hint: params.hint } : {}),
  };
}

function unknownKeys(path: FieldPath, keys: readonly string[], schema: unknown): Complaint[] {
  const allowed = allowedKeys(schema);
  return keys.slice(0, 101).map((key) => {
    const near = nearestName(key, allowed);
    const where = path.length === 0 ? '' : ` in ${fieldName(path)}`;
    const complaint = {
      path: [...path, key],
      of: 'key',
      code: 'unknown-key',
      message: isTellable(key) ? `The key \`${key}\` is not known${where}` : `This key is not known${where}`,
    } as const;
    if (near !== undefined) {
      return { ...complaint, hint: `Did you mean \`${near}\`?`, meant: fieldPath([...path, near]) };
    }
    return allowed.length === 0 ? complaint : { ...complaint, hint: `Known here: ${listOf(allowed, 'and')}` };
  });
}

function allowedKeys(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) {
    return schema.keyType.options.map(String);
  }
  return [];
}

function echoes(schema: unknown): boolean {
  return schema instanceof z.ZodType && schema.meta()?.echo === true;
}

/** A hint from the schema of the keys, where its author gave one in words. */
function own(issues: readonly Issue[], subject: Subject): { hint?: string } {
  for (const issue of issues) {
    if (subject.raised(issue.message) === undefined)
      return { hint: issue.message.replaceAll('{field}', 'It') };
    if (issue.code === 'invalid_value')
      return { hint: `Known here: ${listOf(issue.values.map(String), 'and')}` };
  }
  return {};
}

function formatMessage(path: FieldPath, format: string): string {
  const known: Record<string, string> = { email: 'an e-mail address', url: 'a web address', date: 'a date' };
  const noun = known[format];
  return noun === undefined
    ? `${fieldName(path)} is not written in the form that is expected`
    : `${fieldName(path)} must be ${noun}`;
}
