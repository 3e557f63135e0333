/** Protects a clinician's words on the page: under whatever ASK line they are allowed, they are printed in both styles. */

import { describe, expect, it } from 'vitest';
import { loadPageKit } from '../../src/app/kit.ts';
import { DEFAULT_PAGE_SETTINGS } from '../../src/domain/page-settings.ts';
import { createRenderer } from '../../src/render/engine.ts';
import { readSettings } from '../../src/settings.ts';
import { profileWith, shippedContent, tailorWith } from '../support/shipped-content.ts';

const { files } = loadPageKit(readSettings({}, {}));
const texts = (map: typeof files.templates) => new Map([...map].map(([name, file]) => [name, file.text]));
const renderer = createRenderer(texts(files.templates), texts(files.styles));
const content = await shippedContent();
const words = 'Zzyzx says so';

describe.each(['standard', 'full'] as const)('in style %s', (style) => {
  it.each(Object.keys(content.rulebook.resources))('clinician_says.%s is printed or refused', (resource) => {
    // With nothing known, whatever can be asked about is asked about.
    const profile = profileWith({}, { patient: {}, clinicianSays: { [resource]: words }, style });
    const tailored = tailorWith(content, profile);
    if (tailored.kind === 'refused') {
      expect(tailored.refusal.code).toBe('unsafe-words');
      return;
    }
    expect(renderer.render(tailored.handout, DEFAULT_PAGE_SETTINGS, '')).toContain(words);
  });
});
