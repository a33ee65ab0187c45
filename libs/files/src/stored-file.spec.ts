import { expect, test } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import { checkDeclaration, FILE_STATES, fileMachine, judgeBytes } from './stored-file.js';
import type { FileEvent } from './stored-file.js';

const policy = { maxBytes: 1_000, contentTypes: ['image/*', 'application/pdf'] };
const good = { fileName: '身份证.jpg', contentType: 'image/jpeg', sizeBytes: 10, sha256: 'a'.repeat(64) };

test.each([[good], [{ ...good, contentType: 'application/pdf', sizeBytes: 1_000 }]])(
  '[4.5] a declaration within the policy is accepted',
  (declared) => {
    expect(() => checkDeclaration(declared, policy)).not.toThrow();
  },
);

test.each([
  ['fileName', { ...good, fileName: '' }],
  ['fileName', { ...good, fileName: '../etc/passwd' }],
  ['fileName', { ...good, fileName: 'a\nb' }],
  ['fileName', { ...good, fileName: 'x'.repeat(201) }],
  ['contentType', { ...good, contentType: 'text/html' }],
  ['contentType', { ...good, contentType: 'image' }],
  ['contentType', { ...good, contentType: 'image/jpeg; charset=x' }],
  ['contentType', { ...good, contentType: 'imagex/jpeg' }],
  ['sizeBytes', { ...good, sizeBytes: 0 }],
  ['sizeBytes', { ...good, sizeBytes: -5 }],
  ['sizeBytes', { ...good, sizeBytes: 1.5 }],
  ['sizeBytes', { ...good, sizeBytes: 1_001 }],
  ['sha256', { ...good, sha256: 'A'.repeat(64) }],
  ['sha256', { ...good, sha256: 'a'.repeat(63) }],
])('[4.5] a declaration with a bad %s is refused by field', (field, declared) => {
  const refused = (): unknown => {
    try {
      checkDeclaration(declared, policy);
      return null;
    } catch (error) {
      return error;
    }
  };
  expect(refused()).toBeInstanceOf(DomainError);
  expect(refused()).toMatchObject({ code: 'INPUT_INVALID', field });
});

test.each([
  ['accept', { sha256: good.sha256, sizeBytes: 10 }],
  ['reject', { sha256: 'b'.repeat(64), sizeBytes: 10 }],
  ['reject', { sha256: good.sha256, sizeBytes: 9 }],
])('[4.18] bytes are judged by hash and size: %s', (verdict, actual) => {
  expect(judgeBytes(good, actual)).toBe(verdict);
});

test('only a verified file can be attached, and an attached one does nothing more', () => {
  const events: FileEvent[] = ['store', 'accept', 'reject', 'attach'];
  const allowed = FILE_STATES.flatMap((state) =>
    events.filter((event) => fileMachine.can(state, event)).map((event) => `${state} ${event}`),
  );
  expect(allowed).toEqual(['requested store', 'uploaded accept', 'uploaded reject', 'verified attach']);
});
