import { eventName } from '../collect/index.ts';
import { identifiersOf } from './identifiers.ts';
import { outcome, shell, valuesOf } from './people.ts';
import { fieldOf, type Plan, timeOf } from './plan.ts';
import { CellFault, type ImportContext, type Outcome, type Row } from './row.ts';

/** Makes the mapper of events: each row becomes one `track` message, or says why not. */
export function createEventMapper(plan: Plan, context: ImportContext): (row: Row) => Outcome {
  const columnOf = (field: string) => plan.fields.get(field)?.column ?? null;
  return (row) =>
    outcome(row, () => {
      const identifiers = identifiersOf(plan, [row]);
      const event = eventName(fieldOf(plan, 'event.name', row));
      if (event === '') throw new CellFault('value_missing', '', columnOf('event.name'));
      const at = timeOf(plan, 'event.time', row);
      if (at === null) throw new CellFault('value_missing', '', columnOf('event.time'));
      const stated = shell(row, context);
      const ownId = fieldOf(plan, 'event.message_id', row);
      const traits = valuesOf(plan.traits, row);
      const org = fieldOf(plan, 'org', row);
      return {
        ...stated,
        ...(ownId === '' ? {} : { messageId: ownId }),
        type: 'track',
        time: new Date(at).toISOString(),
        identifiers,
        event,
        properties: valuesOf(plan.properties, row),
        ...(Object.keys(traits).length > 0 ? { traits } : {}),
        ...(org === '' ? {} : { org }),
      };
    });
}
