import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Message } from '@siyu/contract/collect';
import type { MoneyDocument } from '@siyu/contract/commerce';
import { settle } from '@siyu/engine/commerce';
import { readyTemplates } from '@siyu/engine/import';
import { checkFiles } from './read/check-files.ts';
import { detectFormat } from './read/detect-format.ts';
import type { PartRow } from './tables.ts';
import { unitsOf } from './units.ts';

const data = process.env.SIYU_DATA ?? join(import.meta.dirname, '../../../../../shared/data');
const folder = join(data, 'orders/online_retail');
const skip = existsSync(folder) ? false : `the data set is not at ${folder}`;

describe('the whole Online Retail set', { skip }, () => {
  it('becomes 25,900 documents of 4,372 people, 9,747,747.93 GBP to the penny', async () => {
    const mapping = readyTemplates.find(({ id }) => id === 'online_retail')?.mapping;
    assert.ok(mapping);
    const parts: PartRow[] = [];
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      const format = await detectFormat(path);
      parts.push({
        file: '',
        name,
        bytes: 0,
        path,
        sha256: Buffer.alloc(0),
        deleted_at: null,
        format,
      });
    }
    const { totalRows, split } = await checkFiles(parts, mapping);
    assert.equal(totalRows, 541_909);
    const context = { importKey: 'k', importId: 1, startedAt: '2026-11-22T00:00:00Z' };
    const sums: Record<
      string,
      { documents: number; amount: number; lines: number; anonymous: number }
    > = {};
    const people = new Set<string>();
    for await (const units of unitsOf(parts, mapping, context, split))
      for (const unit of units) {
        const outcome = unit.outcome();
        assert.ok('message' in outcome, JSON.stringify(outcome));
        const message: Message = outcome.message;
        const { kind, amount, lines } = settle(message.document as MoneyDocument);
        sums[kind] ??= { documents: 0, amount: 0, lines: 0, anonymous: 0 };
        sums[kind].documents += 1;
        sums[kind].amount += amount;
        sums[kind].lines += Math.max(1, lines.length);
        sums[kind].anonymous += message.identifiers.length === 0 ? 1 : 0;
        for (const { value } of message.identifiers) people.add(value);
      }
    // Counted from the files with Python's decimal module: shared/data/README.md.
    assert.deepEqual(sums, {
      order: { documents: 22_061, amount: 1_065_562_248, lines: 532_618, anonymous: 3525 },
      refund: { documents: 3836, amount: -89_681_249, lines: 9288, anonymous: 182 },
      adjustment: { documents: 3, amount: -1_106_206, lines: 3, anonymous: 3 },
    });
    assert.equal(people.size, 4372);
    const total = Object.values(sums).reduce((sum, { amount }) => sum + amount, 0);
    assert.equal(total, 974_774_793);
  });
});
