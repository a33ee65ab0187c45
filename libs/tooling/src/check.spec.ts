import { describe, expect, test } from '@jest/globals';
import { integrationTestsFor, stagesFor, unitTestArgs } from './check.ts';

const names = (changed: readonly string[]): string[] => stagesFor(changed).map(({ name }) => name);
const everywhere = () => true;

describe('the stages that a change can make fail', () => {
  test.each([
    ['nothing', [], ['tidy']],
    ['a text', ['README.md'], ['format', 'tidy']],
    ['a product', ['libs/kernel/src/money.ts'], ['build', 'types of products', 'generated files', 'lint', 'format', 'tidy']],
    ['a script', ['infra/local/start.ts'], ['lint', 'format', 'tidy', 'types of scripts']],
    ['a printed schema', ['services/finance/schema.graphql'], ['format', 'tidy', 'schema gate']],
  ])('%s', (_name, changed, stages) => {
    expect(names(changed)).toEqual(stages);
  });

  test('lint and format look at the changed files only', () => {
    const [, , , lint, format] = stagesFor(['libs/kernel/src/money.ts', 'README.md']);
    expect(lint?.args.slice(1)).toEqual(['libs/kernel/src/money.ts']);
    expect(format?.args.slice(-2)).toEqual(['libs/kernel/src/money.ts', 'README.md']);
  });
});

describe('the tests that a change can make fail', () => {
  test.each([
    [
      ['services/finance/src/use-cases/pay/pay.use-case.ts'],
      ['services/finance/src/use-cases/pay/pay.int-spec.ts', 'services/finance/src/use-cases/pay/pay.use-case.int-spec.ts'],
    ],
    [['services/finance/src/use-cases/pay/pay.int-spec.ts'], ['services/finance/src/use-cases/pay/pay.int-spec.ts']],
    [['libs/mongo/src/lease.ts'], ['libs/mongo/src/lease.int-spec.ts']],
    [['README.md', 'jest.config.mjs'], []],
  ])('integration tests beside %j', (changed, tests) => {
    expect(integrationTestsFor(changed, everywhere)).toEqual(tests);
  });

  test('only those that exist', () => {
    expect(integrationTestsFor(['libs/mongo/src/lease.ts'], () => false)).toEqual([]);
  });

  test('unit tests that reach a changed file; in a large change those beside the files', () => {
    const many = Array.from({ length: 61 }, (_, index) => `libs/kernel/src/part-${index}.ts`);
    expect(unitTestArgs(['libs/kernel/src/money.ts', 'README.md'], everywhere)).toEqual(['--findRelatedTests', 'libs/kernel/src/money.ts']);
    expect(unitTestArgs(many, everywhere).slice(0, 2)).toEqual(['--runTestsByPath', 'libs/kernel/src/part-0.spec.ts']);
    expect(unitTestArgs(many, (path) => !path.endsWith('.spec.ts'))).toEqual([]);
    expect(unitTestArgs(['README.md'], everywhere)).toEqual([]);
  });
});
