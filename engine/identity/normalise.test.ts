import assert from 'node:assert/strict';
import { it } from 'node:test';
import { normaliseIdentifier } from './normalise.ts';

it('brings every way of writing a phone to one E.164 number', () => {
  for (const stated of [
    '13812349876',
    '138 1234 9876',
    '+86-138-1234-9876',
    '0086 13812349876',
    '１３８１２３４９８７６',
  ]) {
    assert.deepEqual(normaliseIdentifier('phone', stated), { value: '+8613812349876' }, stated);
  }
});

it('keeps a foreign number that names its country', () => {
  assert.deepEqual(normaliseIdentifier('phone', '+44 20 7946 0958'), { value: '+442079460958' });
});

it('refuses what a shop masked, what nobody can call and what thousands share', () => {
  assert.deepEqual(normaliseIdentifier('phone', '138****9876'), { refused: 'masked' });
  assert.deepEqual(normaliseIdentifier('tmall_id', 't**b'), { refused: 'masked' });
  assert.deepEqual(normaliseIdentifier('phone', '12'), { refused: 'malformed' });
  assert.deepEqual(normaliseIdentifier('phone', '13800138000'), { refused: 'junk' });
  assert.deepEqual(normaliseIdentifier('email', 'TEST@test.com'), { refused: 'junk' });
  assert.deepEqual(normaliseIdentifier('email', 'nobody'), { refused: 'malformed' });
  for (const blocked of ['000', '---', '-1', 'null', 'Anonymous', '未知']) {
    assert.deepEqual(normaliseIdentifier('user_id', blocked), { refused: 'junk' }, blocked);
  }
});

it('folds the case of emails and of nothing else', () => {
  assert.deepEqual(normaliseIdentifier('email', ' Li.Na@Example.CN '), {
    value: 'li.na@example.cn',
  });
  assert.deepEqual(normaliseIdentifier('openid', 'oAbC'), { value: 'oAbC' });
});
