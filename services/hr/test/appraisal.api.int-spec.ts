import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { businessDateOf, newId, quarterOf } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { inboxOf, MessageSource, person, sentTypes, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import type { AnyConsumer } from '@weilend/messaging';
import { timeRunsOut } from './builders/appraisal-kit.builder.js';
import { hrService } from '../src/hr.module.js';

let hr: SubgraphUnderTest;
let salesperson: EmployeeActor;
const hrManager = person('hr', 'hr-manager');
const otherManager = person('hr', 'hr-manager');
const source = new MessageSource();
const RUNNING = quarterOf(businessDateOf(new Date()));
const lines = [
  { indicator: 'DISBURSED_AMOUNT', weight: 60, target: 10_000_000 },
  { indicator: 'SATISFACTION_SCORE', weight: 40, target: 5 },
];

const SHEET =
  '{ id state total figures { disbursedFen loans newCustomers satisfactionAverage satisfactionSample } facts { kind aboutId } }';

async function mutate(
  name: string,
  input: object,
  as: EmployeeActor,
  selection = `appraisal ${SHEET}`,
): Promise<Record<string, unknown> & { userErrors: object[] }> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const answer = await hr.graph(
    `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code rule } } }`,
    { input },
    as,
  );
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name] as unknown as Record<string, unknown> & { userErrors: object[] };
}

interface Sold {
  readonly loanId: string;
  readonly applicationId: string;
  readonly amountFen: number;
}

/** The company was appraised by it for a long time. */
async function longPublished(schemeId: string): Promise<void> {
  const schemes = hr.platform.database.collection<{ _id: string }>('appraisal_schemes');
  await schemes.updateOne({ _id: schemeId }, { $set: { fromQuarter: '2025-Q2' } });
}

async function disbursed(
  amountFen: number,
  first: boolean,
  disbursedOn: string,
  ids: Pick<Sold, 'loanId' | 'applicationId'> = soldIds(),
): Promise<string> {
  await receive('finance.loan-disbursed.v1', { ...ids, amountFen }, { firstLoanOfCustomer: first, disbursedOn });
  return ids.loanId;
}

const soldIds = () => ({ loanId: newId('lon'), applicationId: newId('app') });

/** The payment of a loan was taken back. */
const reversed = (sold: Sold, reversedOn: string): Promise<void> =>
  receive('finance.disbursement-reversed.v1', sold, { cause: 'BANK_RETURNED', reversedOn });

async function receive(
  type: 'finance.loan-disbursed.v1' | 'finance.disbursement-reversed.v1',
  { loanId, applicationId, amountFen }: Sold,
  facts: object,
): Promise<void> {
  const ids = {
    disbursementId: newId('dis'),
    contractId: newId('con'),
    customerId: newId('cus'),
    salespersonId: salesperson.employeeId,
    productId: newId('prd'),
  };
  const terms = { amountFen, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const };
  const data = { loanId, applicationId, ...ids, ...terms, firstDueOn: '2026-12-01', ...facts };
  const consumers = hrService.consumers.map((consumer) => hr.app.get<AnyConsumer>(consumer));
  const envelope = source.event(type, applicationId, data as never);
  const inbox = inboxOf(hr.platform, consumers);
  expect(await inbox.receive(envelope)).toBe('applied');
  expect(await inbox.receive(envelope)).toBe('seen');
}

beforeAll(async () => {
  hr = await testSubgraph(hrService);
  const hired = await mutate(
    'hireEmployee',
    { employeeNo: 'S-1', name: '周一', department: 'SALES', roles: ['SALESPERSON'], password: 'long enough password' },
    person(null, 'administrator'),
    'employee { id }',
  );
  salesperson = { kind: 'employee', department: 'sales', roles: ['salesperson'], employeeId: (hired['employee'] as { id: string }).id };
});

afterAll(() => hr.stop());

