/** A whole number -> its English words, as read aloud: 25 is "twenty-five", one hyphenated word. */

const small = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

export function englishNumber(value: number): string {
  if (value < 20) return small[value] ?? '';
  if (value < 100) {
    const ten = tens[Math.floor(value / 10)] ?? '';
    return value % 10 === 0 ? ten : `${ten}-${englishNumber(value % 10)}`;
  }
  const [unit, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const head = `${englishNumber(Math.floor(value / unit))} ${name}`;
  return value % unit === 0 ? head : `${head} ${englishNumber(value % unit)}`;
}
