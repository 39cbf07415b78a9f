export { type Arm, type Comparison, compareArms } from './compare-arms.ts';
export { dueAfter } from './due-after.ts';
export { eventValues, type TriggerEvent } from './event-values.ts';
export { isHeldOut } from './holdout.ts';
export { nextRun } from './next-run.ts';
export { difference, type Interval, wilson } from './proportions.ts';
