/** A content id or a topic's id -> whether a record, or a file by its name, is of it. */

import type { HandoutRecord } from '../domain/handout-record.ts';

export interface Wanted {
  record(record: HandoutRecord): boolean;
  /** The topic, language and content id that a file's name tells, when they are the wanted ones. */
  file(name: string): { topic: string; language: string; contentId: string } | undefined;
}

/** As at the foot of a sheet, in any case. */
export function isContentId(asked: string): boolean {
  return /^[a-z]{2,4}-[a-z0-9-]+-[0-9a-f]{6}$/i.test(asked);
}

/** As the program names them: topic, language and content id, perhaps with a number behind. */
const namePattern = /^([a-z][a-z0-9-]*)_([A-Za-z0-9-]+)_([a-z]{2,4}-[a-z0-9-]+-[0-9a-f]{6})(?![0-9a-f])/i;

/** `BMS-EN-1A2B3C` in any case, or `back-muscle-spasm`, which means all its content ids. */
export function wanted(asked: string): Wanted {
  const id = asked.toUpperCase();
  const isIt = (topic: string, contentId: string) => topic === asked || contentId.toUpperCase() === id;
  return {
    record: ({ topic, contentId }) => isIt(topic, contentId),
    file: (name) => {
      const [, topic, language, contentId] = namePattern.exec(name) ?? [];
      if (topic === undefined || language === undefined || contentId === undefined) return undefined;
      return isIt(topic, contentId) ? { topic, language, contentId: contentId.toUpperCase() } : undefined;
    },
  };
}
