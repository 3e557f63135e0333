/** A part of a sheet, as a text report names it -> the file and line where its words are written. */

import type { Place } from '../domain/diagnostic.ts';
import type { ContentFiles } from '../read/content-files.ts';
import type { FieldPath } from '../read/field-path.ts';

/** A part with no words of its own, such as the whole sheet, is placed at the topic's words. */
export function textPlace(files: ContentFiles, topic: string, language: string, part: string): Place {
  const own = files.topics.get(topic)?.words.get(language);
  const shared = files.words.get(language);
  const [kind = '', id = ''] = part.split(' ');
  const inShared = (path: FieldPath) => shared?.place(path);
  const place = (): Place | undefined => {
    if (kind === 'block') {
      const path = ['blocks', id];
      return own?.value.blocks[id] === undefined ? inShared(path) : own.place(path);
    }
    if (kind === 'sign') return inShared(['signs', id]);
    if (kind === 'label') return inShared(['labels', id]);
    if (kind === 'section') return inShared(['sections', id]);
    if (kind === 'page') return own?.place([id]);
    if (part === 'key points') return own?.place(['blocks']);
    if (part === 'warning box') return inShared(['signs']);
    return own?.place([]);
  };
  return place() ?? { file: `${topic} ${language}` };
}
