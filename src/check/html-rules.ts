/** A page's HTML -> what in it would spoil the tagged PDF; messages name elements and attributes, never their text. */

import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import type { Finding } from './finding.ts';
import { elementRules } from './html-element-rules.ts';
import { type HtmlElement, type HtmlPage, readHtml } from './html-tree.ts';

/** `file` names the page in the diagnostics; lines and columns are those of the HTML. */
export function lintHtml(html: string, file: string): Diagnostic[] {
  const page = readHtml(html);
  const findings = [
    ...documentFindings(page.elements),
    ...headingFindings(page.elements),
    ...duplicateIds(page.elements),
    ...page.elements.flatMap((element) =>
      elementRules.flatMap((rule) => {
        const finding = rule(element);
        return finding === undefined ? [] : [{ ...finding, element }];
      }),
    ),
  ];
  return [
    ...malformed(page, file),
    ...findings.map(({ element, code, message, hint }) =>
      errorAt(placeOf(element, file), code, message, hint),
    ),
  ];
}

interface PlacedFinding extends Finding {
  readonly element: HtmlElement | undefined;
}

function placeOf(element: HtmlElement | undefined, file: string): Place {
  const { line, column } = element ?? {};
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

function malformed(page: HtmlPage, file: string): Diagnostic[] {
  return page.errors.map(({ code, startLine, startCol }) =>
    errorAt(
      { file, line: startLine, column: startCol },
      'malformed-html',
      `The HTML is malformed: ${code.replaceAll('-', ' ')}.`,
      'Correct the template that writes it.',
    ),
  );
}

function documentFindings(elements: readonly HtmlElement[]): PlacedFinding[] {
  const findings: PlacedFinding[] = [];
  const html = elements.find(({ tag }) => tag === 'html');
  if (!html?.attributes.get('lang')?.trim()) {
    findings.push({
      element: html,
      code: 'page-language',
      message: '<html> has no lang.',
      hint: 'Add lang with the language of the handout: without it the browser claims English.',
    });
  }
  const title = elements.find(({ tag, parent }) => tag === 'title' && parent?.tag === 'head');
  if (!title?.text.trim()) {
    findings.push({
      element: title,
      code: 'page-title',
      message: 'The page has no title.',
      hint: 'Put a <title> with text into <head>: it becomes the title of the PDF.',
    });
  }
  return findings;
}

function headingFindings(elements: readonly HtmlElement[]): PlacedFinding[] {
  const headings = elements.flatMap((element) => {
    const level = levelOf(element);
    return level === undefined ? [] : [{ element, level }];
  });
  const [first, ...more] = headings.filter(({ level }) => level === 1);
  const wrongCount = (element: HtmlElement | undefined, message: string): PlacedFinding => ({
    element,
    code: 'one-main-heading',
    message,
    hint: 'A handout has exactly one <h1>, its title; the sections are <h2>.',
  });
  const skipped = headings.flatMap(({ element, level }, index): PlacedFinding[] => {
    const before = headings[index - 1]?.level ?? 0;
    if (level <= before + 1) return [];
    return [
      {
        element,
        code: 'skipped-heading',
        message: before === 0 ? `The first heading is an h${level}.` : `An h${level} follows an h${before}.`,
        hint: `Use h${before + 1}, and let the stylesheet choose the size.`,
      },
    ];
  });
  return [
    ...(first === undefined ? [wrongCount(undefined, 'The page has no <h1>.')] : []),
    ...more.map(({ element }) => wrongCount(element, 'The page has another <h1>.')),
    ...skipped,
  ];
}

function levelOf({ tag, attributes }: HtmlElement): number | undefined {
  if (attributes.get('role') === 'heading') return Number(attributes.get('aria-level') ?? 2);
  const level = /^h([1-6])$/.exec(tag)?.[1];
  return level === undefined ? undefined : Number(level);
}

function duplicateIds(elements: readonly HtmlElement[]): PlacedFinding[] {
  const seen = new Set<string>();
  return elements.flatMap((element): PlacedFinding[] => {
    const id = element.attributes.get('id');
    if (id === undefined) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        element,
        code: 'duplicate-id',
        message: `This <${element.tag}> has an id that an earlier element has.`,
        hint: 'Build ids from the ids of the content, which are unique: links and table cells need them.',
      },
    ];
  });
}
