import type { SegmentView } from '@siyu/contract/segment';
import { jobRuns } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorNames, nodesById } from '../org/index.ts';
import type { SegmentRow } from './store/segment-row.ts';

/** Segments as the outside sees them, in the order given. */
export async function showSegments(
  platform: Platform,
  rows: readonly SegmentRow[],
): Promise<SegmentView[]> {
  const db = platform.postgres.db<unknown>();
  const [runs, nodes, actors] = await Promise.all([
    jobRuns(
      db,
      rows.flatMap(({ job_run_id }) => job_run_id ?? []),
    ),
    nodesById(db, [...new Set(rows.map(({ org_id }) => org_id))]),
    actorNames(
      db,
      rows.map(({ created_by }) => created_by),
    ),
  ]);
  return rows.map((row) => {
    const run = row.job_run_id === null ? undefined : runs.get(row.job_run_id);
    const isRunning = run?.state === 'waiting' || run?.state === 'running';
    return {
      segment: row.public_id,
      name: row.name,
      description: row.description,
      kind: row.kind,
      origin: row.origin,
      rule: row.rule,
      sentence: row.sentence,
      refresh: row.refresh,
      state: row.state,
      org: nodes.get(row.org_id)?.code ?? '',
      version: row.version,
      count: row.version === 0 ? null : { known: row.known ?? 0, anonymous: row.anonymous ?? 0 },
      entered: row.entered,
      left: row.departed,
      refreshedAt: row.refreshed_at?.toISOString() ?? null,
      running: isRunning
        ? { jobRunId: row.job_run_id as number, done: run.done, total: run.total }
        : null,
      failure: row.failure,
      createdBy: actors.get(row.created_by) ?? row.created_by,
      createdAt: row.created_at.toISOString(),
      changedAt: row.changed_at.toISOString(),
    };
  });
}

export async function showSegment(platform: Platform, row: SegmentRow): Promise<SegmentView> {
  const [view] = await showSegments(platform, [row]);
  return view as SegmentView;
}
