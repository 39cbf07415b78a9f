import type { Endpoint } from '../../platform/http/index.ts';
import * as change from './routes/change.ts';
import * as count from './routes/count.ts';
import * as exports from './routes/exports.ts';
import * as read from './routes/read.ts';

export const endpoints: readonly Endpoint[] = [
  read.list,
  read.read,
  read.versions,
  read.members,
  read.words,
  read.values,
  change.create,
  change.edit,
  change.archive,
  change.refresh,
  change.fromPeople,
  change.fromIdentifiers,
  change.tag,
  count.preview,
  count.stop,
  count.explain,
  count.people,
  exports.start,
  exports.list,
  exports.download,
];
