import { expect, test } from 'vitest';
import { diagnosticsText } from '../../src/cli/diagnostics-text.ts';
import { errorAt, warningAt } from '../../src/domain/diagnostic.ts';

test('by file, in order of place, with a count', () => {
  const text = diagnosticsText([
    errorAt({ file: 'b.yaml', line: 10, column: 1 }, 'wrong-type', '`a` must be text', 'Put it in quotes'),
    errorAt({ file: 'a.yaml' }, 'empty-file', 'This file is empty'),
    warningAt({ file: 'b.yaml', line: 9, column: 3 }, 'old', 'This is old'),
    errorAt({ file: 'b.yaml', line: 10 }, 'line', 'The whole line'),
  ]);
  expect(text).toBe(`b.yaml:9:3: warning: This is old (old)
b.yaml:10: error: The whole line (line)
b.yaml:10:1: error: \`a\` must be text (wrong-type)
    hint: Put it in quotes

a.yaml: error: This file is empty (empty-file)

3 errors, 1 warning in 2 files
`);
});

test('nothing to say is said with nothing', () => {
  expect(diagnosticsText([])).toBe('');
});

test('one of each has no plural', () => {
  expect(diagnosticsText([warningAt({ file: 'a' }, 'c', 'm')])).toBe('a: warning: m (c)\n\n1 warning\n');
});

test('the name of a file cannot steer the terminal', () => {
  expect(diagnosticsText([errorAt({ file: 'a\u001b[31m\nb' }, 'c', 'm')])).toContain(
    'a?[31m b: error: m (c)\n',
  );
});
