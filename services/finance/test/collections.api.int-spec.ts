import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedParameters, seedPeople, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { financeService } from '../src/finance.module.js';
import { ledgerDatabaseOf } from '../src/persistence/ledger.schema.js';
import { Loans } from '../src/persistence/loan.repository.js';
import { at, lateLoan } from './builders/collections-kit.builder.js';

let finance: SubgraphUnderTest;
const [officer, manager] = [person('finance', 'finance-officer'), person('finance', 'finance-manager')];
const [salesperson, other] = [person('sales', 'salesperson'), person('sales', 'salesperson')];

beforeAll(async () => {
  finance = await testSubgraph(financeService, { role: 'api' });
  await seedParameters(finance.platform);
  await seedPeople(finance.platform, [officer, manager, salesperson]);
});
afterAll(async () => {
  const { connection } = finance.platform.database;
  await connection.getClient().db(ledgerDatabaseOf(connection.name)).dropDatabase();
  await finance.stop();
});

const today = () => finance.platform.clock.today();

/** A late loan of the salesperson's. */
async function lend(days: number): Promise<string> {
  const loan = lateLoan(addDays(today(), -days), { salespersonId: salesperson.employeeId });
  const actor = { kind: 'service', service: 'finance' } as const;
  await finance.platform.work.run({ actor, operation: 'test' }, (tx) => finance.app.get(Loans).insert(loan, tx));
  return loan.id;
}

type Answer = Record<string, unknown> & { readonly userErrors: readonly { code: string; rule: string; field: readonly string[] | null }[] };

