import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitStatements } from './split-statements.ts';

test('statements end at semicolons', () => {
  assert.deepEqual(splitStatements('SELECT 1;\nSELECT 2'), ['SELECT 1', 'SELECT 2']);
});

test('a semicolon in a string, a quoted name or a comment ends nothing', () => {
  for (const text of [
    "SELECT ';'",
    "SELECT 'it\\'s; here'",
    "SELECT 'it''s; here'",
    'SELECT `a;b`, "c;d"',
    'SELECT 1 -- a; b',
    'SELECT /* a; b */ 1',
  ]) {
    assert.deepEqual(splitStatements(`${text}\n;`), [text]);
  }
});

test('nothing but comments is no statement', () => {
  assert.deepEqual(splitStatements('-- only a remark;\n;;\n/* ; */'), []);
});

test('a comment before a statement belongs to it', () => {
  assert.deepEqual(splitStatements('-- why\nSELECT 1;'), ['-- why\nSELECT 1']);
});
