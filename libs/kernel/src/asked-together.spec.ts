import { expect, test } from '@jest/globals';
import { AskedTogether } from './asked-together.js';

interface Search {
  readonly key: string;
  end(value: number): void;
  fail(error: Error): void;
}

function searches(): { begun: Search[]; together: AskedTogether<number> } {
  const begun: Search[] = [];
  const together = new AskedTogether<number>((key) => new Promise<number>((end, fail) => begun.push({ key, end, fail })));
  return { begun, together };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('whoever asks alone gets his own search', async () => {
  const { begun, together } = searches();
  for (const value of [1, 2]) {
    const answer = together.ask('a');
    begun.at(-1)?.end(value);
    expect(await answer).toBe(value);
  }
  expect(begun).toHaveLength(2);
});

test('whoever comes while a search runs gets one that began after he asked, all of them the same', async () => {
  const { begun, together } = searches();
  const first = together.ask('a');
  const later = [together.ask('a'), together.ask('a'), together.ask('a')];
  expect(begun).toHaveLength(1);
  begun[0]?.end(1);
  expect(await first).toBe(1);
  await settled();
  expect(begun).toHaveLength(2);
  const latest = together.ask('a');
  begun[1]?.end(2);
  expect(await Promise.all(later)).toEqual([2, 2, 2]);
  await settled();
  begun[2]?.end(3);
  expect(await latest).toBe(3);
  expect(begun).toHaveLength(3);
});

test('keys do not wait for each other', () => {
  const { begun, together } = searches();
  void together.ask('a');
  void together.ask('b');
  expect(begun.map((one) => one.key)).toEqual(['a', 'b']);
});

test('a search that fails is the failure of those who waited for it, and of nobody after them', async () => {
  const { begun, together } = searches();
  const first = together.ask('a');
  const second = together.ask('a');
  begun[0]?.fail(new Error('no'));
  await expect(first).rejects.toThrow('no');
  await settled();
  begun[1]?.end(5);
  expect(await second).toBe(5);
  const third = together.ask('a');
  begun[2]?.end(6);
  expect(await third).toBe(6);
});
