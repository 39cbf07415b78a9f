import { listImportErrors, type RowProblem } from '@siyu/contract/collect';
import { decodeCursor, encodeCursor, endpoint } from '../../../../platform/http/index.ts';
import { errorFilePath, refusedRows } from '../error-file.ts';
import { requireImport } from '../show-import.ts';

export const listImportErrorsEndpoint = endpoint(
  listImportErrors,
  async ({ platform, actor, params, query }) => {
    const row = await requireImport(platform.postgres.db(), actor.scope, params.import);
    const limit = query.limit ?? 50;
    const from = query.cursor === undefined ? 0 : Number(decodeCursor(query.cursor, 1)[0]);
    const items: RowProblem[] = [];
    let next = from;
    for await (const refused of refusedRows(
      errorFilePath(platform, row.public_id),
      from,
      row.error_bytes,
    )) {
      const { cells: _, ...problem } = refused.row;
      items.push(problem);
      next = refused.next;
      if (items.length === limit) break;
    }
    return {
      items,
      next: items.length === limit && next < row.error_bytes ? encodeCursor([next]) : null,
    };
  },
);
