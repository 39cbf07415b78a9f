import type { Act, Touchpoint } from '@siyu/simulator';
import type { DemoSource } from './build-organisation.ts';
import { type Door, openDoor } from './door.ts';
import { inFlight } from './in-flight.ts';
import type { Progress } from './progress.ts';

const batchSize = 500;
const batchesAtOnce = 4;

/** Where the acts of the played brand go: the tracking interface of each of its sources. */
export interface ActSender {
  send(act: Act): Promise<void>;
  /** Resolves when everything sent is durable. */
  settle(): Promise<void>;
}

/**
 * Sends acts in batches, in the order in which they happened, a source's calls and its documents apart. Batches of one source follow one another, so
 * that a person's registration never overtakes the visit before it.
 */
export function openActSender(
  address: string,
  sources: Readonly<Record<Touchpoint, DemoSource>>,
  task: ReturnType<Progress['task']>,
): ActSender {
  const flight = inFlight(batchesAtOnce);
  const waiting = new Map<
    string,
    { readonly door: Door; readonly acts: Act[]; last: Promise<void> }
  >();
  const laneOf = (act: Act) => {
    const name = `${act.touchpoint} ${act.kind}`;
    let lane = waiting.get(name);
    if (!lane) {
      lane = {
        door: openDoor(address, sources[act.touchpoint].writeKey),
        acts: [],
        last: Promise.resolve(),
      };
      waiting.set(name, lane);
    }
    return lane;
  };
  const flush = async (lane: ReturnType<typeof laneOf>): Promise<void> => {
    if (lane.acts.length === 0) return;
    const acts = lane.acts.splice(0);
    const before = lane.last;
    let sent: () => void = () => undefined;
    lane.last = new Promise((resolve) => {
      sent = resolve;
    });
    await flight.add(async () => {
      try {
        await before;
        await lane.door(acts);
        task.step(acts.length);
      } finally {
        sent();
      }
    });
  };
  return {
    async send(act) {
      const lane = laneOf(act);
      lane.acts.push(act);
      if (lane.acts.length >= batchSize) await flush(lane);
    },
    async settle() {
      for (const lane of waiting.values()) await flush(lane);
      await flight.settle();
    },
  };
}
