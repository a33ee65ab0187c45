import { describe, expect, it } from '@jest/globals';
import { decodeSortCursor, encodeSortCursor, pageSize } from './worklist-page.js';

describe('[7.4] pages of a sorted list', () => {
  it.each(['2026-02-15', 5_000_00])('a cursor at %s is read back', (key) => {
    expect(decodeSortCursor(encodeSortCursor({ key, id: 'lon_1' }), typeof key as 'string' | 'number')).toEqual({ key, id: 'lon_1' });
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['another shape', Buffer.from('{"key":1}').toString('base64url')],
    ['another sort', encodeSortCursor({ key: 1, id: 'lon_1' })],
    ['no id', Buffer.from('["2026-02-15"]').toString('base64url')],
    ['a condition instead of a key', Buffer.from('[{"$gt":""},"lon_1"]').toString('base64url')],
    ['a condition instead of an id', Buffer.from('["2026-02-15",{"$gt":""}]').toString('base64url')],
  ])('%s is refused', (_title, cursor) => expect(() => decodeSortCursor(cursor, 'string')).toThrow('INPUT_INVALID'));

  it.each([0, -1, 101])('a page of %i is refused', (first) => expect(() => pageSize(first)).toThrow('INPUT_INVALID'));
  it.each([
    [null, 20],
    [1, 1],
    [100, 100],
  ])('a page of %s has %i rows', (first, size) => expect(pageSize(first)).toBe(size));
});
