import { describe, expect, test } from '@jest/globals';
import { readOptions } from './options.ts';

describe('the command line', () => {
  test('has a run of two minutes when nothing is said', () => {
    expect(readOptions([], '/there')).toMatchObject({ seeds: [1], loans: 12, minutes: 2, mutants: false, keep: '/there/out/faults' });
  });

  test.each([
    [59, 2, 6],
    [60, 2, 12],
    [61, 3, 12],
    [200, 7, 12],
  ])('lets %d loans take %d minutes, %d at a time', (loans, minutes, clients) => {
    expect(readOptions(['--loans', String(loans)], '/there')).toMatchObject({ loans, minutes, clients });
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
