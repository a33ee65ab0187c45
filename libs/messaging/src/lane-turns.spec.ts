import { describe, expect, test } from '@jest/globals';
import { LaneTurns } from './lane-turns.js';

function gate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

describe('messages of one lane take turns', () => {
  test('the second begins when the first has ended, another lane does not wait', async () => {
    const turns = new LaneTurns();
    const first = gate();
    const seen: string[] = [];
    const one = turns.take('sales:app_1', async () => {
      await first.opened;
      seen.push('one');
    });
    const two = turns.take('sales:app_1', async () => void seen.push('two'));
    await turns.take('sales:app_2', async () => void seen.push('other'));
    expect(seen).toEqual(['other']);
    first.open();
    await Promise.all([one, two]);
    expect(seen).toEqual(['other', 'one', 'two']);
  });

  test('a failure is the failing message’s own: the next one runs', async () => {
    const turns = new LaneTurns();
    const failed = turns.take('a', () => Promise.reject(new Error('no')));
    const next = turns.take('a', () => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('done');
  });

  test('a lane that is quiet is forgotten', async () => {
    const turns = new LaneTurns();
    await Promise.all(['a', 'b', 'a'].map((lane) => turns.take(lane, () => Promise.resolve())));
    await Promise.resolve();
    expect(turns.size).toBe(0);
  });
});
