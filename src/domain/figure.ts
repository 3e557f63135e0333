/** A figure as its author writes it: frames of joint points, props and arrows, in hundredths of a standing height, y up. */

import { z } from 'zod';
import { PAINTS, type PaintName } from './drawing.ts';

const pointSchema = z.tuple([z.number(), z.number()], 'a point is [x, y], two numbers');
export type Joint = z.infer<typeof pointSchema>;

/** Names of paints for a shape drawn by hand. */
const paintSchema = z.enum(Object.keys(PAINTS) as [PaintName, ...PaintName[]]);

/** Without `elbow` the joint is worked out from shoulder and wrist; `hand` is the way the fingers point. */
const armSchema = z.strictObject({
  elbow: pointSchema.optional(),
  wrist: pointSchema,
  hand: pointSchema.optional(),
  /** Points at the viewer, so it may look shorter than it is. */
  shortened: z.boolean().default(false),
});

/** Without `knee` the joint is worked out from hip and ankle; `toe` is the way the foot points. */
const legSchema = z.strictObject({
  knee: pointSchema.optional(),
  ankle: pointSchema,
  toe: pointSchema.optional(),
  shortened: z.boolean().default(false),
});

const sideSchema = z.strictObject({ arm: armSchema.optional(), leg: legSchema.optional() });

/** A surface that the body lies or sits on: flesh does not go below `y` between `from` and `to`. */
const restSchema = z.strictObject({
  y: z.number(),
  from: z.number().default(-1000),
  to: z.number().default(1000),
});

/** A body seen from its side. `facing` 1: the front is to the right when the body stands up. */
export const sidePoseSchema = z.strictObject({
  view: z.literal('side'),
  facing: z.union([z.literal(1), z.literal(-1)], 'facing is 1 or -1'),
  /** Which way the face looks, in degrees: 0 right, 90 up. */
  face: z.number(),
  head: pointSchema,
  shoulder: pointSchema,
  /** From the hip up. */
  spine: z.array(pointSchema).max(4).default([]),
  hip: pointSchema,
  /** The way the low back leaves the hip; worked out when absent. */
  pelvis: pointSchema.optional(),
  far: sideSchema.default({}),
  near: sideSchema.default({}),
});

/** A body seen from the front, the back or above; `left` and `right` are those of the picture. */
export const frontPoseSchema = z.strictObject({
  view: z.enum(['front', 'back']),
  head: pointSchema,
  shoulders: z.tuple([pointSchema, pointSchema], 'two points: picture left, picture right'),
  hips: z.tuple([pointSchema, pointSchema], 'two points: picture left, picture right'),
  left: sideSchema.default({}),
  right: sideSchema.default({}),
  /** Legs with the shape they have from the side: 1 toes to picture left of the shin, -1 to its right. */
  side_feet: z.union([z.literal(1), z.literal(-1)]).optional(),
});

const poseSchema = z.discriminatedUnion('view', [sidePoseSchema, frontPoseSchema]);

export const PARTS = ['head', 'trunk', 'far-arm', 'far-leg', 'near-arm', 'near-leg'] as const;
const partSchema = z.enum(PARTS);
export type PartName = z.infer<typeof partSchema>;

/** The start of a move, dashed: a whole pose, of which `parts` are drawn. */
const ghostSchema = z.strictObject({
  pose: poseSchema,
  parts: z.array(partSchema).default([...PARTS]),
});

const propSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('floor'), from: z.number(), to: z.number(), y: z.number().default(0) }),
  z.strictObject({ kind: z.literal('mat'), from: z.number(), to: z.number(), y: z.number().default(0) }),
  z.strictObject({ kind: z.literal('bed'), from: z.number(), to: z.number(), y: z.number().default(0) }),
  z.strictObject({
    kind: z.literal('bed-plan'),
    from: pointSchema,
    to: pointSchema,
  }),
  z.strictObject({
    kind: z.literal('pillow'),
    at: pointSchema,
    size: pointSchema.default([15, 4.2]),
    turn: z.number().default(0),
  }),
  /** `x` is the back edge of the seat; `facing` 1: the seat runs to the right of its back rest. */
  z.strictObject({
    kind: z.literal('chair'),
    x: z.number(),
    facing: z.union([z.literal(1), z.literal(-1)]).default(1),
    seat: z.number().default(23),
    depth: z.number().default(23),
    back: z.number().default(21),
  }),
  z.strictObject({ kind: z.literal('wall'), x: z.number(), to: z.number() }),
  z.strictObject({ kind: z.literal('box'), from: pointSchema, to: pointSchema }),
  z.strictObject({
    kind: z.literal('desk'),
    from: z.number(),
    to: z.number(),
    top: z.number().default(40.4),
    screen: z.number(),
  }),
  z.strictObject({ kind: z.literal('stick'), from: pointSchema, to: pointSchema }),
  z.strictObject({ kind: z.literal('dots'), from: pointSchema, to: pointSchema }),
  /** A shape drawn by hand, for what is no body and no furniture. Widths in mm. */
  z.strictObject({
    kind: z.literal('shape'),
    points: z.array(pointSchema).min(2),
    smooth: z.boolean().default(false),
    open: z.boolean().default(false),
    fill: paintSchema.optional(),
    stroke: paintSchema.optional(),
    width: z.number().positive().default(0.6),
    dash: z
      .string()
      .regex(/^[\d. ]+$/)
      .optional(),
  }),
]);
export type Prop = z.infer<typeof propSchema>;

const arrowSchema = z.strictObject({
  points: z.array(pointSchema).min(2),
  both_ends: z.boolean().default(false),
});

const frameSchema = z.strictObject({
  pose: poseSchema.optional(),
  ghost: ghostSchema.optional(),
  /** Where flesh is pressed flat. */
  rests: z.array(restSchema).default([]),
  /** No foot of this frame may be lower; absent where there is no ground in the picture. */
  ground: z.number().optional(),
  /** Painted behind the body. */
  props: z.array(propSchema).default([]),
  /** Painted after the far limbs and the trunk, behind the near arm: what the hand holds. */
  held: z.array(propSchema).default([]),
  /** Painted over the body. */
  over: z.array(propSchema).default([]),
  arrows: z.array(arrowSchema).default([]),
});

export const figureSchema = z.strictObject({
  /** How more than one frame is set out. */
  layout: z.enum(['row', 'stack']).default('row'),
  /** Space between frames, in units. */
  gap: z.number().nonnegative().default(6),
  /** Millimetres for one unit; the same for all figures unless there is a reason. */
  scale: z.number().positive().max(2).default(0.44),
  frames: z.array(frameSchema).min(1).max(4),
});

export type Figure = z.infer<typeof figureSchema>;
export type Frame = z.infer<typeof frameSchema>;
export type SidePose = z.infer<typeof sidePoseSchema>;
export type FrontPose = z.infer<typeof frontPoseSchema>;
export type Pose = z.infer<typeof poseSchema>;
export type Arm = z.infer<typeof armSchema>;
export type Leg = z.infer<typeof legSchema>;
export type Rest = z.infer<typeof restSchema>;
export type Arrow = z.infer<typeof arrowSchema>;
