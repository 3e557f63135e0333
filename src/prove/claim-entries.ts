/** Claims and what the ledger says became of each -> what may not be: a claim forgotten, one printed that may not be, a gap left open. */

import type { Claim, ClaimLedger } from '../domain/claim.ts';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import type { Ledger, LedgerEntry } from '../domain/ledger.ts';
import { nearestName } from '../domain/nearest-name.ts';

/** Where an entry of the ledger is written; its list as a whole for a name that it does not have. */
export type LedgerPlace = (list: keyof Ledger, name: string) => Place;

export function entryFindings(claims: ClaimLedger, ledger: Ledger, placeOf: LedgerPlace): Diagnostic[] {
  const forgotten = Object.keys(claims)
    .filter((id) => ledger.claims[id] === undefined)
    .map((id) =>
      errorAt(
        placeOf('claims', id),
        'claim-without-outcome',
        `The ledger does not say what became of ${id}`,
        `Add \`${id}:\` with printed, corrected or filled and where, or \`dropped:\` and why`,
      ),
    );
  const judged = Object.entries(ledger.claims).flatMap(([id, entry]): Diagnostic[] => {
    const claim = claims[id];
    const place = placeOf('claims', id);
    if (claim !== undefined) return outcomeFinding(id, claim, entry, place);
    const near = nearestName(id, Object.keys(claims));
    const hint = near === undefined ? 'Take the entry out' : `Did you mean \`${near}\`?`;
    return [errorAt(place, 'unknown-claim', `There is no claim \`${id}\``, hint)];
  });
  return [...forgotten, ...judged];
}

function outcomeFinding(id: string, claim: Claim, entry: LedgerEntry, place: Place): Diagnostic[] {
  const wrong = (code: string, message: string, hint: string) => [errorAt(place, code, message, hint)];
  const kind = outcomeOf(entry);
  if (claim.verdict === 'gap') {
    if (kind === 'filled') return [];
    return wrong(
      'gap-not-filled',
      `${id} is a gap that a safe sheet has to fill, and the ledger calls it ${kind}`,
      'Write the words that fill it, and name them under `filled:`',
    );
  }
  if (kind === 'dropped') return [];
  if (claim.applies.startsWith('none') && claim.applies !== 'none: reword') {
    return wrong(
      'claim-for-nobody',
      `${id} applies to nobody, so no sheet may print it in any form; the ledger calls it ${kind}`,
      'Take its words off the sheets, and say under `dropped:` why, and what the sheets say instead',
    );
  }
  if (claim.verdict === 'unsafe') {
    if (kind === 'corrected') return [];
    return wrong(
      'unsafe-claim-printed',
      `${id} is unsafe as stated, and the ledger calls it ${kind}`,
      'Name the words that correct it under `corrected:`, or drop it and say why',
    );
  }
  if (kind === 'printed') return [];
  return wrong(
    'wrong-outcome',
    `${id} is judged ${claim.verdict}, so it is printed or dropped; the ledger calls it ${kind}`,
    'Put its parts under `printed:`, or say under `dropped:` why it is left out',
  );
}

type Kind = 'printed' | 'corrected' | 'filled' | 'dropped';

function outcomeOf(entry: LedgerEntry): Kind {
  if ('printed' in entry) return 'printed';
  if ('corrected' in entry) return 'corrected';
  return 'filled' in entry ? 'filled' : 'dropped';
}
