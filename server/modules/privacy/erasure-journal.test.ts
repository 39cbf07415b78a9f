import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import {
  appendToJournal,
  giveJournal,
  givenJournalOf,
  type JournalEntry,
  journalOf,
  readJournal,
  requireJournal,
} from './erasure-journal.ts';

const home = mkdtempSync(join(tmpdir(), 'siyu-journal-'));
after(() => rmSync(home, { recursive: true, force: true }));

const entry = (erasure: string): JournalEntry => ({
  erasure,
  at: '2026-06-01T08:00:00.000Z',
  people: ['per_1'],
  identifiers: [['phone', '9b2d0c1e-0000-4000-8000-000000000000']],
});
const ids = async (file: string) => (await readJournal(file)).map(({ erasure }) => erasure);

it('goes on after a line that a crash cut off, which was never there', async () => {
  const file = journalOf(home);
  assert.deepEqual(await ids(file), []);
  await appendToJournal(file, [entry('ers_1'), entry('ers_2')]);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  appendFileSync(file, '{"erasure":"ers_3","at');
  assert.deepEqual(await ids(file), ['ers_1', 'ers_2']);
  await appendToJournal(file, [entry('ers_3')]);
  assert.deepEqual(await ids(file), ['ers_1', 'ers_2', 'ers_3']);
});

it('refuses a file that is missing or no journal, naming the line', async () => {
  await assert.rejects(requireJournal(join(home, 'nothing')), /no erasure journal/);
  const file = join(home, 'wrong.jsonl');
  const unknownKind = { ...entry('ers_2'), identifiers: [['shoe', 'x']] };
  for (const wrong of ['a key', '{}', JSON.stringify(unknownKind)]) {
    writeFileSync(file, `${JSON.stringify(entry('ers_1'))}\n${wrong}\n`);
    await assert.rejects(requireJournal(file), /Line 2 of .* is no entry/);
  }
});

it('leaves a given journal beside the keys folder, which may be replaced afterwards', async () => {
  await giveJournal(journalOf(home), home);
  assert.equal(readFileSync(givenJournalOf(home), 'utf8'), readFileSync(journalOf(home), 'utf8'));
});
