import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guessDelimiter, isJsonLines } from './delimiter.ts';
import { createPeopleMapper } from './people.ts';
import { bindMapping, mappingFault, type Plan } from './plan.ts';
import { guessColumns, guessKind, suggestMapping } from './suggest.ts';

const place = { timezone: 'Asia/Shanghai', currency: 'CNY' };

describe('the suggested mapping', () => {
  it('recognises the headers of a Chinese order export and its status words', () => {
    const columns = [
      '订单编号',
      '下单时间',
      '买家会员名',
      '手机号',
      '商品编码',
      '数量',
      '单价',
      '订单状态',
      '备注',
    ];
    const rows = [
      ['T1', '2026-11-11 00:30:00', 'li**', '13812349876', 'K1', '1', '199.00', '交易成功', ''],
    ];
    assert.equal(guessKind(columns), 'orders');
    const mapping = suggestMapping('orders', guessColumns('orders', columns, rows), place);
    assert.equal(mappingFault(mapping), null);
    assert.deepEqual(
      mapping.columns.map(({ column, target }) => [column, target]),
      [
        ['订单编号', 'order.number'],
        ['下单时间', 'order.time'],
        ['买家会员名', 'identifier.tmall_id'],
        ['手机号', 'identifier.phone'],
        ['商品编码', 'line.sku'],
        ['数量', 'line.quantity'],
        ['单价', 'line.unit_price'],
        ['订单状态', 'order.status'],
      ],
    );
    assert.deepEqual(mapping.columns.at(-1)?.values, { 交易成功: 'completed' });
  });

  it('recognises phones and emails by their values, and says when day and month are open', () => {
    const columns = ['联系', 'contact', 'joined_at', 'vip'];
    const rows = [
      ['13812349876', 'a@b.cn', '2/1/2026', '是'],
      ['13912349876', 'c@d.cn', '25/1/2026', '否'],
    ];
    const guesses = guessColumns('people', columns, rows);
    assert.deepEqual(
      guesses.map(({ type, suggestion }) => [type, suggestion?.target, suggestion?.dateOrder]),
      [
        ['text', 'identifier.phone', undefined],
        ['text', 'identifier.email', undefined],
        ['time', 'time', 'dmy'],
        ['boolean', 'trait.vip', undefined],
      ],
    );
  });

  it('says what is missing before a row is read', () => {
    const column = { column: 'a', target: 'trait.a' };
    assert.match(
      mappingFault({ kind: 'people', columns: [column], timezone: 'UTC' })?.en ?? '',
      /identifier/,
    );
    assert.match(
      mappingFault({ kind: 'people', columns: [column], timezone: 'Mars' })?.en ?? '',
      /zone/,
    );
    const product = { column: 'a', target: 'line.sku' };
    assert.match(
      mappingFault({ kind: 'people', columns: [product], timezone: 'UTC' })?.en ?? '',
      /no target/,
    );
  });
});

describe('a row of people', () => {
  const plan = bindMapping(
    {
      kind: 'people',
      timezone: 'Asia/Shanghai',
      columns: [
        { column: 'phone', target: 'identifier.phone' },
        {
          column: 'sms',
          target: 'consent.marketing.sms',
          values: { 订阅: 'granted', 退订: 'withdrawn' },
        },
        { column: 'age', target: 'trait.age', type: 'number' },
      ],
      consents: [{ purpose: 'marketing', channel: 'email', evidence: '2026 入会协议' }],
    },
    ['phone', 'sms', 'age'],
  ) as Plan;
  const context = { importKey: 'k', importId: 4, startedAt: '2026-11-22T00:00:00.000Z' };
  const map = (...cells: string[]) => createPeopleMapper(plan, context)({ file: 0, row: 2, cells });

  it('carries identifiers, traits, the consent of its column and the consent stated for all', () => {
    const outcome = map('13812349876', '退订', '31');
    assert.ok('message' in outcome);
    assert.deepEqual(outcome.message.traits, { age: 31 });
    assert.deepEqual(
      outcome.message.consents?.map(({ channel, state }) => [channel, state]),
      [
        ['email', 'granted'],
        ['sms', 'withdrawn'],
      ],
    );
    assert.equal(outcome.message.messageId, 'imp-k-0-2');
  });

  it('is refused with its column and reason when it names nobody', () => {
    const code = (...cells: string[]) => {
      const outcome = map(...cells);
      return 'faults' in outcome ? outcome.faults[0]?.code : undefined;
    };
    assert.equal(code('', '订阅', '3'), 'identifier_missing');
    assert.equal(code('138****9876', '', ''), 'identifier_masked');
    assert.equal(code('123', '', ''), 'identifier_invalid');
    assert.equal(code('13812349876', '也许', ''), 'consent_unknown');
    assert.equal(code('13812349876', '', 'old'), 'number_invalid');
  });
});

describe('the format of a file', () => {
  it('is found in its first lines, quoted delimiters not counted', () => {
    assert.equal(guessDelimiter('a;b;c\n"1,5,6";2;3\n'), ';');
    assert.equal(guessDelimiter('a\tb\n1\t2\n'), '\t');
    assert.equal(guessDelimiter('a\n1\n'), ',');
    assert.equal(isJsonLines('{"a":1}\n{"a":2}\n'), true);
    assert.equal(isJsonLines('a,b\n'), false);
  });
});
