import type { TagDefinition } from '@siyu/contract/profile';
import type { EventLeaf, Rule } from '@siyu/contract/segment';

const happened = { measure: { of: 'count' }, test: { op: 'gte', value: 1 } } as const;

/** The rules that a definition is made of, each with its place in it: to be checked, named and looked up. */
export function rulesOfDefinition(
  definition: TagDefinition,
): readonly { readonly path: string; readonly rule: Rule }[] {
  switch (definition.kind) {
    case 'manual':
      return [];
    case 'rule':
      return definition.values.map(({ rule }, index) => ({ path: `/values/${index}/rule`, rule }));
    case 'statistical': {
      const { events, window, measure, where = [], org } = definition;
      const isTime = measure.of === 'first' || measure.of === 'last';
      const test: EventLeaf['test'] = isTime ? { op: 'within', window } : { op: 'gte', value: 0 };
      return [
        { path: '', rule: { kind: 'event', events, window, measure, test, where } },
        ...ofOrg(org),
      ];
    }
    case 'favourite': {
      const { events, window, property, org } = definition;
      const where = [{ property, test: { op: 'exists' as const } }];
      return [
        { path: '', rule: { kind: 'event', events, window, where, ...happened } },
        ...ofOrg(org),
      ];
    }
    case 'rfm':
      return [
        {
          path: '',
          rule: { kind: 'event', events: ['order_placed'], window: definition.window, ...happened },
        },
        ...ofOrg(definition.org),
      ];
    case 'lifecycle':
      return ofOrg(definition.org);
  }
}

const ofOrg = (org: string | undefined) =>
  org === undefined ? [] : [{ path: '/org', rule: { kind: 'org' as const, org } }];
