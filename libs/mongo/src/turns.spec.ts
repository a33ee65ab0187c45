import { describe, expect, test } from '@jest/globals';
import { Turns } from './turns.js';

/** An act that ends when it is told to. */
function held() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, act: () => ended };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('turns on a key', () => {
  test('follow each other in the order they were asked for, one at a time', async () => {
    const [turns, seen] = [new Turns(), [] as string[]];
    let running = 0;
    const act = (name: string) => async (): Promise<string> => {
      expect(++running).toBe(1);
      await settled();
      running--;
      seen.push(name);
      return name;
    };
    const names = Array.from({ length: 60 }, (_, n) => `a${n}`);
    expect(await Promise.all(names.map((name) => turns.take('key', act(name))))).toEqual(names);
    expect(seen).toEqual(names);
  });

  test('do not wait for other keys', async () => {
    const [turns, first] = [new Turns(), held()];
    const waiting = turns.take('a', first.act);
    expect(await turns.take('b', () => Promise.resolve('done'))).toBe('done');
    first.end();
    await waiting;
  });

  test('go on after an act that fails, and its caller alone hears of it', async () => {
    const turns = new Turns();
    const failing = turns.take('key', () => Promise.reject(new Error('refused')));
    const next = turns.take('key', () => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('refused');
    expect(await next).toBe('next');
  });

  test('go on after an act that throws before it begins', async () => {
    const turns = new Turns();
    const failing = turns.take('key', () => {
      throw new Error('at once');
    });
    await expect(failing).rejects.toThrow('at once');
    expect(await turns.take('key', () => Promise.resolve(1))).toBe(1);
  });

  test('leave nothing behind', async () => {
    const [turns, first] = [new Turns(), held()];
    const all = [turns.take('a', first.act), turns.take('a', settled), turns.take('b', settled)];
    expect(turns.busy).toBe(2);
    first.end();
    await Promise.all(all);
    expect(turns.busy).toBe(0);
  });
});
