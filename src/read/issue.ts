/** An issue of a schema, and what has to be known to explain it. */

import type { z } from 'zod';
import type { Complaint } from './complaint.ts';
import type { FieldPath } from './field-path.ts';

export type Issue = z.core.$ZodIssue;

/** What the schema told when it raised an issue without words of its own. */
export interface Raised {
  readonly schema: unknown;
}

export interface Subject {
  /** The whole value of the file. */
  readonly root: unknown;
  /** Where the schema that raised the issue stands. */
  readonly path: FieldPath;
  /** By the message of an issue; undefined when the message is the schema author's own. */
  readonly raised: (message: string) => Raised | undefined;
}

export type Explain = (issue: Issue, subject: Subject) => Complaint[];
