import { EventEmitter } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { stopStages } from './stack.ts';
import { onStopRequest } from './stop-request.ts';

/** Plays signals at times (ms) and tells what was asked for. */
function play(signals: readonly (readonly [name: NodeJS.Signals, atMs: number])[]): string[] {
  const source = new EventEmitter();
  const asked: string[] = [];
  let now = 0;
  onStopRequest({ first: (name) => asked.push(`first ${name}`), second: () => asked.push('second') }, source, () => now);
  for (const [name, atMs] of signals) {
    now = atMs;
    source.emit(name, name);
  }
  return asked;
}

describe('one Ctrl-C is one request, however often it arrives', () => {
  test.each([
    ['nothing', [], []],
    ['one', [['SIGINT', 5]], ['first SIGINT']],
    [
      'from the terminal and passed on by npm',
      [
        ['SIGINT', 5],
        ['SIGINT', 9],
      ],
      ['first SIGINT'],
    ],
    [
      'three times within the second',
      [
        ['SIGINT', 5],
        ['SIGINT', 400],
        ['SIGTERM', 1_005],
      ],
      ['first SIGINT'],
    ],
    [
      'pressed again later',
      [
        ['SIGINT', 5],
        ['SIGINT', 1_006],
      ],
      ['first SIGINT', 'second'],
    ],
    [
      'another signal later',
      [
        ['SIGTERM', 0],
        ['SIGINT', 5_000],
      ],
      ['first SIGTERM', 'second'],
    ],
    ['a closed terminal', [['SIGHUP', 3]], ['first SIGHUP']],
  ] as const)('%s', (_, signals, asked) => {
    expect(play(signals)).toEqual(asked);
  });
});

test.each([
  [[], []],
  [['mongod'], [['mongod']]],
  [
    ['redis', 'mongod', 'hr', 'gateway', 'sales'],
    [['gateway'], ['hr', 'sales'], ['redis'], ['mongod']],
  ],
  [['sales', 'risk'], [['sales', 'risk']]],
])('%j stops in stages', (names, stages) => {
  expect(stopStages(names)).toEqual(stages);
});
