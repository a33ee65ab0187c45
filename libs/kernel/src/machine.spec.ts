import { describe, expect, test } from '@jest/globals';
import { defineMachine } from './machine.js';

const door = defineMachine<'open' | 'shut' | 'gone', 'shut' | 'open' | 'remove'>({
  name: 'door',
  initial: 'open',
  states: { open: { shut: 'shut', remove: 'gone' }, shut: { open: 'open' }, gone: {} },
});

describe('[7.12] a transition that the machine lacks is refused with those it has', () => {
  test.each([
    ['open', 'open', ['shut', 'remove']],
    ['shut', 'remove', ['open']],
    ['gone', 'open', []],
  ] as const)('%s does not allow %s', (state, event, allowed) => {
    expect(() => door.next(state, event)).toThrow(
      expect.objectContaining({ code: 'ILLEGAL_TRANSITION', data: { machine: 'door', state, event, allowed } }),
    );
    expect(door.can(state, event)).toBe(false);
  });

  test('what it allows goes on', () => {
    expect(door.next('open', 'shut')).toBe('shut');
    expect(door.isFinal('gone')).toBe(true);
    expect(door.isFinal('open')).toBe(false);
  });
});

test('a state that nothing leads to is a bug of the definition', () => {
  expect(() => defineMachine<'a' | 'lost', 'go'>({ name: 'broken', initial: 'a', states: { a: {}, lost: { go: 'a' } } })).toThrow(
    'nothing leads to: lost',
  );
});
