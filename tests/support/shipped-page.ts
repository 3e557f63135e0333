/** The shipped templates and styles, ready to render the sample handouts. */

import { fileURLToPath } from 'node:url';
import type { Handout } from '../../src/domain/handout.ts';
import { DEFAULT_PAGE_SETTINGS, type PageSettings } from '../../src/domain/page-settings.ts';
import { readTemplates } from '../../src/read/read-templates.ts';
import { createRenderer } from '../../src/render/engine.ts';

export const pageFiles = readTemplates(fileURLToPath(new URL('../../templates', import.meta.url)));

const texts = (files: ReadonlyMap<string, { text: string }>) =>
  new Map([...files].map(([name, file]) => [name, file.text]));
export const renderer = createRenderer(texts(pageFiles.templates), texts(pageFiles.styles));

export function renderSample(handout: Handout, settings: Partial<PageSettings> = {}, fontCss = ''): string {
  return renderer.render(handout, { ...DEFAULT_PAGE_SETTINGS, ...settings }, fontCss);
}
