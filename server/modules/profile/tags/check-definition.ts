import { type TagDefinition, valuesOf } from '@siyu/contract/profile';
import { type Fault, leavesOf, ruleFaults } from '@siyu/contract/segment';
import { problem } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ruleSources } from '../rules/rule-sources.ts';
import { rulesOfDefinition } from './rules-of-definition.ts';

const nobody = { rootId: 0, everything: false, orgIds: [] };

/** Refuses a definition that could not be computed, with every place that is wrong. @throws profile.tag_definition_invalid */
export async function checkDefinition(
  platform: Platform,
  definition: TagDefinition,
): Promise<void> {
  const faults = [
    ...valueFaults(definition),
    ...limitFaults(definition),
    ...partFaults(definition),
  ];
  if (faults.length === 0) {
    const rules = rulesOfDefinition(definition).map(({ rule }) => rule);
    const { unknown } = await ruleSources(platform, nobody, rules);
    faults.push(
      ...unknown.map((name) =>
        fault('', `"${name}" does not exist or is archived`, `“${name}”不存在或已归档`),
      ),
    );
  }
  const [first] = faults;
  if (first) throw problem('profile.tag_definition_invalid', { ...first, faults });
}

const fault = (path: string, en: string, zh: string): Fault => ({ path, code: 'unfit', en, zh });

function valueFaults(definition: TagDefinition): readonly Fault[] {
  const values = (valuesOf(definition) ?? []).map(({ value }) => value);
  const repeated = values.find((value, index) => values.indexOf(value) !== index);
  return repeated === undefined
    ? []
    : [fault('/values', `"${repeated}" appears twice`, `取值“${repeated}”重复`)];
}

function limitFaults(definition: TagDefinition): readonly Fault[] {
  if (definition.kind === 'lifecycle') {
    const { growthOrders, matureOrders, dormantDays, lostDays } = definition;
    return [
      ...(growthOrders < matureOrders
        ? []
        : [fault('/matureOrders', 'must be above growthOrders', '成熟单数须大于成长单数')]),
      ...(dormantDays < lostDays
        ? []
        : [fault('/lostDays', 'must be above dormantDays', '流失天数须大于休眠天数')]),
    ];
  }
  if (definition.kind !== 'rfm' || definition.scoring.by !== 'limits') return [];
  const { by: _, ...lists } = definition.scoring;
  return Object.entries(lists).flatMap(([name, list]) =>
    list.every((limit, index) => index === 0 || limit > (list[index - 1] as number))
      ? []
      : [fault(`/scoring/${name}`, 'limits must rise', '档位须递增')],
  );
}

function partFaults(definition: TagDefinition): readonly Fault[] {
  return rulesOfDefinition(definition).flatMap(({ path, rule }) => {
    const faults = ruleFaults(rule).map((one) => ({ ...one, path: path + one.path }));
    if (faults.length > 0) return faults;
    return leavesOf(rule).some((leaf) => leaf.kind === 'segment')
      ? [
          fault(
            path,
            'a tag cannot stand on a segment; tag its members instead',
            '标签不能引用人群包，可改为给人群包成员打标',
          ),
        ]
      : [];
  });
}
