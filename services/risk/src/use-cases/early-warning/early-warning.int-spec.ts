import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import { sentMessages } from '@weilend/testing';
import { reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import type { BureauInquiry } from '../../domain/bureau/bureau-inquiry.js';
import { firstRules } from '../../domain/early-warning/first-rules.js';
import type { RuleContent } from '../../domain/early-warning/warning-rule.js';
import { alertLife } from '../../persistence/migrations/0006-alert-life.js';

let risk: RiskUnderTest;
beforeAll(async () => {
  risk = await riskUnderTest();
  await alertLife.up(risk.platform.database);
  // A crash half way runs it again.
  await alertLife.up(risk.platform.database);
});
afterAll(() => risk.platform.stop());

type Class = 'PASS' | 'SPECIAL_MENTION' | 'SUBSTANDARD' | 'DOUBTFUL';
const ids = () => ({ loanId: newId('lon'), customerId: newId('cus'), applicationId: newId('app') });
type Ids = ReturnType<typeof ids>;

const late = (about: Ids, daysPastDue: number, change: { businessDate?: string; loanClass?: Class; previousClass?: Class } = {}) => {
  const buckets = { bucket: 'M1' as const, previousBucket: 'CURRENT' as const, loanClass: 'PASS' as const, previousClass: 'PASS' as const };
  const data = {
    ...{ ...about, salespersonId: newId('emp'), businessDate: '2026-11-20', daysPastDue, ...buckets, outstandingPrincipalFen: 100 },
    ...change,
  };
  return risk.inbox.receive(risk.source.event('finance.loan-status-changed.v1', about.loanId, data));
};
const alertsAbout = async (aboutId: string) => {
  const rows = risk.platform.database.collection<{ _id: string; aboutId: string }>('risk_alerts').find({ aboutId }).sort({ _id: 1 });
  const found = await rows.toArray();
  return Promise.all(found.map(({ _id }) => reading(risk, (tx) => risk.alerts.get(_id, tx))));
};

describe('[4.23] a hit raises one alert, and says why', () => {
  test('of a loan that is late: graver as it gets later, never a second one', async () => {
    const about = ids();
    await late(about, 1);
    const [first] = await alertsAbout(about.loanId);
    expect(first).toMatchObject({
      level: 'LOW',
      raisedBy: 'service:risk',
      rule: { code: 'DPD_1', facts: [{ amount: 1, on: '2026-11-20' }] },
    });
    expect(first?.rule?.explanation).toContain('出现逾期');
    await late(about, 2);
    await late(about, 31);
    await late(about, 91);
    const alerts = await alertsAbout(about.loanId);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ id: first?.id, level: 'HIGH', rule: { code: 'DPD_90' }, customerId: about.customerId });
    const said = (await sentMessages(risk.platform)).filter(({ subject }) => subject === first?.id);
    expect(said.map(({ type }) => type)).toEqual(['risk.alert-raised.v1', 'risk.alert-escalated.v1']);
    expect(await reading(risk, (tx) => risk.watches.openOf(about.customerId, tx))).toMatchObject({ level: 'HIGH' });
  });

  test('of promises: the first broken one, half kept ones beside it', async () => {
    const about = ids();
    const broken = (brokenPromises: number, receivedFen: number) => {
      const money = { promiseId: newId('ptp'), amountFen: 1_000, receivedFen, byOn: '2026-11-20', daysPastDue: 0, brokenPromises };
      const data = { ...about, salespersonId: newId('emp'), ...money };
      return risk.inbox.receive(risk.source.event('finance.promise-broken.v1', about.loanId, data));
    };
    await broken(1, 400);
    await broken(2, 300);
    await broken(3, 0);
    const alerts = await alertsAbout(about.loanId);
    expect(alerts.map(({ level, rule }) => [rule?.code, level])).toEqual([
      ['BROKEN_PROMISE_2', 'HIGH'],
      ['PARTIAL_PAYMENTS', 'MEDIUM'],
    ]);
  });

  test('of complaints: the third of a customer, whatever the tickets', async () => {
    const customerId = newId('cus');
    const complain = (kind: 'COMPLAINT' | 'PRAISE', reopened = false) => {
      const ticketId = newId('fbk');
      const said = { ticketId, customerId, salespersonId: newId('emp'), kind, severity: 'LOW' as const };
      const data = { ...said, reopened, answerDueAt: '2026-11-21T02:00:00.000Z', openedOn: '2026-11-20' };
      return risk.inbox.receive(risk.source.event('sales.feedback-opened.v1', ticketId, data));
    };
    await complain('COMPLAINT');
    await complain('COMPLAINT');
    await complain('PRAISE');
    await complain('COMPLAINT', true);
    expect(await alertsAbout(customerId)).toEqual([]);
    await complain('COMPLAINT');
    await complain('COMPLAINT');
    expect(await alertsAbout(customerId)).toMatchObject([{ level: 'LOW', rule: { code: 'COMPLAINTS', facts: [{}, {}, {}] } }]);
  });

  test('of an account that was changed, once', async () => {
    const customerId = newId('cus');
    const add = (accountsBefore: number) => {
      const data = { customerId, payeeAccountId: newId('acc'), accountsBefore, addedOn: '2026-11-20' };
      return risk.inbox.receive(risk.source.event('finance.payee-account-added.v1', customerId, data));
    };
    await add(1);
    await add(2);
    expect(await alertsAbout(customerId)).toMatchObject([{ level: 'LOW', rule: { code: 'ACCOUNT_CHANGED', facts: [{ amount: 1 }] } }]);
  });

  describe('of a customer who owes money', () => {
    /** A loan that was paid out. */
    const lent = async (): Promise<Ids> => {
      const about = ids();
      const terms = {
        productId: newId('prd'),
        amountFen: 300_000,
        termMonths: 12,
        annualRate: '0.12',
        method: 'EQUAL_INSTALMENT' as const,
      };
      const dates = { disbursedOn: '2026-10-19', firstDueOn: '2026-11-19', firstLoanOfCustomer: true };
      const loan = { ...about, contractId: newId('con'), disbursementId: newId('dis'), salespersonId: newId('emp'), ...terms, ...dates };
      await risk.inbox.receive(risk.source.event('finance.loan-disbursed.v1', about.applicationId, loan));
      return about;
    };
    const inquired = (customerId: string, inquiriesIn6Months: number) => {
      const { applicationId } = ids();
      const report = {
        ...{ score: 700, currentSeriousDelinquency: false, delinquenciesIn24Months: 0, openCredits: 1 },
        inquiriesIn6Months,
      };
      const answered = { id: newId('biq'), customerId, applicationId, report: { ...report, reportedOn: '2026-11-20', details: null } };
      const inquiry = { ...answered, answeredAt: new Date('2026-11-20T02:00:00Z') } as BureauInquiry;
      return reading(risk, (tx) => risk.readSignals.bureauAnswered(inquiry, tx));
    };
    const renamed = (customerId: string) => {
      const data = { customerId, changedBy: newId('emp'), changedOn: '2026-11-20' };
      return risk.inbox.receive(risk.source.event('sales.representative-changed.v1', customerId, data));
    };

    test('when lenders keep asking the bureau about him', async () => {
      const { customerId } = await lent();
      await inquired(customerId, 5);
      expect(await alertsAbout(customerId)).toEqual([]);
      await inquired(customerId, 6);
      await inquired(customerId, 9);
      expect(await alertsAbout(customerId)).toMatchObject([{ level: 'MEDIUM', rule: { code: 'INQUIRIES_6', facts: [{ amount: 6 }] } }]);
    });

    test('when his business has another legal representative', async () => {
      const { customerId } = await lent();
      await renamed(customerId);
      await renamed(customerId);
      expect(await alertsAbout(customerId)).toMatchObject([{ level: 'MEDIUM', rule: { code: 'REPRESENTATIVE_CHANGED' } }]);
    });

    test('not of somebody who owes nothing: that is for the scorecard and the file', async () => {
      const { customerId } = ids();
      await inquired(customerId, 20);
      await renamed(customerId);
      expect(await alertsAbout(customerId)).toEqual([]);
    });
  });

  test('of a business that goes down for three months; one good month in between saves it', async () => {
    const change = (about: Ids, [observedOn, was, is]: readonly [string, number, number]) => {
      const unknown = { staff: null, stockFen: null, debtFen: null, collateralFen: null };
      const figures = { before: { annualRevenueFen: was, ...unknown }, after: { annualRevenueFen: is, ...unknown } };
      const data = { changeId: newId('bch'), applicationId: about.applicationId, customerId: about.customerId, observedOn, ...figures };
      return risk.inbox.receive(risk.source.event('sales.business-change-recorded.v1', about.applicationId, data));
    };
    const [down, mixed] = [ids(), ids()];
    for (const step of [
      ['2026-09-10', 100, 90],
      ['2026-10-10', 90, 80],
      ['2026-11-10', 80, 70],
    ] as const)
      await change(down, step);
    for (const step of [
      ['2026-09-10', 100, 90],
      ['2026-10-10', 90, 95],
      ['2026-11-10', 95, 70],
    ] as const)
      await change(mixed, step);
    expect(await alertsAbout(down.applicationId)).toMatchObject([{ rule: { code: 'REVENUE_DOWN_3_MONTHS', facts: [{}, {}, {}] } }]);
    expect(await alertsAbout(mixed.applicationId)).toEqual([]);
  });

  test('of two inspections that could not tell; misuse comes as its own work', async () => {
    const about = ids();
    const inspected = (verdict: 'UNCLEAR' | 'MISUSE' | 'AS_AGREED', inspectedOn: string) => {
      const data = { loanId: about.loanId, applicationId: about.applicationId, inspectionId: newId('ins'), verdict, inspectedOn };
      return risk.inbox.receive(risk.source.event('sales.inspection-recorded.v1', about.loanId, { ...data, inspectorId: newId('emp') }));
    };
    await inspected('UNCLEAR', '2026-10-20');
    await inspected('MISUSE', '2026-11-01');
    await inspected('AS_AGREED', '2026-11-02');
    expect(await alertsAbout(about.loanId)).toEqual([]);
    await inspected('UNCLEAR', '2026-11-20');
    expect(await alertsAbout(about.loanId)).toMatchObject([{ rule: { code: 'INSPECTIONS_UNCLEAR' } }]);
  });

  test('of the first instalment that was not paid, beside the days', async () => {
    const about = ids();
    const terms = { productId: newId('prd'), amountFen: 300_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const };
    const dates = { disbursedOn: '2026-10-19', firstDueOn: '2026-11-19', firstLoanOfCustomer: true };
    const paidOut = { ...about, contractId: newId('con'), disbursementId: newId('dis'), salespersonId: newId('emp'), ...terms, ...dates };
    await risk.inbox.receive(risk.source.event('finance.loan-disbursed.v1', about.applicationId, paidOut));
    await late(about, 1);
    await late(about, 2, { businessDate: '2026-11-21' });
    const codes = (await alertsAbout(about.loanId)).map(({ rule }) => rule?.code);
    expect(codes).toEqual(['DPD_1', 'FIRST_PAYMENT_DEFAULT']);
  });
});

