/** Templates -> those that call themselves, straight or by way of others. */

/** `templates` by the name that `{{> name}}` uses. */
export function templatesInRings(templates: ReadonlyMap<string, string>): string[] {
  const calls = new Map([...templates].map(([name, text]) => [name, calledIn(text)]));
  return [...templates.keys()].filter((name) => reaches(name, name, calls, new Set()));
}

function calledIn(text: string): string[] {
  return [...text.matchAll(/\{\{~?#?>\s*["']?([\w./-]+)/g)].flatMap(([, name]) => name ?? []);
}

function reaches(
  from: string,
  wanted: string,
  calls: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): boolean {
  return (calls.get(from) ?? []).some((name) => {
    if (name === wanted) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return reaches(name, wanted, calls, seen);
  });
}