describe('[5.1, 5.5] a quarter sheet', () => {
  test('needs a scheme whose performance weighs most', async () => {
    const input = { employeeId: salesperson.employeeId, quarter: '2026-Q1' };
    expect(await mutate('openAppraisal', input, hrManager)).toMatchObject({ appraisal: null, userErrors: [{ code: 'SCHEME_MISSING' }] });
    const wrong = {
      fromQuarter: '2026-Q1',
      lines: [
        { ...lines[0], weight: 40 },
        { ...lines[1], weight: 60 },
      ],
    };
    expect(await mutate('publishAppraisalScheme', wrong, hrManager, 'schemeId')).toMatchObject({
      userErrors: [{ code: 'SCHEME_PERFORMANCE_NOT_HEAVIEST', rule: '1.7' }],
    });
    const late = { fromQuarter: '2026-Q1', lines };
    expect(await mutate('publishAppraisalScheme', late, hrManager, 'schemeId')).toMatchObject({
      userErrors: [{ code: 'SCHEME_TOO_LATE' }],
    });
    const { schemeId } = await mutate('publishAppraisalScheme', { fromQuarter: RUNNING, lines }, hrManager, 'schemeId');
    expect(await mutate('openAppraisal', input, hrManager)).toMatchObject({ userErrors: [{ code: 'SCHEME_MISSING' }] });
    const approve = (as: EmployeeActor) => mutate('approveAppraisalScheme', { schemeId }, as, 'schemeId');
    expect(await approve(hrManager)).toMatchObject({ userErrors: [{ code: 'SCHEME_SAME_PERSON', rule: '1.7' }] });
    const read = await hr.graph('{ appraisalSchemes { nodes { version } } }', {}, otherManager);
    const { version } = (read.data as { appraisalSchemes: { nodes: { version: number }[] } }).appraisalSchemes.nodes[0] ?? { version: -1 };
    const another = await mutate('approveAppraisalScheme', { schemeId, version: version - 1 }, otherManager, 'schemeId');
    expect(another).toMatchObject({ userErrors: [{ code: 'PROPOSAL_CHANGED', rule: '1.7' }] });
    const signed = { schemeId, version };
    expect(await mutate('approveAppraisalScheme', signed, otherManager, 'schemeId')).toMatchObject({ schemeId, userErrors: [] });
    expect(await approve(otherManager)).toMatchObject({ userErrors: [{ code: 'SCHEME_PUBLISHED' }] });
    expect(await mutate('publishAppraisalScheme', { fromQuarter: RUNNING, lines }, hrManager, 'schemeId')).toMatchObject({
      userErrors: [{ code: 'SCHEME_TOO_LATE' }],
    });
    await longPublished(schemeId as string);
  });

  test('counts from facts, drills down to loans, closes after the quarter with frozen figures', async () => {
    const loans = [await disbursed(6_000_000, true, '2026-02-01'), await disbursed(1_500_000, false, '2026-03-31')];
    await disbursed(9_900_000, false, '2026-04-01');
    const opened = await mutate('openAppraisal', { employeeId: salesperson.employeeId, quarter: '2026-Q1' }, hrManager);
    const figures = { disbursedFen: '75000.00', loans: 2, newCustomers: 1, satisfactionAverage: null, satisfactionSample: 0 };
    expect(opened).toMatchObject({
      userErrors: [],
      appraisal: { state: 'OPEN', total: 75, figures, facts: loans.map((aboutId) => ({ kind: 'LOAN_DISBURSED', aboutId })) },
    });
    const { id } = opened['appraisal'] as { id: string };
    expect(await mutate('closeAppraisal', { appraisalId: id }, hrManager)).toMatchObject({ userErrors: [{ code: 'SHEET_STEP_DUE' }] });
    await timeRunsOut(hr.platform, id);
    expect(await mutate('closeAppraisal', { appraisalId: id }, hrManager)).toMatchObject({
      userErrors: [],
      appraisal: { state: 'CLOSED', total: 75 },
    });
    expect(await sentTypes(hr.platform)).toContain('hr.appraisal-closed.v1');
    await disbursed(1_000_000, false, '2026-03-30');
    const again = await hr.graph(`query ($id: ID!) { appraisalSheet(id: $id) ${SHEET} }`, { id }, hrManager);
    expect(again.data).toMatchObject({ appraisalSheet: { figures, total: 75 } });
    expect(await mutate('closeAppraisal', { appraisalId: id }, hrManager)).toMatchObject({ userErrors: [{ code: 'ILLEGAL_TRANSITION' }] });
  });

  test('[5.1, 5.5] a loan whose payment was taken back is counted off: in its own quarter, or later when that is closed', async () => {
    const sale = (amountFen: number): Sold => ({ ...soldIds(), amountFen });
    const [open, closed] = [sale(2_000_000), sale(500_000)];
    await disbursed(open.amountFen, true, '2025-07-02', open);
    await disbursed(900_000, false, '2025-07-03');
    await disbursed(closed.amountFen, true, '2025-04-02', closed);
    const sheetOf = async (quarter: string) =>
      (await mutate('openAppraisal', { employeeId: salesperson.employeeId, quarter }, hrManager))['appraisal'] as { id: string };
    const second = await sheetOf('2025-Q2');
    await timeRunsOut(hr.platform, second.id);
    await mutate('closeAppraisal', { appraisalId: second.id }, hrManager);
    await reversed(open, '2025-10-01');
    await reversed(closed, '2025-07-05');
    await reversed(sale(1), '2025-07-05');
    const ask = async (id: string) => (await hr.graph(`query ($id: ID!) { appraisalSheet(id: $id) ${SHEET} }`, { id }, hrManager)).data;
    expect(await ask((await sheetOf('2025-Q3')).id)).toMatchObject({
      appraisalSheet: { figures: { disbursedFen: '4000.00', loans: 0, newCustomers: -1 } },
    });
    expect(await ask(second.id)).toMatchObject({
      appraisalSheet: { state: 'CLOSED', figures: { disbursedFen: '5000.00', loans: 1, newCustomers: 1 } },
    });
  });

  test('one sheet per person and quarter; the running quarter cannot be closed', async () => {
    expect(await mutate('openAppraisal', { employeeId: salesperson.employeeId, quarter: '2026-Q1' }, hrManager)).toMatchObject({
      userErrors: [{ code: 'SHEET_EXISTS' }],
    });
    const { appraisal } = await mutate('openAppraisal', { employeeId: salesperson.employeeId, quarter: RUNNING }, hrManager);
    expect(await mutate('closeAppraisal', { appraisalId: (appraisal as { id: string }).id }, hrManager)).toMatchObject({
      userErrors: [{ code: 'QUARTER_NOT_ENDED' }],
    });
  });

  test("a salesperson sees his own sheets and nobody else's", async () => {
    const list = '{ appraisalSheets { nodes { id employee { id } } totalCount } }';
    const own = await hr.graph(list, {}, salesperson);
    expect(own.data).toMatchObject({ appraisalSheets: { totalCount: 4 } });
    expect((await hr.graph(list, {}, person('sales', 'salesperson'))).data).toMatchObject({
      appraisalSheets: { nodes: [], totalCount: 0 },
    });
  });
});

