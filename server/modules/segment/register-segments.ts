import type { Platform } from '../../platform/platform.ts';
import { countSegments, segmentsDue } from './count-segments.ts';
import { forgetOld } from './forget-old.ts';
import { countJob } from './start-count.ts';
import { exportJob } from './start-export.ts';
import { type TagMembers, tagJob, tagMembers } from './tag-members.ts';
import { writeExport } from './write-export.ts';

const auditActions = {
  'segment.create_segment': { zh: '新建人群包', en: 'Made a segment' },
  'segment.edit_segment': { zh: '修改人群包', en: 'Changed a segment' },
  'segment.archive_segment': { zh: '归档人群包', en: 'Archived a segment' },
  'segment.export_people': { zh: '导出人群包', en: 'Exported a segment' },
  'segment.download_export': { zh: '下载导出文件', en: 'Downloaded an export' },
};

/** Jobs, schedules and audit names of segments. Members lie in bitmaps without a person column and count only who exists. */
export function registerSegments({ jobs, registries }: Platform): void {
  for (const [action, names] of Object.entries(auditActions)) {
    registries.auditActions.set(action, names);
  }
  jobs.define(countJob, (platform, payload, progress) =>
    countSegments(platform, [Number(payload.segment)], progress),
  );
  jobs.define('segment.count_due_segments', async (platform, _payload, progress) =>
    countSegments(platform, await segmentsDue(platform), progress),
  );
  jobs.schedule('segment.count_due_segments', '*/15 * * * *');
  jobs.define(tagJob, (platform, payload, progress) =>
    tagMembers(platform, payload as unknown as TagMembers, progress),
  );
  jobs.define(exportJob, (platform, payload, progress) =>
    writeExport(platform, String(payload.export), progress),
  );
  jobs.define('segment.forget_old', (platform) => forgetOld(platform));
  jobs.schedule('segment.forget_old', '41 3 * * *');
}
