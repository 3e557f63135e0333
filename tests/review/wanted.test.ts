/** Protects a recall from missing a sheet, and from taking another topic's for it. */

import { describe, expect, it } from 'vitest';
import { wanted } from '../../src/review/wanted.ts';

const name = 'back-muscle-spasm_en_bms-en-4db2b2.pdf';

describe('what is wanted', () => {
  it.each([
    ['BMS-EN-4DB2B2', name],
    ['bms-en-4db2b2', name],
    ['BMS-EN-4DB2B2', 'back-muscle-spasm_en_bms-en-4db2b2_2.html'],
    ['back-muscle-spasm', name],
    ['BMS-PT-BR-4DB2B2', 'back-muscle-spasm_pt-BR_bms-pt-br-4db2b2.pdf'],
  ])('%s is %s', (asked, file) => {
    expect(wanted(asked).file(file)).toMatchObject({ topic: 'back-muscle-spasm' });
  });

  it.each([
    ['BMS-EN-4DB2B3', name],
    ['BMS-EN-4DB2B', name],
    ['spasm', name],
    ['back-muscle-spasm', 'back-muscle-spasm.pdf'],
    ['back', name],
    ['BMS-EN-4DB2B2', 'back-muscle-spasm_en_bms-en-4db2b2a.pdf'],
  ])('%s is not %s', (asked, file) => {
    expect(wanted(asked).file(file)).toBeUndefined();
  });

  it('is known in a record by content id or by topic', () => {
    const record = {
      kind: 'made',
      at: '2026-11-24T10:26:02.139Z',
      topic: 'back-muscle-spasm',
      language: 'en',
      contentId: 'BMS-EN-4DB2B2',
    } as const;
    expect(wanted('bms-en-4db2b2').record(record)).toBe(true);
    expect(wanted('back-muscle-spasm').record(record)).toBe(true);
    expect(wanted('bms-en-4db2b3').record(record)).toBe(false);
  });
});
