import { describe, expect, it } from 'vitest';
import { bundledUnsupported } from '../../src/print/bundled-browser.ts';
import { examinePrinting } from '../../src/print/doctor.ts';

describe('the examination of a machine', () => {
  it.skipIf(bundledUnsupported() !== undefined)(
    'finds a browser that writes accessible PDF with a font',
    async () => {
      const findings = await examinePrinting({ env: process.env });
      const state = Object.fromEntries(findings.map((finding) => [finding.name, finding.state]));
      expect(state).toMatchObject({ browser: 'ok', 'fallback font': 'ok', 'accessible PDF': 'ok' });
      // The kernel is asked, so this fails when the sandbox was asked for and is not there.
      expect(state.sandbox).toBe(process.getuid?.() === 0 ? 'warning' : 'ok');
    },
  );

  it('turns a browser that can not start into a finding with a remedy, not into an error', async () => {
    const findings = await examinePrinting({ env: process.env, executable: '/nowhere/chrome' });
    expect(findings.at(-1)).toMatchObject({ name: 'browser', state: 'problem', hint: expect.any(String) });
  });
});
