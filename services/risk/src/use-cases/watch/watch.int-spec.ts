import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addMs, newId } from '@weilend/kernel';
import { person, seedPeople, sentMessages, snapshotOf } from '@weilend/testing';
import { draft } from '../../../test/builders/inputs.builder.js';
import { investigated, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { riskCollections } from '../../persistence/all.js';

let risk: RiskUnderTest;
beforeAll(async () => {
  risk = await riskUnderTest();
});
afterAll(() => risk.platform.stop());

const NEVER_STOPS = { isStopping: () => false, onTrouble: (_id: string, error: unknown) => Promise.reject(error) };
const openOf = (subjectId: string) => reading(risk, (tx) => risk.watches.openOf(subjectId, tx));
const byId = (id: string) => reading(risk, (tx) => risk.watches.get(id, tx));

const entered = async (level: 'MEDIUM' | 'HIGH' = 'HIGH', customerId = newId('cus')) => {
  const watchId = await risk.enterWatch.execute(risk.people.first, { aboutId: customerId, level, reason: 'rumours in the market' });
  return { watchId, customerId };
};
const plan = (watchId: string, change: object = {}) =>
  risk.keepWatch.setPlan(risk.people.first, { watchId, goal: 'half by March', actions: ['a visit a week'], reviewEveryDays: 7, ...change });
const track = (watchId: string) => risk.keepWatch.assignTracker(risk.people.manager, { watchId, trackerId: risk.people.first.employeeId });

const status = (loanClass: 'PASS' | 'SPECIAL_MENTION' | 'SUBSTANDARD', ids = { loanId: newId('lon'), customerId: newId('cus') }) => {
  const data = {
    ...{ ...ids, applicationId: newId('app'), salespersonId: newId('emp'), businessDate: '2026-11-20', daysPastDue: 0 },
    ...{ bucket: 'CURRENT' as const, previousBucket: 'CURRENT' as const, loanClass, previousClass: 'PASS' as const },
    outstandingPrincipalFen: 100,
  };
  return risk.inbox.receive(risk.source.event('finance.loan-status-changed.v1', ids.loanId, data)).then(() => ids);
};

describe('[7.5] who comes under watch', () => {
  test('with a HIGH alert, and once however many there are', async () => {
    const customerId = newId('cus');
    const report = () =>
      risk.reportRisk.execute(risk.people.first, { category: 'CREDIT', level: 'HIGH', aboutId: customerId, text: 'he has fled' });
    const [first, second] = [await report(), await report()];
    const watch = await openOf(customerId);
    expect(watch).toMatchObject({ level: 'HIGH', isException: true, state: 'WATCHED' });
    expect(watch?.causes.map(({ kind, sourceId }) => [kind, sourceId])).toEqual([
      ['HIGH_ALERT', first],
      ['HIGH_ALERT', second],
    ]);
  });

  test.each([
    ['SPECIAL_MENTION', 'MEDIUM', false],
    ['SUBSTANDARD', 'HIGH', true],
  ] as const)('with a loan of class %s, as %s', async (loanClass, level, isException) => {
    const { customerId, loanId } = await status(loanClass);
    const watch = await openOf(customerId);
    expect(watch).toMatchObject({ level, isException, loanIds: [loanId] });
    // A rule of early warning may have raised an alert of its own before.
    expect(watch?.causes).toContainEqual(expect.objectContaining({ kind: 'LOAN_CLASS', sourceId: loanId }));
  });

  test('not with a loan of the normal class, nor with a LOW alert', async () => {
    const { customerId } = await status('PASS');
    expect(await openOf(customerId)).toBeNull();
    const input = { category: 'MARKET' as const, level: 'LOW' as const, aboutId: customerId, text: 'prices fall' };
    await risk.reportRisk.execute(risk.people.first, input);
    expect(await openOf(customerId)).toBeNull();
  });

  test('a worse class makes the same watch HIGH', async () => {
    const ids = await status('SPECIAL_MENTION');
    await status('SUBSTANDARD', ids);
    expect(await openOf(ids.customerId)).toMatchObject({ level: 'HIGH', isException: true });
  });

  test('with a HIGH rating when the loan is paid out', async () => {
    const { id, applicationId, customerId } = await investigated(risk);
    await risk.finalise.execute(risk.people.first, draft(id, { rating: 'HIGH', recommendationReason: 'his trade is failing' }));
    const terms = { productId: newId('prd'), amountFen: 300_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const };
    const ids = { loanId: newId('lon'), disbursementId: newId('dis'), contractId: newId('con'), salespersonId: newId('emp') };
    const dates = { disbursedOn: '2026-11-20', firstDueOn: '2026-12-20', firstLoanOfCustomer: true };
    const data = { ...ids, applicationId, customerId, ...terms, ...dates };
    await risk.inbox.receive(risk.source.event('finance.loan-disbursed.v1', applicationId, data));
    expect(await openOf(customerId)).toMatchObject({ level: 'HIGH', causes: [{ kind: 'HIGH_RATING' }] });
  });
});

describe('[7.5, 7.6] tracker, plan, reviews, end', () => {
  test('the exception is cured by both; who tracks the alert tracks the customer', async () => {
    const customerId = newId('cus');
    const input = { category: 'CREDIT' as const, level: 'HIGH' as const, aboutId: customerId, text: 'he has fled' };
    const alertId = await risk.reportRisk.execute(risk.people.first, input);
    await risk.track.execute(risk.people.manager, { alertId, trackerId: risk.people.second.employeeId });
    const watch = await openOf(customerId);
    expect(watch).toMatchObject({ trackerId: risk.people.second.employeeId, isException: true });
    await plan(watch?.id ?? '');
    expect(await openOf(customerId)).toMatchObject({ isException: false, planDueAt: null, nextReviewOn: expect.any(String) });
  });

  test('ends by a second person only', async () => {
    const { watchId } = await entered();
    await track(watchId);
    await plan(watchId);
    await risk.keepWatch.review(risk.people.first, { watchId, verdict: 'BETTER', text: 'he pays again' });
    await risk.endWatch.propose(risk.people.manager, { watchId, reason: 'he pays again' });
    const decision = { watchId, reason: 'agreed', agreed: true };
    await expect(risk.endWatch.decide(risk.people.manager, decision)).rejects.toMatchObject({ code: 'WATCH_OWN_END' });
    await risk.endWatch.decide(risk.people.second, decision);
    expect(await byId(watchId)).toMatchObject({ state: 'ENDED', openKey: null, nextReviewOn: null });
  });

  test('does not end while a HIGH alert is open', async () => {
    const { watchId, customerId } = await entered();
    const input = { category: 'CREDIT' as const, level: 'HIGH' as const, aboutId: customerId, text: 'he has fled' };
    await risk.reportRisk.execute(risk.people.first, input);
    await risk.endWatch.propose(risk.people.first, { watchId, reason: 'he pays again' });
    const refused = risk.endWatch.decide(risk.people.manager, { watchId, reason: 'agreed', agreed: true });
    await expect(refused).rejects.toMatchObject({ code: 'WATCH_ALERT_OPEN' });
  });

  test('whose tracker leaves the company is on the exception lists again', async () => {
    const customerId = newId('cus');
    const input = { category: 'CREDIT' as const, level: 'HIGH' as const, aboutId: customerId, text: 'he has fled' };
    const alertId = await risk.reportRisk.execute(risk.people.first, input);
    const leaver = person('risk', 'investigator');
    await seedPeople(risk.platform, [leaver]);
    await risk.track.execute(risk.people.manager, { alertId, trackerId: leaver.employeeId });
    await plan((await openOf(customerId))?.id ?? '');
    expect(await openOf(customerId)).toMatchObject({ isException: false });
    const left = { employeeId: leaver.employeeId, deactivatedAt: '2026-11-20T02:00:00.000Z' };
    await risk.inbox.receive(risk.source.event('hr.employee-deactivated.v1', leaver.employeeId, left));
    expect(await openOf(customerId)).toMatchObject({ trackerId: null, isException: true });
    expect((await reading(risk, (tx) => risk.alerts.get(alertId, tx))).trackerId).toBeNull();
  });

  test('one without person or plan goes further when its time has passed, once', async () => {
    const { watchId } = await entered();
    const past = addMs(risk.platform.clock.now(), -1_000);
    await risk.platform.database.collection<{ _id: string }>('risk_watches').updateOne({ _id: watchId }, { $set: { noticeAt: past } });
    expect(await risk.escalateWatches.execute(NEVER_STOPS)).toBe(1);
    expect(await risk.escalateWatches.execute(NEVER_STOPS)).toBe(0);
    const said = (await sentMessages(risk.platform)).filter(({ subject }) => subject === watchId);
    expect(said).toMatchObject([{ type: 'risk.watch-escalated.v1', data: { cause: 'NO_TRACKER_OR_PLAN', escalationNo: 1 } }]);
  });

  test.each<[string, (watchId: string) => Promise<unknown>, string]>([
    ['a plan without actions', (watchId) => plan(watchId, { actions: [] }), 'WATCH_PLAN_ACTIONS_MISSING'],
    ['a plan that is reviewed once a year', (watchId) => plan(watchId, { reviewEveryDays: 365 }), 'WATCH_REVIEW_INTERVAL_INVALID'],
    [
      'a review before there is a plan',
      (watchId) => risk.keepWatch.review(risk.people.first, { watchId, verdict: 'SAME', text: 'as before' }),
      'WATCH_PLAN_MISSING',
    ],
    [
      'a stranger as tracker',
      (watchId) => risk.keepWatch.assignTracker(risk.people.manager, { watchId, trackerId: newId('emp') }),
      'WATCH_TRACKER_NOT_ELIGIBLE',
    ],
    [
      'somebody whom risk does not know',
      () => risk.enterWatch.execute(risk.people.first, { aboutId: newId('lon'), level: 'HIGH', reason: 'rumours' }),
      'WATCH_SUBJECT_INVALID',
    ],
  ])('refused and nothing changed: %s', async (_title, act, code) => {
    const { watchId } = await entered();
    const before = await snapshotOf(risk.platform, riskCollections);
    await expect(act(watchId)).rejects.toMatchObject({ code });
    expect(await snapshotOf(risk.platform, riskCollections)).toBe(before);
  });
});