describe('[5.1, 5.3, 5.5] the cycle through the graph', () => {
  const asked = async (query: string, variables: object, as: EmployeeActor) => {
    const answer = await hr.graph(query, variables as Record<string, unknown>, as);
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  const boss = person('sales', 'sales-manager');
  const FACTS = `query ($of: ID!, $quarter: String!, $indicator: AppraisalIndicator!, $after: String) {
    appraisalFacts(employeeId: $of, quarter: $quarter, indicator: $indicator, first: 1, after: $after) { nodes { kind aboutId value quarter } totalCount pageInfo { hasNextPage endCursor } }
    appraisalLoans(employeeId: $of, quarter: $quarter) { nodes { loanId outstandingFen overdueFen nplFen } totalCount }
  }`;
  const facts = (indicator: string, as: EmployeeActor, after: string | null = null) =>
    asked(FACTS, { of: salesperson.employeeId, quarter: '2026-Q1', indicator, after }, as);

  test('each figure is followed down to its facts, page by page, and the rates to their loans', async () => {
    const first = (await facts('LOANS', salesperson)) as { appraisalFacts: { pageInfo: { endCursor: string } } };
    expect(first).toMatchObject({
      appraisalFacts: { nodes: [{ kind: 'LOAN_DISBURSED', value: 6_000_000 }], totalCount: 2, pageInfo: { hasNextPage: true } },
    });
    const second = await facts('LOANS', salesperson, first.appraisalFacts.pageInfo.endCursor);
    expect(second).toMatchObject({
      appraisalFacts: { nodes: [{ value: 1_500_000, quarter: '2026-Q1' }], pageInfo: { hasNextPage: false } },
    });
    const { appraisalLoans } = (await facts('OVERDUE_RATE', boss)) as { appraisalLoans: { nodes: { overdueFen: string }[] } };
    expect(appraisalLoans.nodes.length).toBeGreaterThan(1);
    expect(appraisalLoans.nodes.every(({ overdueFen }) => overdueFen === '0.00')).toBe(true);
    expect(await facts('LOANS', person('sales', 'salesperson'))).toMatchObject({
      appraisalFacts: { nodes: [], totalCount: 0 },
      appraisalLoans: { nodes: [] },
    });
  });

  test('a sheet goes through self view, review and appeal; the scheme, the due list and the calibration show it', async () => {
    const sheets = await asked('{ appraisalSheets(quarter: "2025-Q3", state: OPEN) { nodes { id } } }', {}, boss);
    const appraisalId = (sheets['appraisalSheets'] as { nodes: { id: string }[] }).nodes[0]?.id ?? '';
    const select =
      'appraisal { stage dueAt reviewedWithoutSelfView escalations { step toIds } total corrections { kind belongsTo } scheme { fromQuarter lines { indicator } } review { adjustments { points reason } } appeal { text } figures { outstandingFen overdueRate nplRate } gates { kind } }';
    const on = { appraisalId, text: '已核对' };
    expect(await mutate('viewOwnAppraisal', on, salesperson, select)).toMatchObject({
      userErrors: [],
      appraisal: { stage: 'SELF_VIEWED' },
    });
    const adjusted = { ...on, adjustments: [{ points: 1, reason: '客户表扬' }] };
    expect(await mutate('reviewAppraisal', adjusted, boss, select)).toMatchObject({
      userErrors: [{ code: 'ADJUSTMENT_ABOVE_LIMIT', rule: '1.7' }],
    });
    expect(await mutate('reviewAppraisal', on, boss, select)).toMatchObject({
      userErrors: [],
      appraisal: {
        stage: 'REVIEWED',
        scheme: { fromQuarter: '2025-Q2' },
        corrections: [{ kind: 'LOAN_REVERSED', belongsTo: '2025-Q2' }],
        gates: [],
        reviewedWithoutSelfView: false,
        escalations: [],
      },
    });
    expect(await mutate('closeAppraisal', { appraisalId }, hrManager)).toMatchObject({ userErrors: [{ code: 'APPEAL_STILL_POSSIBLE' }] });
    expect(await mutate('closeAppraisalQuarter', { quarter: '2025-Q3' }, hrManager, 'appraisalQuarter { state }')).toMatchObject({
      userErrors: [{ code: 'QUARTER_UNDECIDED' }],
    });
    expect(await mutate('appealAppraisal', on, salesperson, select)).toMatchObject({ userErrors: [], appraisal: { stage: 'APPEALED' } });
    expect(await mutate('decideAppraisalAppeal', { ...on, accepted: false }, boss, select)).toMatchObject({
      userErrors: [{ code: 'APPEAL_OWN_DECISION' }],
    });
    expect(await mutate('decideAppraisalAppeal', { ...on, accepted: false }, hrManager, select)).toMatchObject({
      appraisal: { stage: 'DECIDED', dueAt: null },
    });
    const seen = await asked(
      '{ appraisalsDue(first: 5, overdue: true) { nodes { id dueAt } } appraisalSchemes { nodes { fromQuarter state approvedBy gates { kind } } } appraisalCalibration(quarter: "2025-Q3") { sheets median bands { from count } reviewers { employeeId moved } } appraisalQuarter(quarter: "2025-Q3") { state done } }',
      {},
      hrManager,
    );
    expect(seen).toMatchObject({
      appraisalSchemes: {
        nodes: [{ fromQuarter: '2025-Q2', state: 'PUBLISHED', approvedBy: otherManager.employeeId }],
      },
      appraisalCalibration: { sheets: 1, reviewers: [{ employeeId: boss.employeeId, moved: 0 }] },
      appraisalQuarter: { state: 'OPEN', done: 0 },
    });
  });

  test('a rebuild of the facts is asked for once at a time, and shows its progress', async () => {
    const select = 'factRebuild { state subjects done }';
    const begun = await mutate('rebuildAppraisalFacts', {}, hrManager, select);
    expect(begun).toMatchObject({ userErrors: [], factRebuild: { state: 'RUNNING', done: 0 } });
    expect(await mutate('rebuildAppraisalFacts', {}, hrManager, select)).toMatchObject({
      userErrors: [{ code: 'REBUILD_RUNNING', rule: '5.1' }],
    });
    expect(await asked('{ factRebuilds { nodes { state subjects named } totalCount } }', {}, hrManager)).toMatchObject({
      factRebuilds: { nodes: [{ state: 'RUNNING', named: [] }], totalCount: 1 },
    });
  });
});
