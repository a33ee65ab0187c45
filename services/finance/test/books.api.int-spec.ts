import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, addMonths, newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { eventually, person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { ACCOUNTS, credit, debit, EMPTY_CHAIN, makeEntry } from '../src/domain/ledger/journal.js';
import { monthOf } from '../src/domain/ledger/period.js';
import { financeService } from '../src/finance.module.js';
import { Ledger } from '../src/persistence/ledger.repository.js';
import { ledgerDatabaseOf } from '../src/persistence/ledger.schema.js';

let finance: SubgraphUnderTest;
const manager = person('finance', 'finance-manager');

beforeAll(async () => {
  finance = await testSubgraph(financeService, { role: 'all', env: { DAY_END_EVERY_MS: '50', PERIOD_SETTLE_MS: '0' } });
});
afterAll(async () => {
  const { connection } = finance.platform.database;
  await connection.getClient().db(ledgerDatabaseOf(connection.name)).dropDatabase();
  await finance.stop();
});

const ask = async (text: string, as: EmployeeActor = manager, variables: object = {}): Promise<Record<string, unknown>> => {
  const answer = await finance.graph(text, variables as never, as);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
};

describe('[7.3, 5.3] what follows a day end by itself, through the subgraph', () => {
  test('the books are checked, the portfolio is counted, and the month before can be closed', async () => {
    const today = finance.platform.clock.today();
    const yesterday = addDays(today, -1);
    const check = await eventually('the books are checked', async () => {
      const { ledgerChecks } = await ask(
        '{ ledgerChecks { nodes { businessDate scope state differences findings { account } } totalCount } }',
      );
      const { nodes } = ledgerChecks as { nodes: { state: string }[] };
      return nodes[0]?.state === 'DONE' ? nodes[0] : null;
    });
    expect(check).toEqual({ businessDate: yesterday, scope: 'ALL', state: 'DONE', differences: 0, findings: [] });
    const figures = `asOf countedAt loans balance provision classes { loanClass balance } buckets { bucket loans } overdueRate { numerator denominator rate }
      nonPerformingRate { rate } par30 { rate } par90 { rate } firstPaymentDefault { numerator denominator rate }
      concentration { together { denominator rate } borrowers { customer { id } share { numerator } } }`;
    const portfolio = await eventually('the portfolio is counted', async () => {
      const answer = await ask(
        `{ portfolio { ${figures} vintages { month cells { monthsOnBook ever30 { byCount { rate } byAmount { rate } } } } } }`,
      );
      return answer['portfolio'] as object | null;
    });
    expect(portfolio).toMatchObject({
      asOf: yesterday,
      loans: 0,
      balance: '0.00',
      overdueRate: { numerator: '0.00', rate: null },
      vintages: [],
    });
    const { portfolioDays } = await ask(`{ portfolioDays(from: "${yesterday}", to: "${today}") { ${figures} } }`);
    expect(portfolioDays).toMatchObject([
      { asOf: yesterday, concentration: { together: { denominator: '500000000.00', rate: '0.000000' } } },
    ]);

    const month = monthOf(addMonths(today, -1));
    const close = `mutation ($input: ClosePeriodInput!) { closePeriod(input: $input) { ledgerPeriod { month state closedAt } userErrors { code field } } }`;
    expect(await ask(close, manager, { input: { month: monthOf(today) } })).toMatchObject({
      closePeriod: { userErrors: [{ code: 'PERIOD_NOT_OVER', field: ['month'] }] },
    });
    expect(await ask(close, manager, { input: { month } })).toMatchObject({
      closePeriod: { ledgerPeriod: { month, closedAt: null }, userErrors: [] },
    });
    const closed = await eventually('the month is closed', async () => {
      const { ledgerPeriods } = await ask('{ ledgerPeriods { month state through accounts { account } hash closedAt } }');
      const [period] = ledgerPeriods as { state: string }[];
      return period?.state === 'CLOSED' ? period : null;
    });
    expect(closed).toMatchObject({ month, accounts: [], hash: expect.stringMatching(/^[0-9a-f]{64}$/), closedAt: expect.any(String) });
  }, 60_000);

  test('an entry without a loan is found, and stands in balance and statement', async () => {
    const { database, work, clock } = finance.platform;
    const [today, stream] = [clock.today(), newId('lon')];
    const lines = [debit(ACCOUNTS.LOANS, 12_34), credit(ACCOUNTS.FUNDS, 12_34)];
    const draft = { id: newId('jnl'), idemKey: newId('idm'), kind: 'DISBURSEMENT', businessDate: today, stream, lines } as const;
    await work.run({ actor: manager, operation: 'test' }, (tx) =>
      new Ledger(database).append(makeEntry(EMPTY_CHAIN, draft), clock.now(), tx),
    );
    const { trialBalance, accountStatement } = await ask(`{ trialBalance { balanced accounts { account debit credit balance } }
      accountStatement(account: "${ACCOUNTS.FUNDS}", from: "${today}", to: "${today}") { opening closing lines { nodes { loanId kind debit credit balance } totalCount } } }`);
    expect(trialBalance).toMatchObject({
      balanced: true,
      accounts: [{ account: ACCOUNTS.FUNDS, credit: '12.34', balance: '-12.34' }, { balance: '12.34' }],
    });
    const line = { loanId: stream, kind: 'DISBURSEMENT', debit: '0.00', credit: '12.34', balance: '-12.34' };
    expect(accountStatement).toEqual({ opening: '0.00', closing: '-12.34', lines: { nodes: [line], totalCount: 1 } });
    const begun = await ask('mutation { checkLedger(input: {}) { ledgerCheck { id scope state } userErrors { code } } }');
    expect(begun).toMatchObject({ checkLedger: { ledgerCheck: { scope: 'ALL' }, userErrors: [] } });
    const { id } = (begun['checkLedger'] as { ledgerCheck: { id: string } }).ledgerCheck;
    const findings = await eventually('the entry is found', async () => {
      const { ledgerFindings } = await ask(`{ ledgerFindings(checkId: "${id}") { nodes { subject subjectId account expected found } } }`);
      const { nodes } = ledgerFindings as { nodes: object[] };
      return nodes.length === 3 ? nodes : null;
    });
    expect(findings).toEqual([
      { subject: 'LOAN', subjectId: stream, account: ACCOUNTS.FUNDS, expected: '0.00', found: '-12.34' },
      { subject: 'LOAN', subjectId: stream, account: ACCOUNTS.LOANS, expected: '0.00', found: '12.34' },
      { subject: 'LOAN', subjectId: stream, account: 'entries', expected: '0', found: '1' },
    ]);
  }, 60_000);
});
