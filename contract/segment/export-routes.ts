import { Type } from 'typebox';
import { pageOf, pageQuery } from '../kit/page.ts';
import { defineRoute } from '../kit/route.ts';
import { SegmentExport } from './segments.ts';

const segment = Type.Object({ segment: Type.String({ pattern: '^seg_[0-9a-z]+$' }) });

export const startExport = defineRoute({
  id: 'segment.start_export',
  method: 'POST',
  path: '/api/segments/:segment/exports',
  summary:
    'Write the members to a CSV file in the background, masked for the role, and say so in the audit log',
  access: 'people.export',
  scope: 'people',
  params: segment,
  response: SegmentExport,
  errors: ['segment.unknown', 'segment.not_counted_yet'],
});

export const listExports = defineRoute({
  id: 'segment.list_exports',
  method: 'GET',
  path: '/api/segments/:segment/exports',
  summary: 'Exports of a segment that the caller asked for, newest first',
  access: 'people.export',
  scope: 'own',
  params: segment,
  query: Type.Object({ ...pageQuery }),
  response: pageOf(SegmentExport),
  errors: ['segment.unknown'],
});

export const downloadExport = defineRoute({
  id: 'segment.download_export',
  method: 'GET',
  path: '/api/segments/exports/:export/file',
  summary: 'The finished file; its first line says who made it and when',
  access: 'people.export',
  scope: 'own',
  params: Type.Object({ export: Type.String({ pattern: '^exp_[0-9a-z]+$' }) }),
  response: Type.Unknown(),
  errors: ['segment.export_unknown', 'segment.export_not_ready'],
  transfer: { response: 'file' },
});

export const segmentExportRoutes = [startExport, listExports, downloadExport] as const;
