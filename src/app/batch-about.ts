/** A handout that was asked for, and what is known of its file -> what a program wants to know of it; nothing of the patient. */

import type { Content } from '../domain/content.ts';
import type { SheetAbout } from './batch-room.ts';
import type { ProfileRequest } from './settle-profile.ts';

export function aboutSheet(
  { topic, language }: Pick<ProfileRequest, 'topic' | 'language'>,
  { reviews }: Content,
  { pages, sha256 }: { readonly pages?: number | undefined; readonly sha256?: string },
): SheetAbout {
  const { id } = topic.topic;
  return {
    topic: id,
    language,
    ...(pages === undefined ? {} : { pages }),
    state: reviews.get(`${id}/${language}`)?.state ?? 'draft',
    ...(sha256 === undefined ? {} : { sha256 }),
  };
}
