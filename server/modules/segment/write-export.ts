import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { printRule } from '@siyu/engine/segment';
import { stringify } from 'csv-stringify/sync';
import type { Actor } from '../../platform/http/index.ts';
import type { JobProgress } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { scopeOf } from '../org/index.ts';
import { describePeople, ruleMoment } from '../profile/index.ts';
import { exportFile, makeExportFolder } from './export-file.ts';
import { sourcesInScope } from './rule-in-scope.ts';
import { segmentSource } from './segment-source.ts';
import { type ExportRow, exportByPublicId, setExport } from './store/exports.ts';
import { segmentsById } from './store/segment-by-public-id.ts';

const pageSize = 1_000;
const header = [
  'person',
  'title',
  'phone',
  'email',
  'city',
  'source',
  'created_at',
  'last_seen_at',
];
/** Makes spreadsheet programs read the file as UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * Writes the file of an export: a first line that says who made it and when, then the masked members of the version within
 * the scope of who asked. The file appears when it is whole; a run after a crash writes it anew.
 */
export async function writeExport(
  platform: Platform,
  publicId: string,
  progress: JobProgress,
): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const row = await exportByPublicId(db, publicId, null);
  if (!row || row.state === 'done' || row.state === 'expired') return;
  const state = {
    rows: 0,
    total: null as number | null,
    bytes: 0,
    failure: null,
    finished_at: null,
  };
  try {
    await makeExportFolder(platform);
    const file = exportFile(platform, publicId);
    const total = await writeRows(platform, row, `${file}.part`, async (rows, all) => {
      await setExport(db, row.export_id, { ...state, state: 'running', rows, total: all });
      await progress.report(rows, all);
      if (progress.stopped) throw new Error('The export was stopped.');
    });
    await rename(`${file}.part`, file);
    const { size } = await stat(file);
    const finished_at = platform.clock.now();
    await setExport(db, row.export_id, {
      ...state,
      state: 'done',
      rows: total,
      total,
      bytes: size,
      finished_at,
    });
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    await setExport(db, row.export_id, {
      ...state,
      state: 'failed',
      failure,
      finished_at: platform.clock.now(),
    });
    throw error;
  }
}

async function writeRows(
  platform: Platform,
  row: ExportRow,
  path: string,
  report: (rows: number, total: number) => Promise<void>,
): Promise<number> {
  const db = platform.postgres.db<unknown>();
  const segment = (await segmentsById(db, [row.segment_id])).get(row.segment_id);
  const scope = await scopeOf(db, row.scope_root_id);
  const sources = {
    ...(await sourcesInScope(platform, scope, [])),
    segment: () => segmentSource(row.segment_id, row.version),
  };
  const rule = { kind: 'segment' as const, segment: '' };
  const { page, count } = printRule(rule, sources, await ruleMoment(platform));
  const [heads] = await platform.clickhouse.query<{ known: number; anonymous: number }>({
    name: 'segment.count_export',
    sql: count,
    lane: 'heavy',
  });
  const total = (heads?.known ?? 0) + (heads?.anonymous ?? 0);
  const actor: Actor = { kind: 'user', id: row.actor_id, role: null, scope, locale: 'zh-CN' };
  const file = createWriteStream(path, { mode: 0o600 });
  const write = async (lines: readonly (readonly unknown[])[]) => {
    // A cell that begins like a formula would be run by the spreadsheet that opens the file.
    const text = stringify([...lines.map((line) => [...line])], { escape_formulas: true });
    if (!file.write(text)) await once(file, 'drain');
  };
  file.write(byteOrderMark);
  await write([
    [
      `Siyu · ${segment?.name ?? ''} · ${row.actor_name} · ${row.requested_at.toISOString()} · ${row.public_id}`,
    ],
    header,
  ]);
  let rows = 0;
  for (let after = 0; ; ) {
    const ids = await platform.clickhouse.query<{ person: number }>({
      name: 'segment.export_page',
      sql: page(after, pageSize),
      lane: 'heavy',
    });
    const people = await describePeople(
      platform,
      ids.map(({ person }) => person),
      actor,
    );
    await write(
      people.map((one) => [
        one.person,
        one.title,
        one.phone,
        one.email,
        one.city,
        one.source,
        one.createdAt,
        one.lastSeenAt,
      ]),
    );
    rows += people.length;
    await report(rows, total);
    if (ids.length < pageSize) break;
    after = ids.at(-1)?.person as number;
  }
  file.end();
  await finished(file);
  return rows;
}
