import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { businessDateOf, newId, quarterOf } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { hrService } from '../src/hr.module.js';
import { givenSheet } from './builders/bonus.builder.js';
import type { GivenSheet } from './builders/bonus.builder.js';

let hr: SubgraphUnderTest;
let sheet: GivenSheet;
let bonusId = '';
const [clerk, boss, finance] = [person('hr', 'hr-manager'), person('hr', 'hr-manager'), person('finance', 'finance-manager')];
const seller = (employeeId: string): EmployeeActor => ({ ...person('sales', 'salesperson'), employeeId });
const QUARTER = '2026-Q1';

const rule = {
  base: { kind: 'SHARE_OF_LOANS', shareBps: 50 },
  performance: { kind: 'STEPS', points: [{ at: 0, coefficientBps: 10_000 }] },
  score: {
    kind: 'LINEAR',
    points: [
      { at: 0, coefficientBps: 0 },
      { at: 100, coefficientBps: 10_000 },
    ],
  },
  risk: { overdue: [], npl: [] },
  caps: { personFen: '50000.00' },
  minScore: 60,
  deferral: { shareBps: 4_000, quarters: 2 },
  clawback: { shareBps: 10_000, quarters: 4 },
  bad: { bucket: 'M4_PLUS', loanClass: 'SUBSTANDARD' },
};

type Answer = Record<string, unknown> & { userErrors: object[] };

