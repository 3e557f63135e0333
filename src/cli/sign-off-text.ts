/** How many sheets stand on texts of which state -> who has signed them off, in a line; none when all are approved. */

/** One whose text changed since it was approved is a draft again. */
export function signOffText(states: ReadonlyMap<string, number>): string[] {
  const all = [...states.values()].reduce((sum, count) => sum + count, 0);
  const approved = states.get('approved') ?? 0;
  if (all === approved) return [];
  if (all === 1) return ['It is a draft: no clinician has signed it off.'];
  if (approved === 0) return ['All are drafts: no clinician has signed them off.'];
  return [`${all - approved} of ${all} are drafts: no clinician has signed them off.`];
}
