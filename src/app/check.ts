/** The settings -> every check of content, rulebook, templates and examples, each with what it looked at and found. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lintAdvice } from '../check/advice-words.ts';
import { lintCharacters } from '../check/characters.ts';
import { lintCss } from '../check/css-rules.ts';
import { lintHtml } from '../check/html-rules.ts';
import { lintTemplates } from '../check/template-paths.ts';
import type { Content } from '../domain/content.ts';
import { type Diagnostic, errorAt, hasErrors } from '../domain/diagnostic.ts';
import { Fault } from '../domain/fault.ts';
import type { Handout } from '../domain/handout.ts';
import { DEFAULT_PAGE_SETTINGS } from '../domain/page-settings.ts';
import { drawFigure } from '../draw/figure.ts';
import { type ContentFiles, readContentFiles } from '../read/content-files.ts';
import { linkContent } from '../read/read-content.ts';
import { ROOT_TEMPLATE } from '../render/engine.ts';
import { pageModelSchema } from '../render/page-model.ts';
import { helperSpecs } from '../render/template-helpers.ts';
import type { Settings } from '../settings.ts';
import { tailor } from '../tailor/tailor.ts';
import { reviewWarnings } from './check-review.ts';
import { checkSets } from './check-sets.ts';
import { figureProblems, printedTexts, wordedBlocks, wordsOutsideBlocks } from './check-subjects.ts';
import { traceClaims } from './claim-parts.ts';
import { readClock } from './clock.ts';
import { loadPageKit, type PageKit } from './kit.ts';
import { readOneProfile } from './read-one-profile.ts';
import { rendererFor, renderPage } from './render-page.ts';
import { unsafeContent } from './unsafe-content.ts';

export interface CheckResult {
  readonly name: string;
  /** How much was looked at, such as `21 figures`. */
  readonly looked: string;
  readonly diagnostics: readonly Diagnostic[];
}

export async function checkAll(settings: Settings): Promise<CheckResult[]> {
  const page = loadPageKit(settings);
  const results: CheckResult[] = [checkTemplates(page)];
  const read = await readContentFiles({ ...settings.content, clinic: settings.clinic });
  if (!read.ok) {
    return [{ name: 'content', looked: 'files that can be read', diagnostics: read.diagnostics }, ...results];
  }
  // What can be looked at is, whatever else is wrong: an author hears of all mistakes at once.
  const files = read.value;
  const { content, diagnostics } = linkContent(files);
  const found = [...read.diagnostics, ...diagnostics];
  results.unshift({ name: 'content', looked: contentSize(content), diagnostics: found });
  results.push(checkWords(content, files, page));
  const figures = `${files.figures.size} figures`;
  results.push({ name: 'figures', looked: figures, diagnostics: figureProblems(files) });
  results.push({ name: 'claims', ...traceClaims(files) });
  results.push({ name: 'sets', ...(await checkSets(settings.content, content)) });
  const reviewed = `${content.reviews.size} approvals`;
  const warnings = reviewWarnings(content, files, readClock().today);
  results.push({ name: 'review', looked: reviewed, diagnostics: warnings });
  if (!hasErrors(found)) results.push(checkSafetyOf(content, settings));
  if (!hasErrors(found)) results.push(await checkExamples(join(settings.home, 'examples'), content, page));
  return results;
}

function checkSafetyOf(content: Content, { content: { shipped, own } }: Settings): CheckResult {
  return {
    name: 'safety',
    looked: 'every combination of answers',
    diagnostics: unsafeContent(content, readClock().today, own ?? shipped),
  };
}

function contentSize(content: Content): string {
  const blocks = [...content.topics.values()].reduce((sum, topic) => sum + topic.blocks.length, 0);
  return `${content.topics.size} topics, ${blocks} blocks, ${Object.keys(content.claims).length} claims`;
}

function checkTemplates(page: PageKit): CheckResult {
  const { templates, styles } = page.files;
  const families = page.fonts.families.map((family) => family.name);
  return {
    name: 'templates',
    looked: `${templates.size} templates, ${styles.size} styles`,
    diagnostics: [
      ...lintTemplates(templates, ROOT_TEMPLATE, pageModelSchema, helperSpecs),
      ...lintCss([...styles.values()], families).filter((found) => found.code !== 'page-size'),
    ],
  };
}

function checkWords(content: Content, files: ContentFiles, page: PageKit): CheckResult {
  const texts = printedTexts(files);
  return {
    name: 'words',
    looked: `${texts.length} texts`,
    diagnostics: [
      ...lintCharacters(texts, page.fonts),
      ...lintAdvice(
        [...wordedBlocks(content, files), ...wordsOutsideBlocks(content, files)],
        content.rulebook,
      ),
    ],
  };
}

/** Each example is read, tailored and rendered as for a patient, and the page's HTML is held against the authoring rules. */
async function checkExamples(folder: string, content: Content, page: PageKit): Promise<CheckResult> {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
  const diagnostics: Diagnostic[] = [];
  const drawings = new Map([...content.figures].map(([id, figure]) => [id, drawFigure(figure)]));
  for (const name of names) {
    const path = join(folder, name);
    const request = await readOneProfile(path, content, {});
    diagnostics.push(...request.diagnostics);
    if (!request.ok) continue;
    const tailored = tailor({
      // A withdrawn topic is told by the review; here its words are looked at all the same.
      content: { ...content, withdrawn: [] },
      ...request.value,
      paper: content.clinic.paper,
      drawings,
      omit: new Set(),
      canPrint: page.canPrint,
      notesConfirmed: true,
    });
    if (tailored.kind === 'refused') {
      const reason = tailored.refusal.lines[0] ?? '';
      diagnostics.push(
        errorAt(
          { file: path },
          'example-refused',
          `No handout is made of it: ${reason}`,
          'Change the example',
        ),
      );
      continue;
    }
    diagnostics.push(...lintPage(tailored.handout, page, path));
  }
  return { name: 'examples', looked: `${names.length} profiles`, diagnostics };
}

/** A template that can't be filled in has its own diagnostics; here it is enough to say that the page was not seen. */
function lintPage(handout: Handout, page: PageKit, path: string): Diagnostic[] {
  try {
    return lintHtml(renderPage(rendererFor(page), handout, DEFAULT_PAGE_SETTINGS, page), path);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const message = `The page of this example could not be made. ${error.message}`;
    return [errorAt({ file: path }, error.code, message, error.hint)];
  }
}

export function passed(results: readonly CheckResult[]): boolean {
  return !results.some((result) => hasErrors(result.diagnostics));
}
