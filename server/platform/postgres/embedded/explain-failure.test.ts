import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainFailure } from './explain-failure.ts';

test('a failure is told with the last words of PostgreSQL and the remedy', () => {
  const output = `2026-01-31 12:00:00 UTC [7] LOG:  starting PostgreSQL 18.4
2026-01-31 12:00:00 UTC [7] FATAL:  could not write lock file "postmaster.pid": No space left on device`;
  assert.equal(
    explainFailure('PostgreSQL in /data did not start', output),
    'PostgreSQL in /data did not start: could not write lock file "postmaster.pid": No space left on device. The disk is full. Free space and start again; nothing is lost.',
  );
});

test('data of another version ask for backup and restore', () => {
  const output = `FATAL:  database files are incompatible with server
DETAIL:  The data directory was initialized by PostgreSQL version 17, which is not compatible with this version 18.4.`;
  assert.match(explainFailure('It failed', output), /siyu backup.*restore/);
});

test('a failure without a word says so', () => {
  assert.equal(explainFailure('It failed', ''), 'It failed: it gave no reason.');
});
