import { expect, test } from '@jest/globals';
import { canonicalHash, canonicalJson } from './canonical.js';
import { DomainError, DomainErrors, invariant, InvariantViolation, refuseAll } from './errors.js';

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

test('equal values have equal canonical text, whatever the order of their keys', () => {
  expect(canonicalJson({ b: 1, a: [{ d: undefined, c: new Date(0) }] })).toBe('{"a":[{"c":"1970-01-01T00:00:00.000Z"}],"b":1}');
  expect(canonicalHash({ a: 1, b: 2 })).toBe(canonicalHash({ b: 2, a: 1 }));
  expect(canonicalHash({ a: 1 })).not.toBe(canonicalHash({ a: '1' }));
  expect(canonicalHash([1, 2])).not.toBe(canonicalHash([2, 1]));
});
