import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { extractText, getDocumentProxy } from 'unpdf';
import { analysis, draft } from '../../../test/builders/inputs.builder.js';
import { investigated, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { hashOf } from '../../domain/report/risk-report.js';
import { RiskPapers } from '../../queries/report/risk-papers.queries.js';
import { RiskReportQueries } from '../../queries/report/risk-report.queries.js';
import { ScorecardQueries } from '../../queries/scorecard/scorecard.queries.js';

let risk: RiskUnderTest;
let papers: RiskPapers;
beforeAll(async () => {
  risk = await riskUnderTest();
  papers = new RiskPapers(new RiskReportQueries(risk.platform.database, new ScorecardQueries(risk.platform.database)));
});
afterAll(() => risk.platform.stop());

/** Instalment 26 654 fen; carried up to 55 % of the income. */
const household = (verifiedIncomeFen: number) => ({
  verifiedIncomeFen,
  declaredIncomeFen: verifiedIncomeFen,
  livingCostFen: 0,
  debtServiceFen: 0,
});
const load = (id: string) => reading(risk, (tx) => risk.reports.get(id, tx));

async function lent(customerId: string, amountFen: number) {
  const [loanId, applicationId] = [newId('lon'), newId('app')];
  await risk.inbox.receive(
    risk.source.event('finance.loan-disbursed.v1', applicationId, {
      ...{ loanId, applicationId, customerId, disbursementId: newId('dis'), contractId: newId('con'), salespersonId: newId('emp') },
      ...{ productId: newId('prd'), amountFen, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const },
      ...{ disbursedOn: '2026-01-05', firstDueOn: '2026-02-05', firstLoanOfCustomer: true },
    }),
  );
  return { loanId, applicationId };
}

const repaid = (loan: { loanId: string; applicationId: string }, outstandingPrincipalFen: number) =>
  risk.source.event('finance.repayment-recorded.v1', loan.loanId, {
    ...{ ...loan, repaymentId: newId('rpm'), principalFen: 1, interestFen: 0, creditFen: 0 },
    ...{ outstandingPrincipalFen, paidOn: '2026-02-05' },
  });

describe('[4.11] what the figures say stands in the report and under its hash', () => {
  test('stress on the recommended terms, rating matrix, hash over all of it', async () => {
    const { id } = await investigated(risk);
    await risk.analyse.execute(risk.people.first, { ...analysis(id), figures: household(10_000_000) });
    const report = await load(await risk.finalise.execute(risk.people.first, draft(id)));
    expect(report.judgement).toMatchObject({ leastRating: 'LOW', termsReason: null, rework: [], stress: { ability: 'COMFORTABLE' } });
    expect(report.judgement?.stress.cases).toHaveLength(7);
    expect(report.judgement?.stress.cases[0]).toMatchObject({ instalmentFen: 26_655, debtServiceBps: 27 });
    const { hash, id: _id, version: _version, salespersonId: _seller, ...content } = report;
    expect(hashOf(content)).toBe(hash);
    expect(hashOf({ ...content, judgement: null })).not.toBe(hash);
  });

  test('an income that does not carry the loan raises the rating', async () => {
    const { id } = await investigated(risk);
    await risk.analyse.execute(risk.people.first, { ...analysis(id), figures: household(40_000) });
    const refusal = { code: 'RATING_BELOW_MATRIX', data: { least: 'HIGH', rating: 'LOW' } };
    await expect(risk.finalise.execute(risk.people.first, draft(id))).rejects.toMatchObject(refusal);
    const worse = { rating: 'HIGH' as const, recommendationReason: 'the income does not carry the instalment' };
    expect(await load(await risk.finalise.execute(risk.people.first, draft(id, worse)))).toMatchObject({ rating: 'HIGH' });
  });

  test('less than asked for needs its reason', async () => {
    const { id } = await investigated(risk);
    const recommended = { amountFen: 200_000, termMonths: 12 };
    await expect(risk.finalise.execute(risk.people.first, draft(id, { recommended }))).rejects.toMatchObject({
      code: 'TERMS_REASON_MISSING',
    });
    const termsReason = 'the stock is worth no more';
    const report = await load(await risk.finalise.execute(risk.people.first, draft(id, { recommended, termsReason })));
    expect(report.judgement).toMatchObject({ termsReason, concentration: { newLoanFen: 200_000 } });
  });
});

describe('[7.3] exposure and concentration', () => {
  test('what borrower, guarantor and related parties still owe, as finance told', async () => {
    const [customerId, guarantor, spouse] = [newId('cus'), newId('cus'), newId('cus')];
    await risk.inbox.receive(repaid(await lent(customerId, 1_000_000), 400_000));
    await lent(guarantor, 2_000_000);
    await risk.inbox.receive(repaid(await lent(spouse, 500_000), 0));
    const partner = newId('cus');
    await lent(partner, 70_000);
    const groupId = newId('grp');
    const group = (...customerIds: string[]) => risk.source.event('finance.borrower-group-changed.v1', groupId, { groupId, customerIds });
    await risk.inbox.receive(group(customerId, newId('cus')));
    await risk.inbox.receive(group(spouse, customerId, partner));
    const { id } = await investigated(risk, { customerId });
    const relatedParties = [
      { customerId: guarantor, relatedAs: 'GUARANTOR' as const },
      { customerId: spouse, relatedAs: 'SPOUSE' as const },
    ];
    await risk.analyse.execute(risk.people.first, { ...analysis(id), relatedParties });
    const report = await load(await risk.finalise.execute(risk.people.first, draft(id)));
    expect(report.exposure).toEqual({ loanCount: 1, disbursedFen: 1_000_000 });
    expect(report.judgement?.concentration).toMatchObject({
      ...{ outstandingFen: 400_000, newLoanFen: 300_000, groupOutstandingFen: 2_470_000 },
      parties: [
        { customerId: guarantor, loanCount: 1, outstandingFen: 2_000_000 },
        { customerId: spouse, relatedAs: 'SPOUSE', loanCount: 0, outstandingFen: 0 },
        { customerId: partner, relatedAs: 'GROUP_MEMBER', loanCount: 1, outstandingFen: 70_000 },
      ],
      limits: { netAssetsFen: 50_000_000_000, singleBorrower: '0.1', group: '0.15' },
    });
  });

  test('a repayment that arrives before its loan waits for it', async () => {
    const customerId = newId('cus');
    const [loanId, applicationId] = [newId('lon'), newId('app')];
    await risk.inbox.receive(repaid({ loanId, applicationId }, 100_000));
    const loan = {
      ...{ loanId, applicationId, customerId, disbursementId: newId('dis'), contractId: newId('con'), salespersonId: newId('emp') },
      ...{ productId: newId('prd'), amountFen: 900_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const },
      ...{ disbursedOn: '2026-01-05', firstDueOn: '2026-02-05', firstLoanOfCustomer: true },
    };
    await risk.inbox.receive(risk.source.event('finance.loan-disbursed.v1', applicationId, loan));
    const owed = await reading(risk, (tx) => risk.exposures.owedBy([customerId], tx));
    expect(owed.get(customerId)).toEqual({ loanCount: 1, outstandingFen: 100_000 });
  });
});

describe('[4.11] the report as a paper', () => {
  const textOf = async (fileId: string) => {
    const made = await papers.make(fileId);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(made?.bytes ?? Buffer.alloc(0))), { mergePages: true });
    return text.replace(/\s/g, '');
  };

  test('has the same bytes each time, says what the report says, and is marked when a newer version takes its place', async () => {
    const { id, applicationId } = await investigated(risk);
    await risk.analyse.execute(risk.people.first, { ...analysis(id), figures: household(10_000_000) });
    const reportId = await risk.finalise.execute(risk.people.first, draft(id));
    const { hash } = await load(reportId);
    const [one, again] = [await papers.make(reportId), await papers.make(reportId)];
    expect(again?.bytes.equals(one?.bytes ?? Buffer.alloc(0))).toBe(true);
    const text = await textOf(reportId);
    for (const part of ['风险评估报告', '还款能力压力测试', '收入下降30.00%', '敞口与集中度', '低风险', hash]) expect(text).toContain(part);
    const at = '2026-11-23T03:00:00.000Z';
    const returned = { handoffId: newId('hof'), handoff: 'decide-application', at, code: 'MORE_WORK', reasons: ['the lease'] };
    await risk.inbox.receive(risk.source.event('approval.handoff-returned.v1', applicationId, returned));
    const second = await risk.finalise.execute(risk.people.first, draft(id, { rework: ['the lease runs until 2028'] }));
    expect((await papers.make(reportId))?.bytes.equals(one?.bytes ?? Buffer.alloc(0))).toBe(false);
    expect(await textOf(second)).toContain('复查情况');
  });

  test.each([['rep_x'], [newId('rep')], [newId('inv')], ['']])('there is no paper of %j', async (fileId) => {
    expect(await papers.make(fileId)).toBeNull();
  });
});
