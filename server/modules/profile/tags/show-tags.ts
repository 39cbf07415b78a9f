import type { TagView } from '@siyu/contract/profile';
import { valuesOf } from '@siyu/contract/profile';
import { tagSentence } from '@siyu/engine/profile';
import { jobRuns } from '../../../platform/jobs/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ruleDictionary } from '../rules/rule-dictionary.ts';
import { rulesOfDefinition } from './rules-of-definition.ts';
import { countsOfTags } from './store/counts-of-tag.ts';
import { tagByPublicId } from './store/tag-by-public-id.ts';
import type { TagRow } from './store/tag-row.ts';

/** Tags as the outside sees them, in the order given. */
export async function showTags(platform: Platform, rows: readonly TagRow[]): Promise<TagView[]> {
  const db = platform.postgres.db<unknown>();
  const rules = rows.flatMap(({ definition }) => rulesOfDefinition(definition));
  const open = rows.filter(({ definition }) => valuesOf(definition) === null);
  const [names, occurring, runs] = await Promise.all([
    ruleDictionary(
      platform,
      rules.map(({ rule }) => rule),
    ),
    countsOfTags(
      db,
      open.map((row) => row.tag_id),
    ),
    jobRuns(
      db,
      rows.flatMap(({ job_run_id }) => job_run_id ?? []),
    ),
  ]);
  return rows.map((row) => {
    const run = row.job_run_id === null ? undefined : runs.get(row.job_run_id);
    const isRunning = run?.state === 'waiting' || run?.state === 'running';
    const values = occurring.get(row.tag_id)?.map((value) => ({ value, zh: value, en: value }));
    return {
      tag: row.public_id,
      zh: row.name_zh,
      en: row.name_en,
      description: row.description,
      category: row.category,
      definition: row.definition,
      values: [...(valuesOf(row.definition) ?? values ?? [])],
      sentence: tagSentence(row.definition, names),
      owner: row.owner,
      purpose: row.purpose,
      refresh: row.refresh,
      expiresAfterDays: row.expires_after_days,
      state: row.state,
      generation: row.generation,
      people: row.people,
      coverage: row.coverage,
      computedAt: row.computed_at?.toISOString() ?? null,
      running: isRunning
        ? { jobRunId: row.job_run_id as number, done: run.done, total: run.total }
        : null,
      failure: row.failure,
      createdAt: row.created_at.toISOString(),
      changedAt: row.changed_at.toISOString(),
    };
  });
}

/** One tag as the outside sees it. @throws profile.tag_unknown */
export async function showTag(platform: Platform, tag: string): Promise<TagView> {
  const row = await tagByPublicId(platform.postgres.db<unknown>(), tag);
  const [view] = await showTags(platform, [row]);
  return view as TagView;
}
