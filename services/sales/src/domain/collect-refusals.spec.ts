import { expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import { Refusals } from './collect-refusals.js';

const refuse = (code: string) => () => {
  throw new DomainError(code);
};

test('[4.4] all mistakes of a form are told at once, in order', () => {
  const refusals = new Refusals();
  expect(refusals.try(() => 7)).toBe(7);
  expect(refusals.try(refuse('A'))).toBeNull();
  refusals.add(new DomainError('B'));
  refusals.try(() => {
    throw new DomainErrors([new DomainError('C'), new DomainError('D')]);
  });
  const told = (): readonly string[] => {
    try {
      refusals.done();
      return [];
    } catch (error) {
      return error instanceof DomainErrors ? error.all.map((one) => one.code) : [];
    }
  };
  expect(told()).toEqual(['A', 'B', 'C', 'D']);
});

test('one mistake is thrown as itself, none is silence, a bug stays a bug', () => {
  const refusals = new Refusals();
  expect(() => refusals.done()).not.toThrow();
  expect(() => refusals.try(() => (undefined as unknown as { x: number }).x)).toThrow(TypeError);
  refusals.try(refuse('ONLY'));
  expect(() => refusals.done()).toThrow(expect.objectContaining({ code: 'ONLY', name: 'DomainError' }));
});
