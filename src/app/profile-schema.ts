/** The content -> the JSON Schema of a profile, each factor with the question that asks for it. */

import { z } from 'zod';
import type { Content } from '../domain/content.ts';
import { profileFileSchema } from '../domain/profile.ts';

type JsonSchema = { properties?: Record<string, JsonSchema>; description?: string };

export function profileJsonSchema(content: Content, language = 'en'): unknown {
  const schema = z.toJSONSchema(profileFileSchema(content.rulebook), {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonSchema;
  const words = content.words.get(language);
  for (const part of ['factors', 'about']) {
    for (const [id, property] of Object.entries(schema.properties?.[part]?.properties ?? {})) {
      const question = words?.factors[id]?.question;
      if (question !== undefined) property.description = question;
    }
  }
  return { title: 'Profile of one patient and one visit, for `handout make`', ...schema };
}
