import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readImportReach } from '@siyu/contract/channel';
import {
  deleteImportFile,
  downloadImportErrors,
  type Import,
  type ImportMapping,
  listImportErrors,
  listImports,
  listImportTemplates,
  previewImportFile,
  readImport,
  resumeImport,
  saveImportTemplate,
  startImport,
  stopImport,
  tryImport,
  uploadImportFile,
} from '@siyu/contract/collect';
import { sumDocuments } from '@siyu/contract/commerce';
import { sql } from 'kysely';
import { type Pipeline, startPipeline } from '../../../pipeline/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type Caller, type TestApp, testApp } from '../../../testing/app.ts';
import { createSource } from '../index.ts';
import { runImport } from './run-import.ts';

let app: TestApp;
let pipeline: Pipeline;
let source: { sourceId: number; publicId: string };
before(async () => {
  app = await testApp();
  const { orgId } = await app.aStore();
  const place = { kind: 'file', channel: 'pos', name: '门店会员', orgId };
  source = await createSource(app.platform.postgres.db(), place, app.platform.clock.now());
  pipeline = await startPipeline(app.platform);
});
after(async () => {
  await pipeline.close();
  await app.close();
});

async function upload(name: string, content: string | Buffer, as: Caller = app.admin) {
  const input = {
    query: { name },
    body: Buffer.from(content) as never,
    headers: { 'content-type': 'application/octet-stream' },
  };
  return app.call(uploadImportFile, input, as);
}

/** Starts an import and runs it here, as its job would. */
async function run(file: string, mapping: ImportMapping, name = 'Import'): Promise<Import> {
  const { id } = await app.call(startImport, {
    body: { name, source: source.publicId, files: [{ file }], mapping },
  });
  await runImport(app.platform, await idOf(id));
  await pipeline.idle();
  return app.call(readImport, { params: { import: id } });
}

async function idOf(publicId: string): Promise<number> {
  const { rows } = await sql<{ import_id: number }>`
    select import_id from collect.import where public_id = ${publicId}`.execute(
    app.platform.postgres.db(),
  );
  return rows[0]?.import_id ?? 0;
}