test('[4.23] sixty days late is found between two words of finance, once, and not after it was cured', async () => {
  const sweep = () => risk.ageLateLoans.execute({ isStopping: () => false, onTrouble: (_id, error) => Promise.reject(error) });
  const paidOut = async () => {
    const about = ids();
    const terms = { productId: newId('prd'), amountFen: 300_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const };
    const dates = { disbursedOn: '2026-01-01', firstDueOn: '2026-02-01', firstLoanOfCustomer: true };
    const loan = { ...about, contractId: newId('con'), disbursementId: newId('dis'), salespersonId: newId('emp'), ...terms, ...dates };
    await risk.inbox.receive(risk.source.event('finance.loan-disbursed.v1', about.applicationId, loan));
    return about;
  };
  const [today, about, cured] = [risk.platform.clock.today(), await paidOut(), await paidOut()];
  for (const one of [about, cured]) await late(one, 31, { businessDate: addDays(today, -30) });
  await late(cured, 0, { businessDate: addDays(today, -1) });
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(0);
  const levels = async ({ loanId }: Ids) => (await alertsAbout(loanId)).map(({ rule, level }) => [rule?.code, level]);
  expect(await levels(about)).toEqual([['DPD_60', 'HIGH']]);
  expect(await levels(cured)).toEqual([['DPD_30', 'MEDIUM']]);
});

