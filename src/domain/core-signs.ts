/** The warning signs that every sheet prints, whoever the patient is: a rulebook may add to them, never leave one out. */

import type { Urgency } from './rulebook.ts';

const emergency = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E13'];
const sameDay = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9', 'U10', 'U11'];
const soon = ['S1', 'S2', 'S3', 'S4'];

export const coreSigns: ReadonlyMap<string, Urgency> = new Map([
  ...emergency.map((id) => [id, 'emergency'] as const),
  ...sameDay.map((id) => [id, 'same-day'] as const),
  ...soon.map((id) => [id, 'soon'] as const),
]);
