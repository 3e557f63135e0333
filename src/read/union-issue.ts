/** A value that fits none of several forms -> the complaints of the form that it comes closest to. */

import type { z } from 'zod';
import { type Complaint, fieldName, listOf, valueAt } from './complaint.ts';
import type { FieldPath } from './field-path.ts';
import type { Explain, Issue, Subject } from './issue.ts';
import { notAllowed } from './not-allowed.ts';
import { empty, kindFound, kindWanted, missing, quoteIt } from './wrong-type.ts';

/** `path` is that of the value; for a discriminated union that of the field that tells the forms apart. */
export function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  subject: Subject,
  path: FieldPath,
  explain: Explain,
): Complaint[] {
  const value = valueAt(subject.root, path);
  if ('options' in issue && issue.options !== undefined) {
    return [notAllowed(path, issue.options, value, false)];
  }
  if (value === undefined) return [missing(path)];
  const forms = issue.errors.map((issues) => flatten(issues));
  const close = forms.filter((issues) => !issues.some(isOfOtherKind));
  const tag = tellingWord(close);
  if (tag !== undefined) {
    const tagPath = [...path, ...tag.path];
    return [notAllowed(tagPath, tag.values, valueAt(subject.root, tagPath), false)];
  }
  const [best] = close.toSorted((a, b) => distance(a) - distance(b) || a.length - b.length);
  if (best !== undefined) return best.flatMap((one) => explain(one, { ...subject, path }));
  return [value === null ? empty(path) : noForm(path, forms.flat(), value)];
}

/** The field in which each form wants a word of its own and none of those words stands. */
function tellingWord(forms: readonly Issue[][]): { path: FieldPath; values: unknown[] } | undefined {
  const words = forms.map((form) =>
    form.find((one) => one.code === 'invalid_value' && one.values.length === 1),
  );
  const [first] = words;
  if (first === undefined || words.length < 2) return undefined;
  const path = first.path as FieldPath;
  const values: unknown[] = [];
  for (const word of words) {
    if (word?.code !== 'invalid_value' || word.path.join() !== path.join()) return undefined;
    values.push(...word.values);
  }
  return { path, values };
}

/** A union in a union is one choice to the person who writes. */
function flatten(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((one) =>
    one.code === 'invalid_union' &&
    one.path.length === 0 &&
    one.errors.every((form) => form.some(isOfOtherKind))
      ? one.errors.flat()
      : [one],
  );
}

function isOfOtherKind(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

/**
 * How far a form is: its worst issue, which counts half at each level further down. So a form whose keys fit
 * wins over one that can't hold the value at all; a word that only one form has tells the forms apart.
 */
function distance(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((one) => weight(one) * 0.5 ** one.path.length));
}

function weight(issue: Issue): number {
  if (issue.code === 'invalid_value' && issue.values.length === 1) return 10;
  if (issue.code === 'unrecognized_keys') return 1 + issue.keys.length;
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return 1;
  return Math.min(...issue.errors.map(distance));
}

function noForm(path: FieldPath, issues: readonly Issue[], value: unknown): Complaint {
  const kinds = issues.flatMap((one) => (one.code === 'invalid_type' ? [kindWanted(one.expected)] : []));
  const words = issues.flatMap((one) => (one.code === 'invalid_value' ? one.values.map(String) : []));
  if (kinds.length === 0) return notAllowed(path, [...new Set(words)], value, false);
  const wanted = [...new Set([...(words.length === 0 ? [] : [listOf([...new Set(words)])]), ...kinds])];
  return {
    path,
    of: 'value',
    code: 'wrong-type',
    message: `${fieldName(path)} must be ${wanted.join(' or ')}, but is ${kindFound(value)}`,
    ...(kinds.includes(kindWanted('string')) && typeof value !== 'object'
      ? { hint: quoteIt(path.at(-1)) }
      : {}),
  };
}
