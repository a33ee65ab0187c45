import { describe, expect, test } from '@jest/globals';
import { readOptions } from './options.ts';

describe('the command line', () => {
  test('has a run of two minutes when nothing is said', () => {
    expect(readOptions([], '/there')).toMatchObject({ seeds: [1], loans: 12, minutes: 2, mutants: false, keep: '/there/out/faults' });
  });

  test('takes a row of seeds and some kinds', () => {
    expect(readOptions(['--seed', '1..5', '--kinds', 'cut,flush-redis'], '/')).toMatchObject({
      seeds: [1, 2, 3, 4, 5],
      kinds: ['cut', 'flush-redis'],
    });
  });

  test.each([[['--seed', 'x']], [['--seed', '5..1']], [['--loans', '0']], [['--kinds', 'earthquake']], [['--speed', '1']]])(
    'refuses %j with the usage',
    (argv) => {
      expect(() => readOptions(argv, '/')).toThrow('npm run faults');
    },
  );
});
