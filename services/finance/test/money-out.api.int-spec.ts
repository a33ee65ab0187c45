import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { eventually, MessageSource, person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { financeService } from '../src/finance.module.js';
import { ledgerDatabaseOf } from '../src/persistence/ledger.schema.js';
import { accountNumber } from './builders/account-number.builder.js';
import { caseKitOf } from './builders/booted-kit.builder.js';
import { people } from './builders/finance-kit.builder.js';
import { account, graphActs } from './builders/graph-acts.builder.js';
import { Case } from './builders/signed-case.builder.js';
import type { CaseKit } from './builders/signed-case.builder.js';

let finance: SubgraphUnderTest;
let kit: CaseKit;
const manager = person('finance', 'finance-manager');
const officer = person('finance', 'finance-officer');
const { salesperson } = people;
const other = person('sales', 'salesperson');

beforeAll(async () => {
  finance = await testSubgraph(financeService, { role: 'all', env: { SETTLE_EVERY_MS: '50' } });
  kit = caseKitOf(finance);
});

afterAll(async () => {
  const { connection } = finance.platform.database;
  await connection.getClient().db(ledgerDatabaseOf(connection.name)).dropDatabase();
  await finance.stop();
});

const { act, entity } = graphActs(() => finance);

/** A signed contract whose order is open. */
async function openOrder() {
  const one = await (await Case.begin(kit)).opened();
  return { one, orderId: (await one.order()).id, applicationId: one.applicationId };
}

const MADE = 'disbursementOrder { state maker { id } }';

describe('[7.3] a payment that is taken back', () => {
  test('is proposed by the officer, confirmed by the manager, and seen on order and loan', async () => {
    const { orderId, applicationId } = await openOrder();
    const maker = person('finance', 'finance-officer');
    await act('makeDisbursement', MADE, { requestKey: newId('key'), orderId, amount: '50000.00' }, maker);
    await act('checkDisbursement', MADE, { requestKey: newId('key'), orderId }, manager);
    const page = 'loan { state outstanding standing { payoff } } disbursement { state reversal { state reason confirmedBy { id } } }';
    const seen = async () => (await entity('LoanApplication', applicationId, page, salesperson)).first;
    await eventually('the bank has paid', async () => ((await seen())?.['loan'] as unknown) ?? null);
    const proposal = { requestKey: newId('key'), orderId, cause: 'BANK_RETURNED', reason: '户名不符退汇', bankReference: newId('txn') };
    expect(await act('proposeDisbursementReversal', 'disbursementOrder { reversal { state cause } }', proposal, officer)).toMatchObject({
      disbursementOrder: { reversal: { state: 'PROPOSED', cause: 'BANK_RETURNED' } },
    });
    const second = await act('proposeDisbursementReversal', 'disbursementOrder { id }', { ...proposal, requestKey: newId('key') }, officer);
    expect(second).toMatchObject({ userErrors: [{ code: 'REVERSAL_PENDING' }] });
    await act('rejectDisbursementReversal', 'disbursementOrder { id }', { orderId }, manager);
    await act('proposeDisbursementReversal', 'disbursementOrder { id }', { ...proposal, requestKey: newId('key') }, officer);
    const other = person('finance', 'finance-manager');
    const confirmed = await act('confirmDisbursementReversal', 'disbursementOrder { id }', { requestKey: newId('key'), orderId }, other);
    expect(confirmed.userErrors).toEqual([]);
    expect(await seen()).toMatchObject({
      loan: { state: 'REVERSED', outstanding: '0.00', standing: { payoff: '0.00' } },
      disbursement: { state: 'PAID', reversal: { state: 'CONFIRMED', reason: '户名不符退汇', confirmedBy: { id: other.employeeId } } },
    });
  });
});

describe('[7.3] a batch of payments', () => {
  test('is opened by the officer, released by the manager against its sums, followed and exported', async () => {
    const [first, second] = [await openOrder(), await openOrder()];
    for (const { orderId } of [first, second])
      await act('makeDisbursement', MADE, { requestKey: newId('key'), orderId, amount: '50000.00' }, officer);
    const orderIds = [first.orderId, second.orderId];
    const opened = await act('openPaymentBatch', 'paymentBatch { id state count total }', { orderIds }, officer);
    expect(opened).toMatchObject({ userErrors: [], paymentBatch: { state: 'OPEN', count: 2, total: '100000.00' } });
    const batchId = (opened['paymentBatch'] as unknown as { id: string }).id;
    const release = { requestKey: newId('key'), batchId, count: 2, total: '100000.01' };
    const wrong = await act('releasePaymentBatch', 'paymentBatch { id }', release, manager);
    expect(wrong.userErrors).toMatchObject([{ code: 'BATCH_TOTALS_DIFFER', rule: '7.3', field: ['total'] }]);
    expect(wrong.userErrors[0]?.message).toMatch(/100000\.00.*100000\.01/);
    await kit.inbox.receive(second.one.decisionLapsed());
    const page =
      'id state count total leftOut { count total } lines { order { id batchId } leftOut { code message } } progress { paid { count total } }';
    const released = await act('releasePaymentBatch', `paymentBatch { ${page} }`, { ...release, total: '100000.00' }, manager);
    expect(released).toMatchObject({
      userErrors: [],
      paymentBatch: {
        ...{ state: 'RELEASED', count: 2, leftOut: { count: 1, total: '50000.00' } },
        lines: [
          { order: { id: first.orderId, batchId }, leftOut: null },
          { order: { batchId: null }, leftOut: { code: 'ILLEGAL_TRANSITION' } },
        ],
      },
    });
    const ask =
      'query ($id: ID!) { paymentBatch(id: $id) { progress { paid { count total } waiting { count } } } paymentBatches(state: RELEASED) { nodes { id } } }';
    const seen = await eventually('the bank has paid', async () => {
      const { data } = await finance.graph(ask, { id: batchId }, officer);
      const batch = data?.['paymentBatch'] as unknown as { progress: { paid: { count: number } } };
      return batch.progress.paid.count === 1 ? data : null;
    });
    expect(seen).toMatchObject({
      paymentBatch: { progress: { paid: { total: '50000.00' }, waiting: { count: 0 } } },
      paymentBatches: { nodes: expect.arrayContaining([{ id: batchId }]) },
    });
    const exported = await act(
      'exportPaymentBatch',
      'file { fileName content sha256 } paymentBatch { exports { sha256 by { id } } }',
      { batchId },
      officer,
    );
    const file = exported['file'] as unknown as { content: string; sha256: string };
    expect(file.content).toContain(first.orderId);
    expect(exported['paymentBatch']).toMatchObject({ exports: [{ sha256: file.sha256, by: { id: officer.employeeId } }] });
  });
});

describe('[5.6] a bonus', () => {
  test('is handed over, made, released, paid, and shown to who may see it', async () => {
    const employeeId = newId('emp');
    const data = { employeeId, quarter: '2026-Q3', kind: 'BONUS' as const, amountFen: 800_000 };
    await kit.inbox.receive(new MessageSource().handoff('pay-bonus', 'hr', { subject: employeeId, data }));
    const list = '{ bonusPayments(first: 5) { nodes { id state amount employee { id } bankReference } } }';
    const seen = async (as: EmployeeActor) => await finance.graph(list, {}, as);
    const nodes = async () =>
      ((await seen(officer)).data?.['bonusPayments'] as unknown as { nodes: { id: string; state: string }[] }).nodes;
    expect((await seen(salesperson)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const paymentId = (await nodes())[0]?.id;
    const made = { requestKey: newId('key'), paymentId, amount: '8000.00' };
    expect(await act('makeBonusPayment', 'bonusPayment { id }', made, officer)).toMatchObject({
      userErrors: [{ code: 'SALARY_ACCOUNT_MISSING' }],
    });
    const account = { employeeId, holderName: '李四', accountNumber: accountNumber(), bankCode: '102100099996' };
    const clerk = person('finance', 'finance-officer');
    expect(await act('registerSalaryAccount', 'employee { id }', account, clerk)).toMatchObject({ employee: { id: employeeId } });
    expect(await act('makeBonusPayment', 'bonusPayment { state }', made, officer)).toMatchObject({ bonusPayment: { state: 'MADE' } });
    await act('checkBonusPayment', 'bonusPayment { state }', { requestKey: newId('key'), paymentId }, manager);
    const paid = await eventually('the bank has paid', async () => {
      const [bonus] = await nodes();
      return bonus?.state === 'PAID' ? bonus : null;
    });
    expect(paid).toMatchObject({ amount: '8000.00', employee: { id: employeeId }, bankReference: `SIM-${paymentId}` });
    const late = await act('rejectBonusPayment', 'bonusPayment { id }', { paymentId, reason: 'r' }, manager);
    expect(late).toMatchObject({ userErrors: [{ code: 'ILLEGAL_TRANSITION' }] });
  });
});

describe('[7.3] what may still be lent', () => {
  const EXPOSURE =
    'outstanding reserved loans limits { kind limit balance room breached } group { id name limit { kind breached } members { reason } }';

  test('a borrower with his limits and his group, by query and on the customer; never to salespeople', async () => {
    const { one, orderId } = await openOrder();
    await act('makeDisbursement', MADE, { requestKey: newId('key'), orderId, amount: '50000.00' }, officer);
    await act('checkDisbursement', MADE, { requestKey: newId('key'), orderId }, manager);
    const group = { name: '张氏兄弟', customerIds: [one.customerId, newId('cus')], reason: '同一实际控制人' };
    const opened = await act('openBorrowerGroup', 'borrowerGroup { id members { customer { id } addedBy { id } } }', group, manager);
    expect(opened).toMatchObject({ userErrors: [], borrowerGroup: { members: [{ customer: { id: one.customerId } }, {}] } });
    const exposure = {
      limits: [
        { kind: 'SINGLE_BORROWER', limit: '50000000.00', balance: '50000.00', room: '49950000.00', breached: false },
        { kind: 'GROUP', limit: '75000000.00', balance: '50000.00', room: '74950000.00', breached: false },
      ],
      group: { name: '张氏兄弟', limit: { kind: 'GROUP', breached: false }, members: [{ reason: '同一实际控制人' }, {}] },
    };
    expect((await entity('Customer', one.customerId, `exposure { ${EXPOSURE} }`, manager)).first).toMatchObject({ exposure });
    const ask = `query ($id: ID!) { borrowerExposure(customerId: $id) { ${EXPOSURE} } borrowerGroups(first: 1) { nodes { name } totalCount } }`;
    expect((await finance.graph(ask, { id: one.customerId }, officer)).data).toMatchObject({
      borrowerExposure: exposure,
      borrowerGroups: { totalCount: 1 },
    });
    expect((await finance.graph(ask, { id: newId('cus') }, officer)).data?.['borrowerExposure']).toMatchObject({
      outstanding: '0.00',
      loans: 0,
      group: null,
    });
    expect((await finance.graph(ask, { id: one.customerId }, salesperson)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await entity('Customer', one.customerId, `exposure { ${EXPOSURE} }`, salesperson)).first?.['exposure'] ?? null).toBeNull();
  });

  test('a member is added and taken out by the manager', async () => {
    const [first, second] = [newId('cus'), newId('cus')];
    const opened = await act(
      'openBorrowerGroup',
      'borrowerGroup { id }',
      { name: '甲', customerIds: [first, newId('cus')], reason: '配偶' },
      manager,
    );
    const groupId = (opened['borrowerGroup'] as unknown as { id: string }).id;
    const change = { groupId, customerId: second, reason: '配偶' };
    expect(await act('addGroupMember', 'borrowerGroup { members { customer { id } } }', change, manager)).toMatchObject({
      borrowerGroup: { members: [{}, {}, { customer: { id: second } }] },
    });
    expect(await act('addGroupMember', 'borrowerGroup { id }', change, manager)).toMatchObject({
      userErrors: [{ code: 'CUSTOMER_IN_GROUP', field: ['customerId'] }],
    });
    expect(await act('removeGroupMember', 'borrowerGroup { formerMembers { customer { id } leftReason } }', change, manager)).toMatchObject(
      {
        borrowerGroup: { formerMembers: [{ customer: { id: second }, leftReason: '配偶' }] },
      },
    );
  });
});

describe('[3.6, 3.7] payee accounts', () => {
  test('are shown masked, to who registered them', async () => {
    const input = account();
    const registered = await act(
      'registerPayeeAccount',
      'payeeAccount { id holderName accountNumber bankCode customer { id } }',
      input,
      salesperson,
    );
    expect(registered).toMatchObject({ payeeAccount: { holderName: '张*', bankCode: '102100099996', customer: { id: input.customerId } } });
    expect(JSON.stringify(registered)).not.toContain(input.accountNumber.slice(0, 12));
    const ask = 'query ($id: ID!) { payeeAccounts(customerId: $id) { accountNumber } }';
    expect((await finance.graph(ask, { id: input.customerId }, other)).data).toEqual({ payeeAccounts: [] });
    expect((await finance.graph(ask, { id: input.customerId }, officer)).data).toMatchObject({
      payeeAccounts: [{ accountNumber: expect.stringMatching(/\*{8,}\d{4}$/) }],
    });
  });

  test('a wrong digit is refused at its field', async () => {
    const refused = await act('registerPayeeAccount', 'payeeAccount { id }', account({ accountNumber: '4111111111111112' }), salesperson);
    expect(refused).toMatchObject({
      payeeAccount: null,
      userErrors: [{ code: 'ACCOUNT_NUMBER_INVALID', rule: '3.6', field: ['accountNumber'] }],
    });
  });
});
