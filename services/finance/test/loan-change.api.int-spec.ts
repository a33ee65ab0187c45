import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { eventually, person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { financeService } from '../src/finance.module.js';
import { ledgerDatabaseOf } from '../src/persistence/ledger.schema.js';
import { caseKitOf } from './builders/booted-kit.builder.js';
import { people } from './builders/finance-kit.builder.js';
import { Case } from './builders/signed-case.builder.js';

let finance: SubgraphUnderTest;
let loanId: string;
const officer = person('finance', 'finance-officer');
const manager = person('finance', 'finance-manager');
const other = person('sales', 'salesperson');

beforeAll(async () => {
  finance = await testSubgraph(financeService, { role: 'all', env: { SETTLE_EVERY_MS: '50' } });
  const one = await (await Case.begin(caseKitOf(finance))).opened();
  await one.released();
  loanId = String(await eventually('the bank has paid', async () => (await one.order()).loanId));
});

afterAll(async () => {
  const { connection } = finance.platform.database;
  await connection.getClient().db(ledgerDatabaseOf(connection.name)).dropDatabase();
  await finance.stop();
});

type Answer = Record<string, never> & { userErrors: { code: string; field?: string[] }[] };

async function ask(text: string, variables: Record<string, unknown>, as: EmployeeActor, field: string): Promise<Answer> {
  const { data, errors } = await finance.graph(text, variables, as);
  if (!data) throw new Error(JSON.stringify(errors));
  return data[field] as unknown as Answer;
}

const act = (name: string, fields: string, input: object, as: EmployeeActor): Promise<Answer> =>
  ask(
    `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} userErrors { code field } } }`,
    { input },
    as,
    name,
  );

const terms = { annualRate: '0.1', method: 'EQUAL_INSTALMENT', periods: 24 };
const EARLY = `query ($amount: Money!, $loanId: ID!) { earlyRepaymentPreview(loanId: $loanId, amount: $amount, early: SMALLER_INSTALMENT) {
  preview { outstanding interestBefore interestAfter nextInstalment maturesOn rows { kind principal } } userErrors { code field } } }`;
const RESTRUCTURE = `query ($loanId: ID!, $terms: RestructureTermsInput!) { restructurePreview(loanId: $loanId, terms: $terms) {
  preview { rows { total } } userErrors { code field } } }`;

describe('[7.4, 4.19] a running loan is changed through the subgraph', () => {
  test('what would become of it can be seen first, by those who may see the loan', async () => {
    const early = await ask(EARLY, { loanId, amount: '10000.00' }, people.salesperson, 'earlyRepaymentPreview');
    expect(early).toMatchObject({
      userErrors: [],
      preview: { outstanding: '40000.00', rows: expect.arrayContaining([{ kind: 'PREPAYMENT', principal: '10000.00' }]) },
    });
    expect(await ask(EARLY, { loanId, amount: '10000.00' }, other, 'earlyRepaymentPreview')).toMatchObject({
      preview: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    const bad = await ask(RESTRUCTURE, { loanId, terms: { ...terms, annualRate: '0.2', periods: 0 } }, officer, 'restructurePreview');
    expect(bad.userErrors.map(({ code, field }) => [code, field?.join('.')])).toEqual([
      ['RESTRUCTURE_TERMS_INVALID', 'terms.annualRate'],
      ['RESTRUCTURE_TERMS_INVALID', 'terms.periods'],
    ]);
  });

  test('principal repaid early, new terms by two people, a worse class and its way back: all of it stands on the loan', async () => {
    const paid = {
      loanId,
      amount: '10000.00',
      paidOn: finance.platform.clock.today(),
      channel: 'BANK',
      channelTransactionId: newId('txn'),
    };
    const early = await act(
      'recordRepayment',
      'loan { scheduleNo outstanding }',
      { ...paid, requestKey: newId('key'), early: 'SHORTER_TERM' },
      officer,
    );
    expect(early).toMatchObject({ loan: { scheduleNo: 2, outstanding: '40000.00' } });
    const proposed = await act(
      'proposeRestructure',
      'request { id kind state proposedBy { id } }',
      { loanId, terms, reason: '经营困难' },
      officer,
    );
    expect(proposed).toMatchObject({
      userErrors: [],
      request: { kind: 'RESTRUCTURE', state: 'OPEN', proposedBy: { id: officer.employeeId } },
    });
    const { id: requestId } = proposed['request'] as unknown as { id: string };
    const waiting = await ask('{ loanRequests(state: OPEN) { nodes { id reason terms { periods } } } }', {}, manager, 'loanRequests');
    expect(waiting).toMatchObject({ nodes: [{ id: requestId, reason: '经营困难', terms: { periods: 24 } }] });
    expect(await ask('{ loanRequests { nodes { id } } }', {}, other, 'loanRequests')).toMatchObject({ nodes: [] });
    expect(await act('approveLoanRequest', 'request { state decidedBy { id } }', { requestId }, manager)).toMatchObject({
      request: { state: 'APPROVED', decidedBy: { id: manager.employeeId } },
    });
    await act('judgeLoanClass', 'loan { loanClass }', { loanId, loanClass: 'DOUBTFUL', reason: '失联' }, manager);
    const upgrade = await act(
      'proposeClassUpgrade',
      'request { id }',
      { loanId, loanClass: 'SPECIAL_MENTION', reason: '恢复联系' },
      officer,
    );
    const raised = { requestId: (upgrade['request'] as unknown as { id: string }).id };
    expect(await act('rejectLoanRequest', 'request { state decisionNote }', { ...raised, reason: '再观察' }, manager)).toMatchObject({
      request: { state: 'REJECTED', decisionNote: '再观察' },
    });
    const page = `query ($id: ID!) { loan(id: $id) { annualRate loanClass manualClass restructures watchUntil
      scheduleVersions { no cause terms { periods } rows { dueOn } } classChanges { from to cause reason } requests { kind state } } }`;
    expect(await ask(page, { id: loanId }, people.salesperson, 'loan')).toMatchObject({
      ...{ annualRate: '0.1', loanClass: 'DOUBTFUL', manualClass: 'DOUBTFUL', restructures: 1 },
      scheduleVersions: [
        { no: 1, cause: 'DISBURSEMENT' },
        { no: 2, cause: 'PREPAYMENT' },
        { no: 3, cause: 'RESTRUCTURE', terms: { periods: 24 } },
      ],
      classChanges: [{ from: 'PASS', to: 'DOUBTFUL', cause: 'JUDGEMENT', reason: '失联' }],
      requests: [
        { kind: 'RESTRUCTURE', state: 'APPROVED' },
        { kind: 'CLASS_UPGRADE', state: 'REJECTED' },
      ],
    });
  });

  test('what cannot be is refused with a reason: a write-off that is no loss, a request decided twice', async () => {
    expect(await act('proposeWriteOff', 'request { id }', { loanId, reason: '无法收回' }, officer)).toMatchObject({
      request: null,
      userErrors: [{ code: 'WRITE_OFF_NOT_LOSS' }],
    });
    const again = await act('proposeRestructure', 'request { id }', { loanId, terms, reason: '再次' }, officer);
    const { id: requestId } = again['request'] as unknown as { id: string };
    expect(await act('withdrawLoanRequest', 'request { state }', { requestId }, officer)).toMatchObject({
      request: { state: 'WITHDRAWN' },
    });
    expect(await act('approveLoanRequest', 'request { state }', { requestId }, manager)).toMatchObject({
      userErrors: [{ code: 'ILLEGAL_TRANSITION' }],
    });
  });
});
