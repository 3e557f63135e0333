/** Small makers for sample handouts: a line with **bold**, an icon of the content, a drawing of a given size. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Line, PrintedBlock } from '../../src/domain/handout.ts';
import { type Icon, iconSetSchema } from '../../src/domain/icon.ts';

const icons = iconSetSchema.parse(
  parse(readFileSync(new URL('../../content/icons.yaml', import.meta.url), 'utf8')),
);

export function line(text: string): Line {
  return text
    .split('**')
    .map((part, index) => ({ text: part, strong: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}

export function sampleIcon(id: string): Icon {
  const icon = icons[id];
  if (icon === undefined) throw new Error(`the sample handout needs the icon ${id}`);
  return icon;
}

/** A stand-in for a figure: its frame and a floor line, in mm. */
export function sampleDrawing(width: number, height: number): PrintedBlock['figures'][number]['drawing'] {
  return {
    width,
    height,
    shapes: [
      { d: `M0.5 0.5H${width - 0.5}V${height - 1}H0.5Z`, fill: 'propFill', stroke: 'propLine', width: 0.3 },
      { d: `M0 ${height - 0.4}H${width}`, stroke: 'floor', width: 0.6 },
      { d: `M${width / 2} 4V${height / 2}`, stroke: 'arrow', width: 1, dash: '0.95 0.6' },
    ],
  };
}
