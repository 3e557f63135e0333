/** A job's attributes -> how far it is. */

import { readAttributes } from './attributes-read.ts';
import { groupTag, type IppAnswer } from './message.ts';

export type JobState = 'pending' | 'held' | 'processing' | 'stopped' | 'canceled' | 'aborted' | 'completed';

/** By number, from 3 on (RFC 8011, section 5.3.7). */
const states: readonly JobState[] = [
  'pending',
  'held',
  'processing',
  'stopped',
  'canceled',
  'aborted',
  'completed',
];

export interface JobFacts {
  readonly id: number | undefined;
  readonly uri: string | undefined;
  readonly state: JobState | undefined;
  readonly reasons: readonly string[];
  /** Sides put on paper so far. */
  readonly impressions: number | undefined;
}

export const jobAttributes = [
  'job-id',
  'job-uri',
  'job-state',
  'job-state-reasons',
  'job-impressions-completed',
];

export function jobFacts(answer: IppAnswer): JobFacts {
  const job = readAttributes(answer, groupTag.job);
  return {
    id: job.number('job-id'),
    uri: job.text('job-uri'),
    state: states[(job.number('job-state') ?? 0) - 3],
    reasons: job.texts('job-state-reasons').filter((reason) => reason !== 'none'),
    impressions: job.number('job-impressions-completed'),
  };
}
