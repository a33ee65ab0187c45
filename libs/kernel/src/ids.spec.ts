import { expect, test } from '@jest/globals';
import { firstIdAt, isId, newId } from './ids.js';

test('ids rise in time, also within a millisecond, and never repeat', () => {
  const ids = Array.from({ length: 5_000 }, () => newId('app'));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => isId('app', id))).toBe(true);
});

test('the first id of an instant is below all that are made from then on, and above those of before', () => {
  const before = newId('app');
  const now = new Date();
  expect(isId('app', firstIdAt('app', now))).toBe(true);
  expect(firstIdAt('app', now) <= newId('app')).toBe(true);
  expect(firstIdAt('app', new Date(now.getTime() + 1)) > before).toBe(true);
  expect(firstIdAt('app', new Date(-1))).toBe('app_00000000000000000000000000');
});

test.each([
  ['cus', newId('app')],
  ['app', 'app_'],
  ['app', `${newId('app')}0`],
  ['app', newId('app').toUpperCase()],
  ['app', 'app_0000000000000000000000000i'],
])('%s does not take %s', (prefix, text) => {
  expect(isId(prefix, text)).toBe(false);
});
