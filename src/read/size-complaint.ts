/** A text, list or number outside its bounds -> what the bounds are. */

import type { z } from 'zod';
import { type Complaint, fieldName } from './complaint.ts';
import type { FieldPath } from './field-path.ts';

type SizeIssue = z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall | z.core.$ZodIssueNotMultipleOf;

export function sizeComplaint(path: FieldPath, issue: SizeIssue): Complaint {
  const name = fieldName(path);
  if (issue.code === 'not_multiple_of') {
    return {
      path,
      of: 'value',
      code: 'bad-number',
      message: `${name} must be a multiple of ${issue.divisor}`,
    };
  }
  const isBig = issue.code === 'too_big';
  const bound = Number(isBig ? issue.maximum : issue.minimum);
  const unit = units[issue.origin];
  if (unit === undefined) {
    const relation = isBig ? ['less than', 'at most'] : ['more than', 'at least'];
    const told = issue.inclusive === false ? relation[0] : relation[1];
    return {
      path,
      of: 'value',
      code: isBig ? 'too-large' : 'too-small',
      message: `${name} must be ${told} ${bound}`,
    };
  }
  const code = isBig ? 'too-long' : 'too-short';
  if (!isBig && bound === 1) return { path, of: 'value', code, message: `${name} must not be empty` };
  const relation = issue.exact === true ? 'exactly' : isBig ? 'at most' : 'at least';
  const noun = bound === 1 ? unit[0] : unit[1];
  return { path, of: 'value', code, message: `${name} must have ${relation} ${bound} ${noun}` };
}

const units: Record<string, readonly [one: string, many: string] | undefined> = {
  string: ['character', 'characters'],
  array: ['item', 'items'],
  set: ['item', 'items'],
  map: ['entry', 'entries'],
  object: ['entry', 'entries'],
};
