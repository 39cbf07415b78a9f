import type { Act } from './acts/act.ts';
import { liveDay } from './acts/day-of-life.ts';
import { dayMs, seasonOf, startOfDay } from './calendar.ts';
import { type Life, newLife } from './people/life.ts';
import { createPerson, type Person } from './people/person.ts';
import { openStage, type WorldSettings } from './stage.ts';

/** A played world: who lives in it, and what happens, in order of time. */
export interface World {
  readonly settings: WorldSettings;
  /** Shanghai midnight at which the window begins, UTC milliseconds. */
  readonly start: number;
  person(index: number): Person;
  /** Whether somebody's day of joining the members lies before an instant. */
  isMemberBy(index: number, at: number): boolean;
  /**
   * Everything that happens up to `settings.end`, oldest first; each call plays it from the start again. Memory is bounded by
   * the people and one day, not by the number of acts.
   */
  acts(): Generator<Act, void, undefined>;
}

export function createWorld(settings: WorldSettings): World {
  const start = startOfDay(settings.end) - (settings.days - 1) * dayMs;
  const person = (index: number): Person => createPerson(settings.seed, index, settings.days);
  const isMemberBy = (index: number, at: number): boolean =>
    start + person(index).memberDay * dayMs <= at;
  return { settings, start, person, isMemberBy, acts: () => play(settings, start, person) };
}

function* play(
  settings: WorldSettings,
  start: number,
  person: (index: number) => Person,
): Generator<Act, void, undefined> {
  const lives: Life[] = Array.from({ length: settings.people }, (_, index) =>
    newLife(person(index)),
  );
  const { stage, takeSaid, takeDue } = openStage(settings, start);
  let waiting: Act[] = [];
  for (let day = -settings.historyDays; day < settings.days; day++) {
    stage.day = day;
    stage.dayStart = start + day * dayMs;
    stage.season = seasonOf(stage.dayStart);
    stage.isHistory = day < 0;
    for (const happen of takeDue(day)) happen();
    for (const life of lives) liveDay(stage, life);
    const happened = waiting.concat(takeSaid()).sort((one, other) => one.at - other.at);
    const dayEnd = Math.min(stage.dayStart + dayMs, settings.end);
    const isOver = (act: Act): boolean => act.at >= dayEnd;
    const firstLater = happened.findIndex(isOver);
    yield* firstLater < 0 ? happened : happened.slice(0, firstLater);
    waiting = firstLater < 0 ? [] : happened.slice(firstLater);
  }
}
