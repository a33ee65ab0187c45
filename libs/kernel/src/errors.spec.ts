import { describe, expect, test } from '@jest/globals';
import { canonicalHash, canonicalJson } from './canonical.js';
import { DomainError, DomainErrors, invariant, InvariantViolation, refuseAll, troubleOf } from './errors.js';

test('all refusals of a form come at once', () => {
  expect(() => refuseAll([])).not.toThrow();
  expect(() => refuseAll([new DomainError('A')])).toThrow(expect.objectContaining({ code: 'A' }));
  const both = [new DomainError('A'), new DomainError('B', {}, 'field')];
  expect(() => refuseAll(both)).toThrow(DomainErrors);
  expect(() => refuseAll(both)).toThrow(expect.objectContaining({ code: 'A', all: both }));
});

test('an invariant is a bug, not a refusal', () => {
  expect(() => invariant(false, 'impossible')).toThrow(InvariantViolation);
  expect(() => invariant(true, 'impossible')).not.toThrow();
});

describe('[3.7] the trouble that goes to a log', () => {
  const withCode = (code: unknown, name = 'MongoServerError') =>
    Object.assign(new Error('dup key: { phone: "13800138000" }'), { code, name });

  test.each<[string, unknown, RegExp]>([
    ['a refusal is its code', new DomainError('LEAD_CLOSED', { state: '13800138000' }), /^LEAD_CLOSED$/],
    ['a bug is its kind and its place', new TypeError('王小明 13800138000'), /^TypeError at errors\.spec\.ts:\d+$/],
    ['a database says its number too', withCode(11_000), /^MongoServerError 11000 at errors\.spec\.ts:\d+$/],
    ['a code that is a sentence is left out', withCode('of 王小明 13800138000'), /^MongoServerError at errors\.spec\.ts:\d+$/],
    ['a name that is a sentence is left out', withCode('E1', '王小明 13800138000'), /^E1/],
    ['neither name nor code', withCode(null, '王 13800138000'), /^Error at/],
    ['a message of many lines', new Error('a\n    at 13800138000.ts:1:1\nb'), /^Error at errors\.spec\.ts:\d+$/],
    ['an empty message', new Error(''), /^Error at errors\.spec\.ts:\d+$/],
    ['without a stack', Object.assign(new Error('13800138000'), { stack: undefined }), /^Error$/],
    ['a stack that does not hold the message', Object.assign(new Error('x'), { stack: '13800138000\n    at y.ts:1:1' }), /^Error$/],
    ['a thrown text', '王小明 13800138000', /^unknown$/],
    ['a thrown object', { phone: '13800138000' }, /^unknown$/],
    ['nothing', undefined, /^unknown$/],
  ])('%s', (_title, error, expected) => {
    expect(troubleOf(error)).toMatch(expected);
    expect(troubleOf(error)).not.toMatch(/138|王/);
  });
});

test('equal values have equal canonical text, whatever the order of their keys', () => {
  expect(canonicalJson({ b: 1, a: [{ d: undefined, c: new Date(0) }] })).toBe('{"a":[{"c":"1970-01-01T00:00:00.000Z"}],"b":1}');
  expect(canonicalHash({ a: 1, b: 2 })).toBe(canonicalHash({ b: 2, a: 1 }));
  expect(canonicalHash({ a: 1 })).not.toBe(canonicalHash({ a: '1' }));
  expect(canonicalHash([1, 2])).not.toBe(canonicalHash([2, 1]));
});
