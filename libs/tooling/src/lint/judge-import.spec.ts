import { describe, expect, test } from '@jest/globals';
import { judgeImport } from './judge-import.ts';

const useCase = 'services/finance/src/use-cases/disburse-loan/disburse-loan.use-case.ts';
const domain = 'services/finance/src/domain/loan/loan.ts';

test.each([
  [domain, '@weilend/kernel'],
  [domain, './loan.machine.js'],
  [domain, '../schedule/build-schedule.js'],
  ['services/finance/src/domain/loan/loan.spec.ts', 'fast-check'],
  [useCase, '../../domain/loan/loan.js'],
  [useCase, '../../persistence/loan.repository.js'],
  [useCase, '@weilend/messaging'],
  [useCase, '@nestjs/common'],
  ['services/finance/src/graphql/loan.resolver.ts', '../use-cases/disburse-loan/disburse-loan.use-case.js'],
  ['services/finance/src/adapters/bank.channel.ts', '../use-cases/disburse-loan/payment.port.js'],
  ['services/finance/src/jobs/day-end.processor.ts', '../finance.config.js'],
  ['services/finance/src/finance.module.ts', './adapters/bank.channel.js'],
  ['services/finance/src/use-cases/disburse-loan/disburse-loan.int-spec.ts', '@weilend/testing'],
  ['services/finance/test/finance.api.int-spec.ts', '../src/finance.module.js'],
  ['libs/messaging/src/relay.ts', '@weilend/mongo'],
  ['libs/messaging/src/relay.int-spec.ts', '@weilend/testing'],
  ['gateway/src/main.ts', '@weilend/boot'],
  ['infra/local/start.ts', '../../libs/tooling/src/build.ts'],
  ['libs/tooling/src/testing/servers.ts', '../../../../infra/local/servers.ts'],
  ['tests/bench/schedules.ts', '@weilend/finance-service/domain/schedule/build-schedule.js'],
  ['services/risk/scorecard/fit/fit-card.ts', '@weilend/risk-service/domain/scorecard/score.js'],
  ['services/risk/scorecard/scorecard.ts', '../../../infra/local/problem.ts'],
])('%s may import %s', (from, specifier) => {
  expect(judgeImport(from, specifier)).toBeUndefined();
});

describe('a department keeps to itself', () => {
  test.each([
    [useCase, '@weilend/hr-service', 'never imported'],
    [useCase, '../../../../hr/src/domain/employee.js', 'must not leave finance'],
    [useCase, '../../../../../libs/kernel/src/money.js', 'must not leave finance'],
    ['services/finance/test/finance.api.int-spec.ts', '../../sales/src/sales.module.js', 'must not leave finance'],
    ['gateway/src/main.ts', '../../services/hr/src/main.js', 'must not leave gateway'],
    [useCase, '@weilend/kernel/src/money.js', 'through its index'],
    [useCase, '@weilend/hr-service/domain/employee/employee.js', 'through its index'],
    ['tests/bench/schedules.ts', '@weilend/kernel/src/money.js', 'through its index'],
    ['tests/bench/schedules.ts', '@weilend/finance-service', 'never imported'],
    ['services/risk/scorecard/fit/fit-card.ts', '@weilend/risk-service', 'never imported'],
    ['services/risk/src/domain/scorecard/score.ts', '../../../scorecard/application-form.ts', 'must not leave risk'],
    [useCase, '@weilend/tooling', 'dependencies point down'],
    [useCase, '@weilend/testing', 'only specs'],
    [useCase, '@weilend/helpers', 'not in the table'],
  ])('%s must not import %s', (from, specifier, why) => {
    expect(judgeImport(from, specifier)).toContain(why);
  });
});

describe('inside a department calls point down', () => {
  test.each([
    ['services/finance/src/graphql/loan.resolver.ts', '../persistence/loan.repository.js', 'calls point down'],
    ['services/finance/src/use-cases/disburse-loan/disburse-loan.use-case.ts', '../../graphql/loan.type.js', 'calls point down'],
    ['services/finance/src/use-cases/disburse-loan/disburse-loan.use-case.ts', '../../consumers/a.consumer.js', 'calls point down'],
    ['services/finance/src/persistence/loan.repository.ts', '../use-cases/x/x.use-case.js', 'calls point down'],
    ['services/finance/src/persistence/loan.repository.ts', '../adapters/bank.channel.js', 'calls point down'],
    ['services/finance/src/queries/loan.queries.ts', '../use-cases/x/x.use-case.js', 'calls point down'],
    ['services/finance/src/consumers/a.consumer.ts', '../persistence/loan.repository.js', 'calls point down'],
    ['services/finance/src/jobs/day-end.processor.ts', '../finance.module.js', 'the wiring'],
    ['services/finance/src/finance.module.ts', '../test/builders/loan.builder.js', 'test code'],
    [useCase, '../../../test/builders/loan.builder.js', 'test code'],
  ])('%s must not import %s', (from, specifier, why) => {
    expect(judgeImport(from, specifier)).toContain(why);
  });
});

describe('domain/ knows nothing but the kernel', () => {
  test.each([
    ['@nestjs/common', 'only @weilend/kernel'],
    ['mongoose', 'only @weilend/kernel'],
    ['node:crypto', 'only @weilend/kernel'],
    ['decimal.js', 'only @weilend/kernel'],
    ['@weilend/contracts', 'only @weilend/kernel'],
    ['@weilend/mongo', 'only @weilend/kernel'],
    ['../../persistence/loan.schema.js', 'no other layer'],
    ['../../finance.config.js', 'no other layer'],
    ['../../use-cases/disburse-loan/payment.port.js', 'no other layer'],
  ])('not %s', (specifier, why) => {
    expect(judgeImport(domain, specifier)).toContain(why);
  });
});

describe('a library never imports upward', () => {
  test.each([
    ['libs/kernel/src/money.ts', '@weilend/contracts'],
    ['libs/contracts/src/topology.ts', '@weilend/mongo'],
    ['libs/mongo/src/unit-of-work.ts', '@weilend/messaging'],
    ['libs/messaging/src/outbox.ts', '@weilend/auth'],
    ['libs/auth/src/permit.ts', '@weilend/graphql'],
    ['libs/graphql/src/preset.ts', '@weilend/mongo'],
    ['libs/files/src/store.ts', '@weilend/contracts'],
    ['libs/boot/src/config.ts', '@weilend/service'],
    ['gateway/src/main.ts', '@weilend/mongo'],
  ])('%s must not import %s', (from, specifier) => {
    expect(judgeImport(from, specifier)).toContain('dependencies point down');
  });

  test('nor itself by name, nor a neighbour by path', () => {
    expect(judgeImport('libs/mongo/src/index.ts', '@weilend/mongo')).toContain('the file itself');
    expect(judgeImport('libs/mongo/src/index.ts', '../../kernel/src/index.js')).toContain('must not leave mongo');
    expect(judgeImport('libs/kernel/src/index.ts', './money.spec.ts')).toContain('test code');
  });
});
