import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES } from '@weilend/contracts';
import type { Role } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { eventually, person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { fixed } from '../src/domain/product/product.builder.js';
import { financeService } from '../src/finance.module.js';
import { ledgerDatabaseOf } from '../src/persistence/ledger.schema.js';
import { caseKitOf } from './builders/booted-kit.builder.js';
import { people } from './builders/finance-kit.builder.js';
import { ENTITIES, graphActs, mutation, offerOn } from './builders/graph-acts.builder.js';
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

/** A proposal that was quoted and a contract whose order is open, with a notary's fee. */
async function openOrder() {
  const one = await (
    await Case.begin(kit, { offer: { fees: [{ ...fixed, amountFen: 100_00 }], minAmountFen: 50_000_00, minTermMonths: 12 } })
  ).opened();
  const proposalId = newId('prp');
  const { productId, amountFen, termMonths, method } = one.terms;
  const data = { proposalId, enquiryId: newId('enq'), productId, amountFen, termMonths, methods: [method], startOn: one.today };
  await kit.inbox.receive(one.source.handoff('issue-quote', 'sales', { subject: proposalId, data }));
  return { one, orderId: (await one.order()).id, applicationId: one.applicationId, contractId: one.contractId, proposalId };
}

const MADE = 'disbursementOrder { state maker { id } }';

describe('[4.19] from product to repayment through the subgraph', () => {
  test('maker, checker, bank, loan, repayment, trial balance', async () => {
    const { orderId, applicationId, contractId, proposalId } = await openOrder();
    const key = newId('key');
    expect(await act('makeDisbursement', MADE, { requestKey: key, orderId, amount: '49900.00' }, officer)).toMatchObject({
      userErrors: [{ code: 'AMOUNT_NOT_CONTRACT', rule: 'G8' }],
    });
    const made = await act('makeDisbursement', MADE, { requestKey: key, orderId, amount: '50000.00' }, officer);
    expect(made).toMatchObject({ userErrors: [], disbursementOrder: { state: 'MADE', maker: { id: officer.employeeId } } });
    expect(await act('makeDisbursement', MADE, { requestKey: key, orderId, amount: '50000.00' }, officer)).toEqual(made);
    const checked = await act('checkDisbursement', 'disbursementOrder { checker { id } }', { requestKey: newId('key'), orderId }, manager);
    expect(checked).toMatchObject({ userErrors: [], disbursementOrder: { checker: { id: manager.employeeId } } });

    const page =
      'id loan { id state principal outstanding rows { no dueOn total principalPaid } fees { code amount paid } } disbursement { state bankReference payeeAccount { holderName accountNumber } }';
    const application = await eventually('the bank has paid', async () => {
      const { first } = await entity('LoanApplication', applicationId, page, salesperson);
      return (first?.['loan'] as unknown) ? first : null;
    });
    expect(application).toMatchObject({
      loan: { state: 'ACTIVE', principal: '50000.00', outstanding: '50000.00', fees: [{ code: 'NOTARY', amount: '100.00', paid: '0.00' }] },
      disbursement: {
        state: 'PAID',
        bankReference: `SIM-${orderId}`,
        payeeAccount: { holderName: '张*', accountNumber: expect.stringMatching(/^\*+\d{4}$/) },
      },
    });
    expect(
      (await entity('LoanContract', contractId, 'costSheet { items { name amount } contingent { name } hash statement }', salesperson))
        .first,
    ).toMatchObject({
      costSheet: { items: [{ name: '利息' }, { name: '公证费', amount: '100.00' }], contingent: [{ name: '逾期罚息' }] },
    });
    expect((await entity('Proposal', proposalId, 'quotes { method withinCap rows { total } totalFees }', salesperson)).first).toMatchObject(
      {
        quotes: [{ method: 'EQUAL_INSTALMENT', withinCap: true, totalFees: '100.00' }],
      },
    );
    const loan = application['loan'] as unknown as { id: string; rows: { total: string; dueOn: string }[] };
    const received = {
      loanId: loan.id,
      amount: '1000.00',
      paidOn: finance.platform.clock.today(),
      channel: 'BANK',
      channelTransactionId: newId('txn'),
    };
    const fields = 'loan { outstanding credit fees { paid } repayments { amount fee interest principal } }';
    const repaid = await act('recordRepayment', fields, { ...received, requestKey: newId('key') }, officer);
    expect(repaid).toMatchObject({
      userErrors: [],
      loan: {
        fees: [{ paid: '100.00' }],
        credit: '900.00',
        repayments: [{ amount: '1000.00', fee: '100.00', interest: '0.00', principal: '0.00' }],
      },
    });
    const again = await act('recordRepayment', fields, { ...received, requestKey: newId('key') }, officer);
    expect(again).toMatchObject({ loan: null, userErrors: [{ code: 'REPAYMENT_ALREADY_RECORDED' }] });
    const balance = await finance.graph(
      '{ trialBalance { balanced totalDebit totalCredit accounts { account debit credit } } }',
      {},
      person(null, 'auditor'),
    );
    expect(balance.data?.['trialBalance']).toMatchObject({ balanced: true });
  });

  test('[7.3] maker is not checker, and nobody checks who has another part in the application', async () => {
    const { orderId } = await openOrder();
    const both = person('finance', 'finance-officer', 'finance-manager');
    await act('makeDisbursement', MADE, { requestKey: newId('key'), orderId, amount: '50000.00' }, both);
    const refused = await act('checkDisbursement', MADE, { requestKey: newId('key'), orderId }, both);
    expect(refused).toMatchObject({ disbursementOrder: null, userErrors: [{ code: 'SEGREGATION_OF_DUTIES', rule: '7.3' }] });
    const promoted: EmployeeActor = { ...salesperson, department: 'finance', roles: ['finance-manager'] };
    expect(await act('checkDisbursement', MADE, { requestKey: newId('key'), orderId }, promoted)).toMatchObject({
      userErrors: [{ code: 'SEGREGATION_OF_DUTIES' }],
    });
    expect(
      await act('rejectDisbursement', 'disbursementOrder { state endReason }', { orderId, reason: '账户待核实' }, manager),
    ).toMatchObject({ disbursementOrder: { state: 'RETURNED' } });
    expect(await act('checkDisbursement', MADE, { requestKey: newId('key'), orderId }, manager)).toMatchObject({
      userErrors: [{ code: 'ILLEGAL_TRANSITION', rule: '7.12' }],
    });
  });

  test('[3.7] a salesperson sees his own loans only', async () => {
    const { applicationId, orderId } = await openOrder();
    expect((await entity('LoanApplication', applicationId, 'disbursement { id }', salesperson)).first).toMatchObject({
      disbursement: { id: orderId },
    });
    expect((await entity('LoanApplication', applicationId, 'disbursement { id }', other)).first).toMatchObject({ disbursement: null });
    const list = 'query { disbursementOrders(first: 50) { nodes { id } totalCount } }';
    const seen = async (as: EmployeeActor) =>
      (await finance.graph(list, {}, as)).data?.['disbursementOrders'] as unknown as { nodes: { id: string }[]; totalCount: number };
    expect((await seen(salesperson)).nodes.map((node) => node.id)).toContain(orderId);
    expect(await seen(other)).toEqual({ nodes: [], totalCount: 0 });
  });
});

describe('[2.2, 7.3] permissions', () => {
  const inputs: Record<string, object> = {
    publishProduct: {},
    registerPayeeAccount: { customerId: 'x', holderName: 'x', accountNumber: 'x', bankCode: 'x' },
    makeDisbursement: { requestKey: 'k', orderId: 'x', amount: '1.00' },
    checkDisbursement: { requestKey: 'k', orderId: 'x' },
    rejectDisbursement: { orderId: 'x', reason: 'r' },
    proposeDisbursementReversal: { requestKey: 'k', orderId: 'x', cause: 'BANK_RETURNED', reason: 'r', bankReference: 'b' },
    confirmDisbursementReversal: { requestKey: 'k', orderId: 'x' },
    rejectDisbursementReversal: { orderId: 'x' },
    openPaymentBatch: { orderIds: [] },
    releasePaymentBatch: { requestKey: 'k', batchId: 'x', count: 1, total: '1.00' },
    dissolvePaymentBatch: { batchId: 'x' },
    exportPaymentBatch: { batchId: 'x' },
    openBorrowerGroup: { name: 'x', customerIds: [], reason: 'r' },
    addGroupMember: { groupId: 'x', customerId: 'x', reason: 'r' },
    removeGroupMember: { groupId: 'x', customerId: 'x', reason: 'r' },
    recordRepayment: { requestKey: 'k', loanId: 'x', amount: '1.00', paidOn: '2026-01-01', channel: 'BANK', channelTransactionId: 't' },
  };
  const allowed: Record<string, readonly Role[]> = {
    publishProduct: ['finance-manager'],
    registerPayeeAccount: ['salesperson', 'sales-manager', 'finance-officer'],
    makeDisbursement: ['finance-officer'],
    checkDisbursement: ['finance-manager'],
    rejectDisbursement: ['finance-manager', 'finance-officer'],
    proposeDisbursementReversal: ['finance-officer'],
    confirmDisbursementReversal: ['finance-manager'],
    rejectDisbursementReversal: ['finance-manager', 'finance-officer'],
    openPaymentBatch: ['finance-officer'],
    releasePaymentBatch: ['finance-manager'],
    dissolvePaymentBatch: ['finance-manager', 'finance-officer'],
    exportPaymentBatch: ['finance-manager', 'finance-officer'],
    openBorrowerGroup: ['finance-manager'],
    addGroupMember: ['finance-manager'],
    removeGroupMember: ['finance-manager'],
    recordRepayment: ['finance-officer'],
  };

  test.each(Object.keys(inputs))('%s is done by its roles and by no other', async (name) => {
    const input = name === 'publishProduct' ? offerOn(finance.platform.clock.today(), { annualRate: '0.9' }) : inputs[name];
    const passed: string[] = [];
    for (const role of ROLES) {
      const answer = await finance.graph(mutation(name, ''), { input }, person('finance', role));
      if (!answer.errors) passed.push(role);
      else expect(answer.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    expect(passed.sort()).toEqual([...(allowed[name] ?? [])].sort());
    expect((await finance.graph(mutation(name, ''), { input })).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  test.each([
    ['trialBalance { balanced }', ['administrator', 'finance-manager', 'finance-officer', 'auditor']],
    [
      'payeeAccounts(customerId: "x") { id }',
      ['administrator', 'sales-manager', 'salesperson', 'finance-manager', 'finance-officer', 'auditor'],
    ],
  ])('{ %s } is read by its roles and by no other', async (field, roles) => {
    const passed: string[] = [];
    for (const role of ROLES) if (!(await finance.graph(`{ ${field} }`, {}, person('finance', role))).errors) passed.push(role);
    expect(passed.sort()).toEqual([...roles].sort());
  });

  test.each(['Loan', 'CostSheet', 'PayeeAccount', 'DisbursementOrder', 'LoanApplication', 'LoanContract', 'Proposal'])(
    'a reference to %s without a token or with a wrong role gets nothing',
    async (type) => {
      const representations = { r: [{ __typename: type, id: newId('app') }] };
      const query = `${ENTITIES} } }`;
      expect((await finance.graph(query, representations)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
      expect((await finance.graph(query, representations, person('training', 'trainer'))).errors?.[0]?.extensions['code']).toBe(
        'FORBIDDEN',
      );
    },
  );
});
