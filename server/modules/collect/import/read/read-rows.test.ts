import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { FileFormat } from '@siyu/contract/collect';
import { detectFormat } from './detect-format.ts';
import { ImportFault } from './import-fault.ts';
import { openRows } from './read-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'siyu-rows-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

async function read(content: string | Buffer, over: Partial<FileFormat> = {}) {
  const path = join(folder, `${++files}`);
  writeFileSync(path, content);
  const format = { ...(await detectFormat(path)), ...over };
  const { columns, rows } = await openRows(path, format, 0);
  const read = [];
  for await (const batch of rows)
    for (const row of batch)
      read.push('cells' in row ? [row.row, ...row.cells] : [row.row, row.code]);
  return { columns, rows: read, format };
}

/** 手机号,姓名 / 13812349876,李娜 in GB18030, by the standard's table. */
const gb18030 = Buffer.from('cad6bbfabac52cd0d5c3fb0a31333831323334393837362cc0eec4c80a', 'hex');

describe('the rows of a CSV file', () => {
  it('keep delimiters, quotes and line breaks inside quoted cells, and count rows as a spreadsheet does', async () => {
    const { columns, rows } = await read('a,b\n"1,5","say ""hi""\nthere"\n\n2,5" pipe\n');
    assert.deepEqual(columns, ['a', 'b']);
    assert.deepEqual(rows, [
      [2, '1,5', 'say "hi"\nthere'],
      [4, '2', '5" pipe'],
    ]);
  });

  it('are read with a byte order mark, Windows line ends, tabs or semicolons', async () => {
    assert.deepEqual((await read('\ufeff手机号,b\r\n1,2\r\n')).columns, ['手机号', 'b']);
    assert.deepEqual((await read('a\tb\n1\t2\n')).rows, [[2, '1', '2']]);
    assert.deepEqual((await read('a;b\n1;2\n')).rows, [[2, '1', '2']]);
  });

  it('are read in GB18030 and from .gz', async () => {
    const { columns, rows, format } = await read(gb18030);
    assert.deepEqual([columns, rows], [['手机号', '姓名'], [[2, '13812349876', '李娜']]]);
    assert.equal(format.encoding, 'gb18030');
    assert.deepEqual((await read(gzipSync('a,b\n1,2\n'))).rows, [[2, '1', '2']]);
  });

  it('may be short; too many cells are refused unless they are empty', async () => {
    const { rows } = await read('a,b,c\n1\n1,2,3,,\n1,2,3,4\n');
    assert.deepEqual(rows, [
      [2, '1'],
      [3, '1', '2', '3', '', ''],
      [4, 'columns_too_many'],
    ]);
  });

  it('get names for unnamed and repeated columns, and numbers without a header', async () => {
    assert.deepEqual((await read('a,,a\n1,2,3\n')).columns, ['a', '#2', 'a (2)']);
    const bare = await read('1,2\n3,4\n', { header: false });
    assert.deepEqual(
      [bare.columns, bare.rows],
      [
        ['1', '2'],
        [
          [1, '1', '2'],
          [2, '3', '4'],
        ],
      ],
    );
  });

  it('are none in an empty file', async () => {
    assert.deepEqual((await read('')).rows, []);
    assert.deepEqual((await read('a,b\n')).rows, []);
  });

  it('end with a reason where a quote never closes, a cell is endless, or bytes are no text', async () => {
    const fault = (reason: RegExp) => (error: unknown) =>
      error instanceof ImportFault && reason.test(error.message);
    await assert.rejects(read('a,b\n1,2\n"3,4\n5,6\n'), fault(/after row 3 is never closed/));
    await assert.rejects(read(`a,b\n"${'x'.repeat(2 ** 21)}",2\n`), fault(/never closed/));
    const late = Buffer.concat([
      Buffer.from(`a,b\n${'1,2\n'.repeat(100_000)}`),
      Buffer.from([0xff, 0xfe, 0x0a]),
    ]);
    await assert.rejects(read(late), fault(/not utf-8 text/));
    await assert.rejects(read(Buffer.from('PK\x03\x04rest', 'latin1')), fault(/Excel/));
    const cut = gzipSync(
      `a,b\n${Array.from({ length: 50_000 }, (_, i) => `${i},${i * 7919}`).join('\n')}`,
    ).subarray(0, -9);
    await assert.rejects(read(cut));
  });
});

describe('the rows of a JSON Lines file', () => {
  it('give their keys as columns, nested ones joined by points, and refuse lines that are no object', async () => {
    const { columns, rows, format } = await read(
      '{"id":7,"address":{"city":"杭州"},"vip":true}\n\n[1]\n{"id":8,"tags":["a","b"]}\n{"id":',
    );
    assert.equal(format.type, 'jsonl');
    assert.deepEqual(columns, ['id', 'address.city', 'vip', 'tags']);
    assert.deepEqual(rows, [
      [1, '7', '杭州', 'true', ''],
      [3, 'row_unreadable'],
      [4, '8', '', '', 'a,b'],
      [5, 'row_unreadable'],
    ]);
  });
});
