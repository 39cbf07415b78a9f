import type { References } from '@siyu/engine/segment';
import type { Platform } from '../../../platform/platform.ts';

const columns = ['source', 'campaign', 'journey'] as const;

/** A thing that events keep by number, with the name that operators read. */
export interface EventThing {
  readonly number: number;
  readonly name: string;
}

/** The sources, campaigns and journeys that rules name, found by the modules that own them. */
export async function eventReferences(
  platform: Platform,
  named: References,
): Promise<Readonly<Record<(typeof columns)[number], ReadonlyMap<string, EventThing>>>> {
  const look = async (column: (typeof columns)[number]) => {
    const ids = [...named.columns[column]];
    const find = platform.registries.eventReferences.get(column);
    return ids.length > 0 && find ? find(platform, ids) : new Map<string, EventThing>();
  };
  const [source, campaign, journey] = await Promise.all(columns.map(look));
  return { source, campaign, journey } as Record<
    (typeof columns)[number],
    ReadonlyMap<string, EventThing>
  >;
}
