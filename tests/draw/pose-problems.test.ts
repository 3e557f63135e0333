/** Protects: a body that can't be is named with the place in the file, and one that can is left alone. */

import { expect, it } from 'vitest';
import { figureSchema } from '../../src/domain/figure.ts';
import { poseProblems } from '../../src/draw/pose-problems.ts';

function standing(near: object): ReturnType<typeof figureSchema.parse> {
  return figureSchema.parse({
    frames: [
      {
        ground: 0,
        pose: {
          view: 'side',
          facing: 1,
          face: 0,
          head: [50, 91],
          shoulder: [50, 80],
          hip: [50, 50.4],
          near,
        },
      },
    ],
  });
}

it('lets a standing body be', () => {
  expect(poseProblems(standing({ leg: { ankle: [50, 3.7] }, arm: { wrist: [52, 50] } }))).toEqual([]);
});

it('names a shin that is too long at its ankle', () => {
  const [problem, ...others] = poseProblems(standing({ leg: { knee: [50, 32], ankle: [50, 3.7] } }));
  expect(problem?.path).toEqual(['frames', 0, 'pose', 'near', 'leg', 'ankle']);
  expect(problem?.message).toContain('shin is 28.3 long');
  expect(others).toEqual([]);
});

it('names an arm that reaches too far when the elbow is left out', () => {
  const [problem] = poseProblems(standing({ arm: { wrist: [90, 80] } }));
  expect(problem?.path).toEqual(['frames', 0, 'pose', 'near', 'arm', 'wrist']);
});

it('allows a stretch of 8 in 100, and no more', () => {
  const shin = (length: number) => standing({ leg: { knee: [50, 30], ankle: [50 + length, 30] } });
  expect(poseProblems(shin(25.9))).toEqual([]);
  expect(poseProblems(shin(26))).toHaveLength(1);
});

it('names a foot under the ground, but not one that presses into it', () => {
  const messages = (ankle: number) =>
    poseProblems(standing({ leg: { ankle: [52, ankle] } })).map((problem) => problem.message);
  expect(messages(2.4)).toEqual([]);
  expect(messages(1.9)).toHaveLength(1);
  expect(messages(1.9)[0]).toContain('below the ground');
});

it('says which joint is missing', () => {
  const result = figureSchema.safeParse({
    frames: [{ pose: { view: 'side', facing: 1, face: 0, head: [50, 91], shoulder: [50, 80] } }],
  });
  expect(result.error?.issues[0]?.path).toEqual(['frames', 0, 'pose', 'hip']);
});
