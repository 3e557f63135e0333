/** Protects: the icon set reads, and holds what the page's own parts always need. */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { iconSetSchema } from '../../src/domain/icon.ts';

const written: unknown = parse(readFileSync(new URL('../../content/icons.yaml', import.meta.url), 'utf8'));

it('has every icon of the warning boxes, the medicine levels and the letterhead', () => {
  const icons = iconSetSchema.parse(written);
  for (const id of [
    'octagon-exclaim',
    'octagon-cross',
    'circle-question',
    'square-check',
    'phone',
    'clinic-logo',
    'toilet',
    'leg',
    'heart',
    'ambulance',
    'drop',
  ]) {
    expect(icons).toHaveProperty(id);
  }
});

it('refuses anything that is not path data', () => {
  const icon = (d: string) => ({ x: { viewBox: [48, 48], paths: [{ d }] } });
  expect(iconSetSchema.safeParse(icon('M0 0h4"/><script>')).success).toBe(false);
  expect(iconSetSchema.safeParse(icon('M0 0h4v4z')).success).toBe(true);
});
