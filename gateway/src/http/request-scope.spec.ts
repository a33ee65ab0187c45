import { expect, test } from '@jest/globals';
import { currentScope, languageOf, requestIdOf } from './request-scope.js';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['fr-FR', 'en'],
  ['zh', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-US,en;q=0.9,zh;q=0.8', 'en'],
  ['en;q=0.3, zh-Hant;q=0.7', 'zh'],
  ['fr, zh;q=0.2', 'zh'],
  ['zh;q=0, en;q=0.1', 'en'],
  ['zhuang', 'en'],
  [';;;q=,,', 'en'],
])('Accept-Language %j means %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});

test.each([
  ['order-4711', true],
  ['A_b.c-12', true],
  ['seven77', false],
  ['x'.repeat(65), false],
  ['new\nline-here', false],
  [['order-4711', 'order-4712'], false],
  [undefined, false],
])('x-request-id %j is taken: %s', (given, taken) => {
  const id = requestIdOf({ 'x-request-id': given });
  expect(id === given).toBe(taken);
  expect(id).toMatch(/^[\w.-]{8,64}$/);
});

test('outside of a request there is a scope without an id', () => {
  expect(currentScope()).toEqual({ requestId: '', language: 'en' });
});
