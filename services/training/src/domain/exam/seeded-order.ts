import { invariant } from '@weilend/kernel';

// The order in which questions and choices come (随机顺序): drawn from a seed that is kept, so that everybody gets another order and an
// auditor can repeat each of them.

/** Seeds are whole numbers from 0 below this. */
export const SEEDS = 2 ** 32;

/** All of `given` in an order that the seed decides (Fisher-Yates); equal seeds give equal orders. */
export function shuffled<T>(given: readonly T[], seed: number): T[] {
  invariant(Number.isInteger(seed) && seed >= 0 && seed < SEEDS, 'a seed is a whole number of 32 bits');
  const next = numbersOf(seed);
  const order = [...given];
  for (let last = order.length - 1; last > 0; last--) {
    const place = Math.floor(next() * (last + 1));
    const moved = order[last] as T;
    order[last] = order[place] as T;
    order[place] = moved;
  }
  return order;
}

/** A seed of its own for each part of what one seed decides. */
export function seedOf(seed: number, part: number): number {
  return Math.floor(numbersOf((seed ^ Math.imul(part + 1, 0x9e3779b1)) >>> 0)() * SEEDS);
}

/** Numbers from 0 below 1 (mulberry32): even enough for orders, the same on every machine. */
function numbersOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / SEEDS;
  };
}