async function act(name: string, fields: string, input: object, as: EmployeeActor): Promise<Answer> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code rule field } } }`;
  const { data, errors } = await finance.graph(query, { input }, as);
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name] as unknown as Answer;
}
async function ask<T>(query: string, variables: object, as: EmployeeActor): Promise<T> {
  const { data, errors } = await finance.graph(query, { ...variables }, as);
  if (!data) throw new Error(JSON.stringify(errors));
  return data as unknown as T;
}

const WORKLIST = `query ($first: Int, $nextActionBy: LocalDate) {
  collectionWorklist(first: $first, nextActionBy: $nextActionBy, sort: DAYS_PAST_DUE) {
    totalCount
    nodes {
      loanId daysPastDue bucket status outstanding brokenPromises brokenPromisesReached contactsToday conversationsToday
      overdue { principal interest penalty fees total } customer { id }
      loan { principal state }
      collectionCase { collector { id } nextActionOn hardshipReason }
      lastContact { channel result note person } promise { amount byOn state received }
    }
  }
}`;

interface Worklist {
  readonly collectionWorklist: { readonly totalCount: number; readonly nodes: readonly Record<string, unknown>[] };
}
const call = (loanId: string) => ({
  ...{ loanId, channel: 'CALL', whom: 'DEBTOR', result: 'CALL_BACK', effectiveVoice: true, note: '周五再联系' },
  tookPlaceAt: at(addDays(today(), -1)).toISOString(),
});

describe('[7.4] collections in the graph', () => {
  test('from the list of the morning to a promise and its history', async () => {
    const loanId = await lend(40);
    expect((await act('assignCollection', 'loanIds', { loanIds: [loanId], collectorId: officer.employeeId }, manager)).userErrors).toEqual(
      [],
    );
    const promise = { amount: '5000.00', byOn: addDays(today(), 3) };
    const kept = await act('recordCollectionContact', 'contactId', { ...call(loanId), result: 'PROMISED', promise }, officer);
    expect(kept).toMatchObject({ userErrors: [], contactId: expect.stringMatching(/^ctc_/) });
    await act('noteHardship', 'loanId', { loanId, reason: '住院' }, officer);
    await act('planCollection', 'loanId', { loanId, nextActionOn: addDays(today(), 1) }, officer);
    const { collectionWorklist } = await ask<Worklist>(WORKLIST, {}, officer);
    expect(collectionWorklist.nodes.find((node) => node['loanId'] === loanId)).toMatchObject({
      ...{
        daysPastDue: 40,
        bucket: 'M2_M3',
        status: 'HARDSHIP',
        outstanding: '100000.00',
        brokenPromises: 0,
        brokenPromisesReached: false,
      },
      overdue: { principal: '15848.61', interest: '1921.15', fees: '0.00' },
      loan: { principal: '100000.00', state: 'ACTIVE' },
      collectionCase: { collector: { id: officer.employeeId }, nextActionOn: addDays(today(), 1), hardshipReason: '住院' },
      lastContact: { channel: 'CALL', result: 'PROMISED', note: '周五再联系', person: null },
      promise: { amount: '5000.00', state: 'OPEN', received: null },
    });
    const history = `query ($loanId: ID!) {
      collectionContacts(loanId: $loanId) { nodes { promiseId } }
      paymentPromises(loanId: $loanId) { nodes { id state } }
      collectionCases(loanId: $loanId) { nodes { state contacts } }
      collectionAllowance(loanId: $loanId) { voicePerDay conversationsToday }
    }`;
    const found = await ask<{ paymentPromises: { nodes: { id: string }[] } }>(history, { loanId }, salesperson);
    const promiseId = found.paymentPromises.nodes[0]!.id;
    expect(found).toMatchObject({
      collectionContacts: { nodes: [{ promiseId }] },
      collectionCases: { nodes: [{ state: 'OPEN', contacts: 1 }] },
      collectionAllowance: { voicePerDay: 3, conversationsToday: 0 },
    });
    expect(await ask(history, { loanId }, other)).toMatchObject({
      ...{ collectionContacts: { nodes: [] }, paymentPromises: { nodes: [] }, collectionCases: { nodes: [] }, collectionAllowance: null },
    });
    const cancelled = await act('cancelPromise', 'promiseId', { promiseId, reason: '客户改期' }, officer);
    expect(cancelled).toMatchObject({ promiseId, userErrors: [] });
  });

  test('refusals name their rule and field', async () => {
    const loanId = await lend(10);
    const atNight = { ...call(loanId), tookPlaceAt: at(addDays(today(), -1), '23:00').toISOString() };
    expect((await act('recordCollectionContact', 'contactId', atNight, officer)).userErrors).toEqual([
      { code: 'CONTACT_QUIET_HOURS', rule: 'collection.quiet-hours', field: ['tookPlaceAt'] },
    ]);
    const nothing = { ...call(loanId), result: 'PROMISED', promise: { amount: '0.00', byOn: today() } };
    expect((await act('recordCollectionContact', 'contactId', nothing, officer)).userErrors).toMatchObject([
      { code: 'PROMISE_AMOUNT_INVALID', field: ['promise', 'amount'] },
    ]);
    const stranger = { loanIds: [loanId], collectorId: salesperson.employeeId };
    expect((await act('assignCollection', 'loanIds', stranger, manager)).userErrors).toMatchObject([{ code: 'COLLECTOR_NOT_ELIGIBLE' }]);
    expect((await act('cancelPromise', 'promiseId', { promiseId: newId('ptp'), reason: 'x' }, officer)).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });

  test('a page holds what is asked for, with each loan, and the count of all', async () => {
    for (let count = 0; count < 5; count++) await lend(100 + count);
    const { collectionWorklist } = await ask<Worklist>(WORKLIST, { first: 5 }, officer);
    expect(collectionWorklist.nodes.map((node) => node['daysPastDue'])).toEqual([104, 103, 102, 101, 100]);
    expect(collectionWorklist.totalCount).toBeGreaterThan(5);
    expect(collectionWorklist.nodes.every((node) => node['loan'] !== null)).toBe(true);
    expect((await ask<Worklist>(WORKLIST, { nextActionBy: addDays(today(), -1) }, officer)).collectionWorklist.totalCount).toBe(0);
  });
});