async function mutate(name: string, input: object, as: EmployeeActor, selection: string): Promise<Answer> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code field rule message } } }`;
  const answer = await hr.graph(query, { input }, as);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name] as Answer;
}

async function ask(query: string, as: EmployeeActor, variables: object = {}): Promise<Record<string, unknown>> {
  const answer = await hr.graph(query, { ...variables }, as);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

const draft = (fromQuarter: string, formula: object = rule, as = clerk) =>
  mutate('draftBonusFormula', { fromQuarter, formula, reason: '2026 年奖金办法' }, as, 'formula { id state draftedAt }');
const BONUS = `id state quarter baseFen totalFen paidNowFen deferredFen dueFen setOffFen payoutFen owedBeforeFen owedFen releaseOn blockedBy
  inputs { disbursedFen loans performance score overdueFen } lines { code name factor amountFen explanation } formula { fromQuarter }
  appraisal { id quarter } deferred { state amountFen heldFen releaseOn } clawbacks { totalCount }
  loanParts(first: 1) { nodes { loanId amountFen partFen deferredFen takenFen } pageInfo { hasNextPage } totalCount }`;

beforeAll(async () => {
  hr = await testSubgraph(hrService);
  sheet = await givenSheet(hr.platform, { quarter: QUARTER });
  await givenSheet(hr.platform, { quarter: QUARTER, loans: [10_000_000] });
});
afterAll(() => hr.stop());

describe('[5.6] the formula through the graph', () => {
  test('one that is wrong is told field by field, when it is tried and when it is drafted', async () => {
    const wrong = { ...rule, minScore: 999, caps: { personFen: '0.00' } };
    const fields = [
      ['formula', 'caps', 'personFen'],
      ['formula', 'minScore'],
    ];
    const userErrors = fields.map((field) => ({ code: 'BONUS_FORMULA_INVALID', field, rule: '5.6' }));
    expect(await draft(QUARTER, wrong)).toMatchObject({ formula: null, userErrors });
    const tried = await ask(
      `query ($formula: BonusRuleInput!) { simulateBonusFormula(formula: $formula, quarter: "${QUARTER}") { people userErrors { code field rule } } }`,
      clerk,
      { formula: wrong },
    );
    expect(tried).toMatchObject({ simulateBonusFormula: { people: null, userErrors } });
  });

  test('is tried, drafted, published by another person and read by everybody whom it pays', async () => {
    const tried = await ask(
      `query ($formula: BonusRuleInput!) { simulateBonusFormula(formula: $formula, quarter: "${QUARTER}", first: 1) {
         people blocked oldTotalFen newTotalFen userErrors { code }
         bonuses { totalCount pageInfo { hasNextPage } nodes { oldFen newFen differenceFen inputs { score } lines { explanation } } } } }`,
      finance,
      { formula: rule },
    );
    expect(tried).toMatchObject({
      simulateBonusFormula: {
        ...{ people: 2, blocked: 0, oldTotalFen: null, newTotalFen: '5500.00', userErrors: [] },
        bonuses: { totalCount: 2, pageInfo: { hasNextPage: true }, nodes: [{ oldFen: null, newFen: '5000.00', inputs: { score: 100 } }] },
      },
    });
    const running = quarterOf(businessDateOf(new Date()));
    const { formula } = await draft(running);
    const { id: formulaId } = formula as { id: string };
    const publish = (as: EmployeeActor) => mutate('publishBonusFormula', { formulaId }, as, 'formula { state }');
    expect(await publish(clerk)).toMatchObject({ userErrors: [{ code: 'BONUS_FORMULA_SAME_PERSON' }] });
    const past = (await draft(QUARTER))['formula'] as { id: string };
    const publishPast = () => mutate('publishBonusFormula', { formulaId: past.id }, boss, 'formula { state }');
    expect(await publishPast()).toMatchObject({ userErrors: [{ code: 'BONUS_FORMULA_TOO_LATE', rule: '5.6' }] });
    expect(await publish(boss)).toMatchObject({ formula: { state: 'PUBLISHED' }, userErrors: [] });
    expect(await publishPast()).toMatchObject({ userErrors: [{ code: 'BONUS_FORMULA_TOO_LATE' }] });
    // As if the company had paid by it for a long time.
    const formulas = hr.platform.database.collection<{ _id: string }>('bonus_formulas');
    await formulas.updateOne({ _id: formulaId }, { $set: { fromQuarter: QUARTER } });
    const list = `{ bonusFormulas(state: PUBLISHED) { nodes { fromQuarter formula { base { shareBps } caps { personFen } score { kind points { at } } } } } }`;
    expect(await ask(list, seller(sheet.employeeId))).toMatchObject({
      bonusFormulas: { nodes: [{ fromQuarter: QUARTER, formula: { base: { shareBps: 50 }, caps: { personFen: '50000.00' } } }] },
    });
  });

  test('a draft can be withdrawn with a reason', async () => {
    const { formula } = await draft('2099-Q1');
    const { id: formulaId } = formula as { id: string };
    const withdraw = (reason: string) => mutate('withdrawBonusFormula', { formulaId, reason }, clerk, 'formula { state withdrawalReason }');
    expect(await withdraw('')).toMatchObject({ userErrors: [{ code: 'BONUS_REASON_MISSING' }] });
    expect(await withdraw('季度写错')).toMatchObject({ formula: { state: 'WITHDRAWN', withdrawalReason: '季度写错' } });
  });
});

describe('[5.6] the settlement through the graph', () => {
  test('prepared by one person, approved by another, once', async () => {
    const prepare = () => mutate('prepareBonuses', { quarter: QUARTER }, clerk, `more bonuses { ${BONUS} }`);
    const made = await prepare();
    expect(made).toMatchObject({ more: false, userErrors: [] });
    const [first, second] = made['bonuses'] as { id: string }[];
    bonusId = first?.id ?? '';
    expect(first).toMatchObject({
      ...{ state: 'PREPARED', totalFen: '5000.00', paidNowFen: '3000.00', deferredFen: '2000.00', releaseOn: '2026-10-01', blockedBy: [] },
      inputs: { disbursedFen: '1000000.00', loans: 2, performance: 100, score: 100, overdueFen: null },
      formula: { fromQuarter: QUARTER },
      loanParts: {
        nodes: [{ loanId: sheet.loanIds[0], amountFen: '600000.00', partFen: '3000.00', deferredFen: '1200.00', takenFen: '0.00' }],
        pageInfo: { hasNextPage: true },
        totalCount: 2,
      },
    });
    expect((first as unknown as { lines: object[] }).lines[0]).toMatchObject({
      ...{ code: 'BASE', name: '基数', factor: '0.0050', amountFen: '5000.00' },
      explanation: '发放金额 1,000,000.00 元 × 0.50%，得 5,000.00 元',
    });
    expect(await prepare()).toMatchObject({ bonuses: null, userErrors: [{ code: 'BONUS_ALREADY_SETTLED', rule: '5.6' }] });
    const approve = (as: EmployeeActor, ids: string[]) => mutate('approveBonuses', { bonusIds: ids }, as, `bonuses { ${BONUS} }`);
    expect(await approve(clerk, [bonusId])).toMatchObject({ bonuses: null, userErrors: [{ code: 'BONUS_SAME_PERSON' }] });
    expect(await approve(finance, [bonusId])).toMatchObject({
      bonuses: [{ state: 'SENT', payoutFen: '3000.00', owedFen: '0.00', deferred: { state: 'HELD', heldFen: '2000.00' } }],
      userErrors: [],
    });
    const reject = await mutate('rejectBonus', { bonusId: second?.id, reason: '请核对金额' }, boss, 'bonus { state rejectionReason }');
    expect(reject).toMatchObject({ bonus: { state: 'REJECTED', rejectionReason: '请核对金额' }, userErrors: [] });
    expect(await mutate('sendBonusAgain', { bonusId }, clerk, 'bonusId')).toMatchObject({ userErrors: [{ code: 'BONUS_NOT_RETURNED' }] });
  });

  test('the lists: of a quarter by state, own ones, what falls due, clawbacks', async () => {
    const lists = await ask(
      `{ bonuses(quarter: "${QUARTER}", state: SENT) { nodes { id approvedAt } totalCount }
         deferredBonuses(until: "2026-10-01") { nodes { quarter releaseOn heldFen statement { id } } totalCount }
         bonusClawbacks(quarter: "${QUARTER}") { nodes { id } totalCount } ownBonuses { nodes { id } } bonusBalances { nodes { owedFen employee { id } } totalCount } }`,
      boss,
    );
    expect(lists).toMatchObject({
      bonuses: { nodes: [{ id: bonusId }], totalCount: 1 },
      deferredBonuses: { nodes: [{ quarter: QUARTER, releaseOn: '2026-10-01', heldFen: '2000.00', statement: { id: bonusId } }] },
      ...{ bonusClawbacks: { totalCount: 0 }, ownBonuses: { nodes: [] }, bonusBalances: { nodes: [], totalCount: 0 } },
    });
  });

  test('a person sees his own and nobody else’s', async () => {
    const query = `query ($id: ID!) { bonus(id: $id) { id totalFen } ownBonuses { nodes { id } } bonuses { totalCount } deferredBonuses { totalCount } }`;
    const own = await ask(query, seller(sheet.employeeId), { id: bonusId });
    expect(own).toMatchObject({
      ...{ bonus: { totalFen: '5000.00' }, ownBonuses: { nodes: [{ id: bonusId }] } },
      ...{ bonuses: { totalCount: 1 }, deferredBonuses: { totalCount: 1 } },
    });
    const other = await ask(query, seller(newId('emp')), { id: bonusId });
    expect(other).toMatchObject({ bonus: null, ownBonuses: { nodes: [] }, bonuses: { totalCount: 0 }, deferredBonuses: { totalCount: 0 } });
    const narrowed = await ask(`{ bonuses(employeeId: "${sheet.employeeId}") { totalCount } }`, seller(newId('emp')));
    expect(narrowed).toMatchObject({ bonuses: { totalCount: 0 } });
  });

  test('the statement is read in Chinese and downloaded by its person', async () => {
    const { bonus } = await ask('query ($id: ID!) { bonus(id: $id) { html pdf { url fileId } } }', seller(sheet.employeeId), {
      id: bonusId,
    });
    const { html, pdf } = bonus as { html: string; pdf: { url: string; fileId: string } };
    expect(html).toContain('绩效奖金单');
    expect(html).toContain(sheet.loanIds[0] ?? '-');
    expect(pdf.fileId).toBe(bonusId);
    const { pathname, search } = new URL(pdf.url, hr.url);
    const file = await fetch(`${hr.url}${pathname}${search}`);
    expect(file.headers.get('content-type')).toContain('application/pdf');
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});