describe('[4.23] rules are versioned data', () => {
  const content = (change: Partial<RuleContent> = {}): RuleContent => ({ ...(firstRules[0] as RuleContent), code: 'OWN_RULE', ...change });

  test('written by one, put in force by another, who retires the version before', async () => {
    const draftIt = () => risk.warningRuleActs.draft(risk.people.first, content());
    const [first, second] = [await draftIt(), await draftIt()];
    await expect(risk.warningRuleActs.activate(risk.people.first, { ruleId: first })).rejects.toMatchObject({ code: 'WARNING_RULE_OWN' });
    await risk.warningRuleActs.activate(risk.people.manager, { ruleId: first });
    await risk.warningRuleActs.activate(risk.people.manager, { ruleId: second });
    const rules = await Promise.all([first, second].map((id) => reading(risk, (tx) => risk.warningRules.get(id, tx))));
    expect(rules.map(({ state, ruleVersion }) => [state, ruleVersion])).toEqual([
      ['RETIRED', 1],
      ['ACTIVE', 2],
    ]);
    await risk.warningRuleActs.retire(risk.people.manager, { ruleId: second });
    await expect(risk.warningRuleActs.retire(risk.people.manager, { ruleId: second })).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });

  test('the rules that a company starts with are in force, each once', async () => {
    const rows = await risk.platform.database.collection<{ _id: string; code: string; state: string }>('warning_rules').find().toArray();
    for (const { code } of firstRules) expect(rows.filter((row) => row.code === code)).toMatchObject([{ state: 'ACTIVE' }]);
  });
});
