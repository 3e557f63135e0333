/** Protects the printed page's source: it is tagged by the rules, escapes every text, and prints every warning sign in every state. */

import { describe, expect, it } from 'vitest';
import { lintCss } from '../../src/check/css-rules.ts';
import { lintHtml } from '../../src/check/html-rules.ts';
import { lintTemplates } from '../../src/check/template-paths.ts';
import type { Handout } from '../../src/domain/handout.ts';
import { DEFAULT_PAGE_SETTINGS } from '../../src/domain/page-settings.ts';
import { ROOT_TEMPLATE } from '../../src/render/engine.ts';
import { pageCss } from '../../src/render/page-css.ts';
import { pageModelSchema } from '../../src/render/page-model.ts';
import { helperSpecs } from '../../src/render/template-helpers.ts';
import { allUnknown, bloodThinner, full, healthy } from '../support/sample-handout.ts';
import { pageFiles, renderSample } from '../support/shipped-page.ts';

const variants: [string, Handout][] = [
  ['blood thinner', bloodThinner],
  ['healthy', healthy],
  ['nothing known', allUnknown],
  ['full', full],
  ['right to left', { ...bloodThinner, direction: 'rtl' }],
];
const families = ['Atkinson Hyperlegible Next', 'Noto Sans', 'Noto Sans Math', 'Noto Sans Symbols 2'];

describe('the page', () => {
  it('uses only fields of the model and helpers that exist', () => {
    expect(lintTemplates(pageFiles.templates, ROOT_TEMPLATE, pageModelSchema, helperSpecs)).toEqual([]);
  });

  it('has styles by the rules for print', () => {
    const page = { name: 'page-css.ts', text: pageCss(bloodThinner, DEFAULT_PAGE_SETTINGS) };
    expect(lintCss([...pageFiles.styles.values(), page], families)).toEqual([]);
  });

  it('turns round: no style names left or right', () => {
    for (const [name, { text }] of pageFiles.styles) {
      expect(text.match(/[\w-]*\b(?:left|right)\b[\w-]*\s*:/g) ?? [], name).toEqual([]);
    }
  });

  it.each(variants)('is tagged by the rules: %s', (_, handout) => {
    expect(lintHtml(renderSample(handout), 'page.html')).toEqual([]);
  });

  it.each(variants)('prints every sign, whatever gives way: %s', (_, handout) => {
    const { emergency, sameDay } = handout.warning;
    const ids = [emergency, sameDay].flatMap((box) =>
      [...box.groups.flatMap((group) => group.signs), ...box.forYou, ...box.conditions].flatMap((sign) =>
        sign.lines.map(() => sign.id),
      ),
    );
    const html = renderSample(handout, {
      tightSigns: true,
      groupIcons: false,
      purpose: false,
      keyPointsFirst: false,
    });
    expect([...html.matchAll(/data-sign="(\w+)"/g)].map((match) => match[1])).toEqual(ids);
  });

  it('escapes what people wrote, in the text and in the running head', () => {
    const name = '</style><script>alert("1")</script>';
    const html = renderSample({ ...bloodThinner, madeFor: { ...bloodThinner.madeFor, name } });
    expect(html).not.toContain('<script');
    const styles = (page: string) => page.match(/<\/style/g)?.length ?? 0;
    expect(styles(html)).toBe(styles(renderSample(bloodThinner)));
    expect(styles(html)).toBeGreaterThan(0);
    expect(html).toContain('&lt;script&gt;');
  });

  it('begins with the policy that forbids every request', () => {
    expect(renderSample(healthy)).toMatch(
      /<head>\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none'/,
    );
  });

  it('does not print a name when none is given, but a line to write it if asked', () => {
    expect(renderSample(healthy)).not.toContain('write-in"><span>Name:');
    expect(renderSample(allUnknown)).toContain('write-in"><span>Name:');
  });

  it('keeps the places of a page number in any language', () => {
    const labels = { ...bloodThinner.labels, page_of: '{pages} / {page}' };
    expect(renderSample({ ...bloodThinner, labels })).toMatch(/counter\(pages\) "[^"]+" counter\(page\);/);
  });

  it('gives a long title smaller type', () => {
    expect(renderSample({ ...healthy, title: 'Muscle spasm of the upper back' })).toContain(
      '<h1 class="long">',
    );
    expect(renderSample(healthy)).toContain('<h1>');
  });
});
