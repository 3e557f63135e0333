/** Protects that a profile which asks to leave out or move what must stay is told so, with the reason, and gets no sheet. */

import { beforeAll, expect, it } from 'vitest';
import { settleProfile } from '../../src/app/settle-profile.ts';
import type { Content } from '../../src/domain/content.ts';
import { readProfile } from '../../src/read/read-profile.ts';
import { day, shippedContent } from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});
function settled(parts: string) {
  const text = `topics: [back-muscle-spasm]\nparts: ${parts}\n`;
  const read = readProfile({ name: 'p.yaml', text }, content.rulebook);
  if (!read.ok) return read;
  return settleProfile(read.value, { file: 'p.yaml' }, content, {}, day('2026-11-23'));
}

it.each([
  ['{leave_out: [nsaid.avoid]}', 'part-stays', "there for the patient's safety"],
  ['{order: [nsaid.ask]}', 'part-stays', "there for the patient's safety"],
  ['{leave_out: [today.move]}', 'part-stays', 'every sheet of this topic needs it'],
  ['{leave_out: [move.tlit]}', 'unknown-part', 'no part `move.tlit`'],
  ['{keep: [move.tilts]}', 'unknown-part', 'no part `move.tilts`'],
  ['{keep: [move.tilt], leave_out: [move.tilt]}', 'part-twice', 'left out and kept'],
])('%s is an error', (parts, code, said) => {
  const outcome = settled(parts);
  expect(outcome.ok).toBe(false);
  expect(outcome.diagnostics).toEqual([
    expect.objectContaining({ code, message: expect.stringContaining(said), hint: expect.any(String) }),
  ]);
});

it('what may go is settled with the profile', () => {
  const outcome = settled('{leave_out: [move.tilt], keep: [why.causes, nsaid.avoid], order: [move.squeeze]}');
  expect(outcome).toMatchObject({
    ok: true,
    diagnostics: [],
    value: {
      profile: {
        parts: { leaveOut: ['move.tilt'], keep: ['why.causes', 'nsaid.avoid'], order: ['move.squeeze'] },
      },
    },
  });
});
