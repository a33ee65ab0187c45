import { describe, expect, test } from '@jest/globals';
import { FileUrls } from './signed-url.js';
import type { FileGrant, FileOperation } from './signed-url.js';

const secret = 'a-secret-of-at-least-thirty-two-bytes';
const urls = new FileUrls(secret, 'http://gateway');
const grant: FileGrant = { operation: 'put', department: 'sales', fileId: 'fil_1', expiresAtS: 1_000, maxBytes: 500 };
const before = 999_999;

function requestOf(url: string): { operation: FileOperation; department: string; fileId: string; query: Record<string, string> } {
  const { pathname, searchParams } = new URL(url);
  const [, , department = '', fileId = ''] = pathname.split('/');
  return { operation: 'put', department, fileId, query: Object.fromEntries(searchParams) };
}

test('[4.18] a signed URL is accepted until its last millisecond', () => {
  expect(urls.check(requestOf(urls.sign(grant)), before)).toEqual({ ok: true, grant });
});

describe('a URL that was bent', () => {
  const good = requestOf(urls.sign(grant));
  const withQuery = (query: Record<string, string | string[] | undefined>) => ({ ...good, query: { ...good.query, ...query } });
  test.each([
    ['expired', good, 1_000_000, 'EXPIRED'],
    ['another file', { ...good, fileId: 'fil_2' }, before, 'BAD_SIGNATURE'],
    ['another department', { ...good, department: 'risk' }, before, 'BAD_SIGNATURE'],
    ['a larger size', withQuery({ max: '501' }), before, 'BAD_SIGNATURE'],
    ['a later end', withQuery({ exp: '2000' }), before, 'BAD_SIGNATURE'],
    ['a later end after the first has passed', withQuery({ exp: '2000' }), 1_500_000, 'BAD_SIGNATURE'],
    ['an upload used for a download', { ...good, operation: 'get' as const }, before, 'MALFORMED'],
    ['an upload re-labelled as a download', { ...withQuery({ op: 'get' }), operation: 'get' as const }, before, 'BAD_SIGNATURE'],
    ['no signature', withQuery({ sig: undefined }), before, 'MALFORMED'],
    ['an empty signature', withQuery({ sig: '' }), before, 'BAD_SIGNATURE'],
    ['two signatures', withQuery({ sig: [String(good.query['sig']), 'x'] }), before, 'MALFORMED'],
    ['a size in exponents', withQuery({ max: '5e2' }), before, 'MALFORMED'],
    ['a negative end', withQuery({ exp: '-1' }), before, 'MALFORMED'],
    ['no query at all', { ...good, query: {} }, before, 'MALFORMED'],
  ])('%s is refused', (_title, request, nowMs, problem) => {
    expect(urls.check(request, nowMs)).toEqual({ ok: false, problem });
  });

  test('signed with another secret is refused', () => {
    const foreign = new FileUrls('another-secret-of-thirty-two-bytes!!').sign(grant);
    expect(urls.check(requestOf(`http://x${foreign}`), before)).toEqual({ ok: false, problem: 'BAD_SIGNATURE' });
  });
});

test('a secret that is too short is refused at boot', () => {
  expect(() => new FileUrls('short')).toThrow(TypeError);
});