const count = async (what: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(what)}`.execute(
    app.platform.postgres.db(),
  );
  return rows[0]?.n ?? 0;
};

const members = [
  '会员编号,手机号,姓名,城市,短信订阅',
  'M1,13812349871,李娜,杭州,是',
  'M2,138****9872,王芳,上海,否',
  ',138****9873,张伟,北京,是',
  'M4,13812349874,刘洋,杭州,也许',
  'M5,13812349875,陈静,苏州,',
].join('\n');

describe('importing people', () => {
  let memberMapping: ImportMapping;

  it('goes from upload through preview and trial to people, consents and an error file', async () => {
    const file = await upload('会员.csv', members);
    const preview = await app.call(previewImportFile, { params: { file: file.id }, body: {} });
    assert.equal(preview.kind, 'people');
    assert.deepEqual(
      preview.mapping.columns.map(({ target }) => target),
      ['identifier.user_id', 'identifier.phone', 'trait.name', 'trait.city'],
    );
    const mapping: ImportMapping = {
      ...preview.mapping,
      columns: [
        ...preview.mapping.columns,
        { column: '短信订阅', target: 'consent.marketing.sms' },
      ],
      consents: [
        { purpose: 'service', channel: 'email', evidence: '2026 年入会协议，门店纸质签名' },
      ],
    };
    const trial = await app.call(tryImport, { body: { file: file.id, mapping } });
    assert.deepEqual([trial.people, trial.problems.length], [3, 2]);
    assert.ok(
      !JSON.stringify(trial.samples).includes('13812349871'),
      'a trial shows no phone in the clear',
    );

    const done = await run(file.id, mapping);
    memberMapping = mapping;
    assert.equal(done.state, 'done');
    assert.deepEqual([done.settled, done.progress], [true, 10_000]);
    const { rows, errors, people, consents } = done.counts;
    assert.deepEqual([rows, errors, people, consents], [5, 2, 3, 5]);
    assert.equal(await count('identity.person'), 3);
    assert.equal(await count('privacy.consent_entry'), 5);

    const problems = await app.call(listImportErrors, {
      params: { import: done.id },
      query: { limit: 1 },
    });
    assert.deepEqual(
      problems.items.map(({ row, column, code }) => [row, column, code]),
      [[4, '手机号', 'identifier_masked']],
    );
    const rest = await app.call(listImportErrors, {
      params: { import: done.id },
      query: { cursor: problems.next ?? '' },
    });
    assert.deepEqual([rest.items[0]?.code, rest.next], ['consent_unknown', null]);
    const download = await app.ask(downloadImportErrors, { params: { import: done.id } });
    const lines = String(download.body).split('\r\n');
    assert.match(lines[1] ?? '', /^会员\.csv,4,手机号,.*脱敏.*,张伟,北京,是$/);
  });

  it('says whom it made, how many can be reached by each channel, and why the rest cannot', async () => {
    const id = (await app.call(listImports)).items[0]?.id ?? '';
    const reach = await app.call(readImportReach, { params: { import: id } });
    assert.deepEqual([reach.people, reach.newPeople], [3, 3]);
    const of = (channel: string) => reach.channels.find((each) => each.channel === channel);
    assert.deepEqual(of('sms'), {
      channel: 'sms',
      reachable: 1,
      reasons: [
        { reason: 'missing_address', people: 1 },
        { reason: 'no_consent', people: 1 },
      ],
    });
    assert.deepEqual(of('email')?.reasons, [{ reason: 'missing_address', people: 3 }]);
  });

  it('is harmless to run twice', async () => {
    const before = [
      await count('identity.person'),
      await count('identity.identity'),
      await count('privacy.consent_entry'),
    ];
    await run((await upload('会员.csv', members)).id, memberMapping);
    const { id } = await run((await upload('again.csv', members)).id, memberMapping);
    const reach = await app.call(readImportReach, { params: { import: id } });
    assert.deepEqual([reach.people, reach.newPeople], [3, 0]);
    const now = [
      await count('identity.person'),
      await count('identity.identity'),
      await count('privacy.consent_entry'),
    ];
    assert.deepEqual(now, before);
  });

  it('says what stands in the way before anything is taken', async () => {
    const file = await upload('open-quote.csv', 'phone,name\n13812349876,a\n"13812349877,b\n');
    const { mapping } = await app.call(previewImportFile, {
      params: { file: (await upload('x.csv', 'phone,name\n13812349876,a\n')).id },
      body: {},
    });
    const people = await count('identity.person');
    const failed = await run(file.id, mapping);
    assert.equal(failed.state, 'failed');
    assert.match(failed.message ?? '', /第 3 行.*never closed/);
    assert.equal(await count('identity.person'), people);
    const bad = await app.ask(startImport, {
      body: {
        name: 'x',
        source: source.publicId,
        files: [{ file: file.id }],
        mapping: {
          kind: 'people',
          columns: [{ column: 'name', target: 'trait.name' }],
          timezone: 'UTC',
        },
      },
    });
    assert.deepEqual(
      [bad.status, (bad.body as { code: string }).code],
      [422, 'collect.import_mapping_invalid'],
    );
  });

  it('keeps an upload to its uploader, and deletes its content on request', async () => {
    const file = await upload('mine.csv', 'phone\n13812349876\n');
    const other = await app.login('operator');
    const asked = await app.ask(previewImportFile, { params: { file: file.id }, body: {} }, other);
    assert.equal(asked.status, 404);
    const deleted = await app.call(deleteImportFile, { params: { file: file.id } });
    assert.notEqual(deleted.deletedAt, null);
    assert.equal(
      (await app.ask(previewImportFile, { params: { file: file.id }, body: {} })).status,
      404,
    );
  });

  it('refuses what is no table of text, and leaves nothing behind', async () => {
    const files = await count('collect.import_file');
    for (const content of [Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(0)]) {
      const refused = await app.ask(uploadImportFile, {
        query: { name: 'x.xlsx' },
        body: content as never,
        headers: { 'content-type': 'application/octet-stream' },
      });
      assert.equal(refused.status, 422);
    }
    assert.equal(await count('collect.import_file'), files);
  });
});

describe('importing orders', () => {
  const orderFile = (documents: number): string =>
    [
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
      ...Array.from({ length: documents }, (_, number) => {
        const invoice = number % 7 === 3 ? `C${number}` : `${number}`;
        const sign = number % 7 === 3 ? '-' : '';
        const buyer = number % 5 === 0 ? '' : `${(number % 40) + 1}.0`;
        const head = `2011-0${(number % 9) + 1}-15 10:00:00`;
        return [
          `${invoice},A${number % 30},"CUP, RED",${sign}2,${head},2.55,${buyer},France`,
          number % 11 === 0 ? `${invoice},B1,BAD ROW,two,${head},1.00,${buyer},France` : '',
          `${invoice},B2,,${sign}1,${head},0.001,${buyer},France`,
        ].filter((line) => line !== '');
      }).flat(),
    ].join('\n');
  const good = (documents: number) =>
    Array.from({ length: documents }, (_, number) => number).filter((number) => number % 11 !== 0);
  const sumOf = (documents: number) =>
    good(documents).reduce((sum, number) => sum + (number % 7 === 3 ? -510 : 510), 0);

  async function retail(): Promise<ImportMapping> {
    const { items } = await app.call(listImportTemplates);
    return items.find(({ id }) => id === 'online_retail')?.mapping as ImportMapping;
  }

  async function totals() {
    const { totals } = await app.call(sumDocuments, { query: { source: source.publicId } });
    return {
      documents: totals.reduce((sum, { documents }) => sum + documents, 0),
      amount: totals.reduce((sum, { amount }) => sum + amount, 0),
    };
  }

  async function clickhouseSum(): Promise<number> {
    const [row] = await app.platform.clickhouse.query<{ sum: string }>({
      name: 'test.sum',
      sql: `SELECT toString(sum(revenue)) AS sum FROM collect_event
        WHERE name IN ('order_placed', 'order_refunded', 'order_adjusted', 'order_corrected')`,
    });
    return Number(row?.sum);
  }

  it('goes on where it stood after crashes between the log and its checkpoint, and loses or doubles nothing', async () => {
    const documents = 9000;
    const file = await upload('orders.csv', orderFile(documents));
    let crashes = 0;
    let appends = 0;
    // The process dies right after a batch became durable: nobody hears that it did.
    const dying: Platform = {
      ...app.platform,
      log: {
        ...app.platform.log,
        append: async (...given) => {
          const offset = await app.platform.log.append(...given);
          appends += 1;
          if (appends % 2 === 0) {
            crashes += 1;
            throw new Error('power failure');
          }
          return offset;
        },
      },
    };
    const { id } = await app.call(startImport, {
      body: {
        name: 'orders',
        source: source.publicId,
        files: [{ file: file.id }],
        mapping: await retail(),
      },
    });
    await assert.rejects(runImport(dying, await idOf(id)), /power failure/);
    for (let state = 'running'; state !== 'done'; ) {
      await runImport(dying, await idOf(id)).catch(() => undefined);
      ({ state } = await app.call(readImport, { params: { import: id } }));
    }
    await pipeline.idle();
    assert.ok(crashes >= 4, `${crashes} crashes`);
    const done = await app.call(readImport, { params: { import: id } });
    const bad = documents - good(documents).length;
    const lines = orderFile(documents).split('\n').length - 1;
    assert.deepEqual([done.counts.rows, done.counts.errors], [lines, bad * 3]);
    assert.equal(done.counts.orders + done.counts.refunds, good(documents).length);
    assert.deepEqual(await totals(), {
      documents: good(documents).length,
      amount: sumOf(documents),
    });
    assert.equal(await clickhouseSum(), sumOf(documents));
    let rows = 0;
    for (let cursor: string | undefined; ; ) {
      const page = await app.call(listImportErrors, {
        params: { import: id },
        query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) },
      });
      rows += page.items.length;
      if (page.next === null) break;
      cursor = page.next;
    }
    assert.equal(rows, bad * 3);
  });

  it('stops on request, keeps what was accepted, and goes on when resumed', async () => {
    const file = await upload('more.csv', orderFile(40));
    const { id } = await app.call(startImport, {
      body: {
        name: 'more',
        source: source.publicId,
        files: [{ file: file.id }],
        mapping: await retail(),
      },
    });
    const stopped = await app.call(stopImport, { params: { import: id } });
    assert.equal(stopped.state, 'stopped');
    assert.equal(await runImport(app.platform, await idOf(id)), false);
    assert.equal((await app.ask(stopImport, { params: { import: id } })).status, 409);
    await app.call(resumeImport, { params: { import: id } });
    assert.equal(await runImport(app.platform, await idOf(id)), true);
    assert.equal((await app.call(readImport, { params: { import: id } })).state, 'done');
    assert.equal((await app.ask(resumeImport, { params: { import: id } })).status, 409);
  });

  it('keeps a mapping as a template, and shows imports only to those who see their source', async () => {
    const mapping: ImportMapping = {
      kind: 'people',
      timezone: 'Asia/Shanghai',
      columns: [{ column: 'phone', target: 'identifier.phone' }],
    };
    const saved = await app.call(saveImportTemplate, { body: { name: '门店名单', mapping } });
    const again = await app.call(saveImportTemplate, { body: { name: '门店名单', mapping } });
    assert.equal(again.id, saved.id);
    const elsewhere = await app.login('operator', (await app.aStore()).code);
    assert.deepEqual((await app.call(listImports, {}, elsewhere)).items, []);
    const mine = (await app.call(listImports)).items[0]?.id ?? '';
    assert.equal((await app.ask(readImport, { params: { import: mine } }, elsewhere)).status, 404);
  });
});
