import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { analysis, call, draft, GOOD_ID, visit } from '../../../test/builders/inputs.builder.js';
import { contradictionsOf } from '../../domain/checks/contradictions.js';
import { assigned, investigated, photo, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';

const REASON = 'the employer has closed and nobody answers';
let risk: RiskUnderTest;
const both = person('risk', 'investigator', 'risk-manager');
beforeAll(async () => {
  risk = await riskUnderTest();
  await seedPeople(risk.platform, [both]);
});
afterAll(() => risk.platform.stop());

const load = (id: string) => reading(risk, (tx) => risk.investigations.get(id, tx));
const ask = (id: string, method: 'PHONE_VERIFICATION' | 'SITE_VISIT' | 'BUREAU_INQUIRY' = 'PHONE_VERIFICATION', by = risk.people.first) =>
  risk.waive.execute(by, { investigationId: id, method, reason: REASON });
const decide = (id: string, approve: boolean, by = risk.people.manager, note: string | null = null) =>
  risk.decideWaiver.execute(by, { investigationId: id, method: 'PHONE_VERIFICATION', approve, note });

/** Everything but the telephone. */
async function withoutCall() {
  const { id } = await assigned(risk);
  const { first } = risk.people;
  await risk.siteVisit.execute(first, visit(id, [await photo(risk, id)]));
  await risk.inquire.execute(first, { investigationId: id, residentId: GOOD_ID });
  await risk.ask.askNext();
  await risk.analyse.execute(first, analysis(id));
  return id;
}

describe('[4.10, G3] a method is left out only when the risk manager agrees', () => {
  test('asking is not enough; agreeing is, and the report shows reason and word', async () => {
    const id = await withoutCall();
    await ask(id);
    await expect(risk.finalise.execute(risk.people.first, draft(id))).rejects.toMatchObject({ code: 'CHECK_MISSING' });
    await decide(id, true);
    const reportId = await risk.finalise.execute(risk.people.first, draft(id));
    const { waivers } = await reading(risk, (tx) => risk.reports.get(reportId, tx));
    expect(waivers).toMatchObject([{ reason: REASON, state: 'APPROVED', decision: { by: risk.people.manager.employeeId } }]);
  });

  test('refused: it has to be done, and a refused wish does not stand in the report', async () => {
    const id = await withoutCall();
    await ask(id);
    await decide(id, false, risk.people.manager, 'call the landlord instead');
    await expect(risk.finalise.execute(risk.people.first, draft(id))).rejects.toMatchObject({ code: 'CHECK_MISSING' });
    await risk.phone.execute(risk.people.first, call(id));
    const reportId = await risk.finalise.execute(risk.people.first, draft(id));
    expect((await reading(risk, (tx) => risk.reports.get(reportId, tx))).waivers).toEqual([]);
  });

  test.each(['SITE_VISIT', 'BUREAU_INQUIRY'] as const)('never %s', async (method) => {
    const before = await assigned(risk);
    await expect(ask(before.id, method)).rejects.toMatchObject({ code: 'CHECK_NOT_WAIVABLE' });
    expect(await load(before.id)).toEqual(before);
  });

  test('a manager who investigates does not decide on it', async () => {
    const { id } = await assigned(risk);
    const input = { investigationId: id, investigatorIds: [both.employeeId, risk.people.second.employeeId], reason: 'a second opinion' };
    await risk.assign.execute(risk.people.manager, input);
    await ask(id, 'PHONE_VERIFICATION', risk.people.second);
    await expect(decide(id, true, both)).rejects.toMatchObject({ code: 'WAIVER_OWN' });
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['nothing was asked', async () => decide((await assigned(risk)).id, true), 'WAIVER_NOT_REQUESTED'],
    ['there is no such investigation', () => decide(newId('inv'), true), 'NOT_FOUND'],
    [
      'the report is final',
      async () => {
        const { id } = await investigated(risk);
        await risk.finalise.execute(risk.people.first, draft(id));
        return decide(id, true);
      },
      'WAIVER_NOT_REQUESTED',
    ],
  ])('refused: %s', async (_name, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
  });
});

describe('[4.9] a grave contradiction', () => {
  const comparison = {
    amounts: [{ subject: 'TOTAL_DEBT' as const, declaredFen: 0, documentedFen: null, bureauFen: 5_000_000 }],
    statements: [],
  };
  const income = { subject: 'INCOME' as const, declaredFen: 1, documentedFen: 1, bureauFen: null };

  test('is found by what the report adds up to, whether it comes before the analysis or after it', async () => {
    const declared = {
      amounts: [{ subject: 'TOTAL_DEBT' as const, declaredFen: 0, documentedFen: null, bureauFen: null }],
      statements: [],
    };
    const { id } = await assigned(risk);
    await risk.analyse.execute(risk.people.second, { ...analysis(id), comparison: declared });
    expect(contradictionsOf(await load(id))).toEqual([]);
    await risk.inquire.execute(risk.people.first, { investigationId: id, residentId: GOOD_ID });
    await risk.ask.askNext();
    const after = await load(id);
    const owed = after.bureau?.figures?.debts?.balanceFen ?? 0;
    expect(owed).toBeGreaterThan(0);
    const found = { code: 'DEBT_BELOW_BUREAU', stated: '0 fen', found: `bureau: ${owed} fen` };
    expect(contradictionsOf(after)).toContainEqual(expect.objectContaining(found));
    await risk.analyse.execute(risk.people.second, { ...analysis(id), comparison: declared });
    expect(contradictionsOf(await load(id))).toContainEqual(expect.objectContaining(found));
  });

  async function contradicted() {
    const { id } = await investigated(risk);
    await risk.analyse.execute(risk.people.second, { ...analysis(id), comparison });
    return load(id);
  }

  test('stands in the way of APPROVE until it is explained with evidence, and the report holds the explanation', async () => {
    const { id, phoneVerifications } = await contradicted();
    const refusal = { code: 'CONTRADICTION_UNANSWERED', data: { code: 'DEBT_BELOW_BUREAU' } };
    await expect(risk.finalise.execute(risk.people.first, draft(id))).rejects.toMatchObject(refusal);
    const evidenceIds = [phoneVerifications[0]?.checkId ?? ''];
    const explanation = 'the lender says on the telephone that it was repaid last week';
    await risk.explain.execute(risk.people.first, { investigationId: id, code: 'DEBT_BELOW_BUREAU', explanation, evidenceIds });
    const reportId = await risk.finalise.execute(risk.people.first, draft(id));
    const report = await reading(risk, (tx) => risk.reports.get(reportId, tx));
    expect(report.contradictions.filter((one) => one.severity === 'HIGH')).toMatchObject([{ code: 'DEBT_BELOW_BUREAU' }]);
    expect(report.judgement?.contradictionAnswers).toMatchObject([{ explanation, evidenceIds }]);
  });

  test('may stay when nobody recommends to approve', async () => {
    const { id } = await contradicted();
    const stricter = { recommendation: 'REJECT' as const, rating: 'HIGH' as const, recommendationReason: 'he hid his debts' };
    expect(await risk.finalise.execute(risk.people.first, draft(id, stricter))).toMatch(/^rep_/);
  });

  test('only the two explain it', async () => {
    const before = await contradicted();
    const said = {
      investigationId: before.id,
      code: 'DEBT_BELOW_BUREAU' as const,
      explanation: 'it was repaid last week',
      evidenceIds: ['x'],
    };
    await expect(risk.explain.execute(both, said)).rejects.toMatchObject({ code: 'NOT_ASSIGNED' });
    await expect(risk.explain.execute(risk.people.first, said)).rejects.toMatchObject({ code: 'CONTRADICTION_EVIDENCE_MISSING' });
    expect(await load(before.id)).toEqual(before);
  });

  test.each<[string, object, string]>([
    [
      'the borrower is his own guarantor',
      { relatedParties: (own: string) => [{ customerId: own, relatedAs: 'GUARANTOR' }] },
      'RELATED_PARTY_INVALID',
    ],
    [
      'an amount is compared twice',
      { comparison: { ...comparison, amounts: [...comparison.amounts, ...comparison.amounts] } },
      'COMPARISON_TWICE',
    ],
    ['an amount is held against nothing', { comparison: { amounts: [{ ...income, documentedFen: null }] } }, 'COMPARISON_EMPTY'],
  ])('[4.10] the analysis is refused: %s', async (_name, change, code) => {
    const before = await assigned(risk);
    const wrong = Object.fromEntries(
      Object.entries(change).map(([key, value]) => [key, typeof value === 'function' ? value(before.customerId) : value]),
    );
    await expect(risk.analyse.execute(risk.people.first, { ...analysis(before.id), ...wrong })).rejects.toMatchObject({ code });
    expect(await load(before.id)).toEqual(before);
  });
});
