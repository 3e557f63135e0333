/** A whole number -> its Spanish words, as read aloud: 25 is "veinticinco", 31 is "treinta y uno". */

const small = [
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince',
  'dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro',
  'veinticinco veintiséis veintisiete veintiocho veintinueve',
]
  .join(' ')
  .split(' ');
const tens = '- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ');
const hundreds = [
  '- ciento doscientos trescientos cuatrocientos quinientos',
  'seiscientos setecientos ochocientos novecientos',
]
  .join(' ')
  .split(' ');

export function spanishNumber(value: number): string {
  if (value < 30) return small[value] ?? '';
  if (value < 100) return joined(tens[Math.floor(value / 10)] ?? '', value % 10, ' y ');
  if (value === 100) return 'cien';
  if (value < 1000) return joined(hundreds[Math.floor(value / 100)] ?? '', value % 100, ' ');
  const thousands = Math.floor(value / 1000);
  return joined(thousands === 1 ? 'mil' : `${spanishNumber(thousands)} mil`, value % 1000, ' ');
}

function joined(head: string, rest: number, between: string): string {
  return rest === 0 ? head : `${head}${between}${spanishNumber(rest)}`;
}
