/** `--topic a b roster.csv` -> the topics, and what was named after them, which the option took for topics too. */

export interface AfterTopics {
  readonly topics: readonly string[] | undefined;
  readonly named: readonly string[];
}

const topicId = /^[a-z][a-z0-9-]*$/;

/** From the first name on that no topic can have; the last one in any case, where there are several. */
export function afterTopics(named: readonly string[], topics: readonly string[] | undefined): AfterTopics {
  if (named.length > 0 || topics === undefined || topics.length < 2) return { topics, named };
  const first = topics.findIndex((name, at) => at > 0 && !topicId.test(name));
  const end = first === -1 ? topics.length - 1 : first;
  return { topics: topics.slice(0, end), named: topics.slice(end) };
}
