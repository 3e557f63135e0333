/** Approvals and the content as it stands -> how far each topic in each language is reviewed, and approvals that lead nowhere. */

import type { Approval, Review } from '../domain/approval.ts';
import type { Content } from '../domain/content.ts';
import { sharedParts, topicParts } from '../domain/content-part.ts';
import { type Diagnostic, warningAt } from '../domain/diagnostic.ts';
import { nearestName } from '../domain/nearest-name.ts';
import type { Located } from './located.ts';
import { partsHash } from './parts-hash.ts';

export function linkApprovals(
  approvals: ReadonlyMap<string, Located<Approval>>,
  content: Content,
  topics: readonly string[],
): { reviews: Map<string, Review>; diagnostics: Diagnostic[] } {
  const reviews = new Map<string, Review>();
  const diagnostics: Diagnostic[] = [];
  const known = new Map<string, ReturnType<typeof sharedParts>>();
  for (const [name, file] of approvals) {
    const [id = '', language = ''] = name.split('.');
    const topic = content.topics.get(id);
    const { by, date, due, hash, parts } = file.value;
    if (topic?.words.has(language) !== true) {
      // A topic that could not be read has its own diagnostics.
      if (topic !== undefined || !topics.includes(id)) diagnostics.push(unknown(file, name, id, topics));
      continue;
    }
    if (partsHash(parts) !== hash) {
      diagnostics.push(damaged(file, id, language));
      continue;
    }
    const shared = known.get(language) ?? sharedParts(content, language);
    known.set(language, shared);
    const now = [...shared, ...topicParts(topic, content, language)];
    const same = partsHash(Object.fromEntries(now.map((part) => [part.id, part.text]))) === hash;
    reviews.set(`${id}/${language}`, { state: same ? 'approved' : 'changed', by, date, due });
  }
  return { reviews, diagnostics };
}

function unknown(file: Located<Approval>, name: string, id: string, topics: readonly string[]): Diagnostic {
  const near = nearestName(id, topics);
  return warningAt(
    file.place([]),
    'unknown-approval',
    `There is no topic and language \`${name}\`, so nothing is approved by this file`,
    near === undefined ? 'Remove the file' : `Did you mean \`${near}\`? The name is TOPIC.LANGUAGE.yaml`,
  );
}

function damaged(file: Located<Approval>, id: string, language: string): Diagnostic {
  return warningAt(
    file.place(['hash']),
    'approval-damaged',
    'The parts in this file are not those that were approved, so it counts as a draft',
    `Approve it again: handout approve ${id} --lang ${language} --by NAME`,
  );
}
