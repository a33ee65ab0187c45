import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Envelope } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { handoffRows, sentMessages } from '@weilend/testing';
import { analysis, call, draft, handover, HASH, residentId, visit } from '../../test/builders/inputs.builder.js';
import { assigned, investigated, opened, photo, reading, riskUnderTest } from '../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../test/builders/risk.builder.js';

let risk: RiskUnderTest;
beforeAll(async () => {
  risk = await riskUnderTest();
});
afterAll(() => risk.platform.stop());

const withdrawal = (applicationId: string) => ({
  applicationId,
  reason: 'the customer found another lender',
  withdrawnAt: '2026-11-23T02:00:00.000Z',
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, place) => permutations([...items.slice(0, place), ...items.slice(place + 1)]).map((rest) => [item, ...rest]));
}

const ORDERS = permutations([0, 1, 2, 3]);

/** What is left when every message has arrived. */
async function endState(applicationId: string) {
  const facts = await reading(risk, (tx) => risk.facts.known(applicationId, tx));
  const rounds = await reading(risk, (tx) => risk.investigations.ofApplication(applicationId, tx));
  const open = (await handoffRows(risk.platform)).filter(
    (row) => row.subject === applicationId && row.direction === 'in' && row.state === 'open',
  );
  const stuck = await risk.platform.database
    .collection('inbox')
    .countDocuments({ lane: { $regex: applicationId }, state: { $in: ['parked', 'waiting', 'dead'] } });
  return {
    states: rounds.map((one) => one.state),
    withdrawn: facts.withdrawal !== null,
    decisions: facts.decisions.length,
    open: open.length,
    stuck,
  };
}

describe('[4.8] messages in every order that different producers can produce', () => {
  test.each(ORDERS.map((order) => [order.join(''), order] as const))('order %s', async (_name, order) => {
    const data = handover(risk);
    const { applicationId } = data;
    const decision = {
      ...{
        applicationId,
        caseId: newId('cas'),
        decisionId: newId('dec'),
        result: 'REJECTED' as const,
        terms: null,
        validUntil: null,
        conditionIds: [],
      },
      ...{ reportId: newId('rep'), reportVersion: 1, reportHash: HASH, policyVersion: 1, participants: [], decidedOn: '2026-11-23' },
    };
    const returned = {
      handoffId: newId('hof'),
      handoff: 'decide-application',
      at: '2026-11-23T03:00:00.000Z',
      code: 'REPORT_INCOMPLETE',
      reasons: [],
    };
    const messages: Envelope[] = [
      risk.source.handoff('investigate-application', 'sales', { subject: applicationId, data }),
      risk.source.event('sales.application-withdrawn.v1', applicationId, withdrawal(applicationId)),
      risk.source.event('approval.handoff-returned.v1', applicationId, returned),
      risk.source.event('approval.decision-made.v1', applicationId, decision),
    ];
    for (const place of order) await risk.inbox.receive(messages[place] as Envelope);
    for (const place of order) expect(await risk.inbox.receive(messages[place] as Envelope)).toBe('seen');
    expect(await endState(applicationId)).toEqual({ states: ['WITHDRAWN'], withdrawn: true, decisions: 1, open: 0, stuck: 0 });
  });
});

describe('[4.7] the customer withdraws at each stage: no open handoff is left behind', () => {
  const stages: [string, () => Promise<{ applicationId: string }>, string][] = [
    ['just opened', () => opened(risk), 'WITHDRAWN'],
    ['assigned', () => assigned(risk), 'WITHDRAWN'],
    ['all checks done', () => investigated(risk), 'WITHDRAWN'],
    ['report final', finalised, 'FINALISED'],
    ['returned to sales', givenBack, 'RETURNED'],
  ];
  test.each(stages)('%s', async (_name, reach, state) => {
    const { applicationId } = await reach();
    await risk.inbox.receive(risk.source.event('sales.application-withdrawn.v1', applicationId, withdrawal(applicationId)));
    expect(await endState(applicationId)).toMatchObject({ states: [state], open: 0, stuck: 0 });
  });

  test('an inquiry in flight is called off and the number forgotten', async () => {
    const number = residentId(1);
    const { id, applicationId } = await assigned(risk, { identityIndex: risk.platform.cipher.blindIndex('identity', number) });
    const inquiryId = await risk.inquire.execute(risk.people.first, { investigationId: id, residentId: number });
    await risk.inbox.receive(risk.source.event('sales.application-withdrawn.v1', applicationId, withdrawal(applicationId)));
    const inquiry = await reading(risk, (tx) => risk.inquiries.get(inquiryId, tx));
    expect(inquiry).toMatchObject({ state: 'FAILED', identityNumber: null, report: null, nextAttemptAt: null });
  });

  test('racing the final report: never both withdrawn and handed to approval unnoticed', async () => {
    const { id, applicationId } = await investigated(risk);
    const [report] = await Promise.allSettled([
      risk.finalise.execute(risk.people.first, draft(id)),
      risk.inbox.receive(risk.source.event('sales.application-withdrawn.v1', applicationId, withdrawal(applicationId))),
    ]);
    const final = report.status === 'fulfilled';
    const given = (await sentMessages(risk.platform)).filter(
      (message) => message.subject === applicationId && message.type === 'handoff.decide-application.v1',
    );
    expect(given).toHaveLength(final ? 1 : 0);
    expect(await endState(applicationId)).toMatchObject({ states: [final ? 'FINALISED' : 'WITHDRAWN'], open: 0, stuck: 0 });
  });

  async function finalised() {
    const investigation = await investigated(risk);
    await risk.finalise.execute(risk.people.first, draft(investigation.id));
    return investigation;
  }

  async function givenBack() {
    const investigation = await assigned(risk);
    await risk.giveBack.execute(risk.people.first, { investigationId: investigation.id, reasons: ['the tax receipts of this year'] });
    return investigation;
  }
});

describe('[4.7] return and new round', () => {
  test('a return goes to sales with what is missing; the next handover opens a new round', async () => {
    const first = await assigned(risk);
    await risk.giveBack.execute(risk.people.manager, { investigationId: first.id, reasons: ['the tax receipts of this year'] });
    const sent = (await sentMessages(risk.platform)).find(
      (message) => message.subject === first.applicationId && message.type === 'risk.handoff-returned.v1',
    );
    expect(sent?.data).toMatchObject({ code: 'RETURNED_FOR_SUPPLEMENT', reasons: ['the tax receipts of this year'] });
    const second = await opened(risk, { applicationId: first.applicationId, round: 2 });
    expect(second).toMatchObject({ round: 2, state: 'OPENED', siteVisits: [], investigatorIds: [] });
    expect(second.id).not.toBe(first.id);
  });

  test.each([
    ['the same round again', 1, 'ROUND_ALREADY_INVESTIGATED'],
    ['another round while one is open', 2, 'INVESTIGATION_STILL_OPEN'],
  ])('%s is returned with its code and opens nothing', async (_name, round, code) => {
    const { applicationId } = await opened(risk);
    const data = handover(risk, { applicationId, round });
    await risk.inbox.receive(risk.source.handoff('investigate-application', 'sales', { subject: applicationId, data }));
    expect(await reading(risk, (tx) => risk.investigations.ofApplication(applicationId, tx))).toHaveLength(1);
    const returned = (await sentMessages(risk.platform)).filter(
      (message) => message.subject === applicationId && message.type === 'risk.handoff-returned.v1',
    );
    expect(returned.map((message) => message.data['code'])).toEqual([code]);
  });

  test('the committee sends a report back: more work, a second version beside the first', async () => {
    const { id, applicationId } = await investigated(risk);
    const { first } = risk.people;
    const firstReport = await risk.finalise.execute(first, draft(id));
    const returned = {
      handoffId: newId('hof'),
      handoff: 'decide-application',
      at: '2026-11-23T03:00:00.000Z',
      code: 'MORE_WORK',
      reasons: ['a second site visit'],
    };
    await risk.inbox.receive(risk.source.event('approval.handoff-returned.v1', applicationId, returned));
    await risk.siteVisit.execute(first, visit(id, [await photo(risk, id)]));
    await expect(risk.finalise.execute(first, draft(id))).rejects.toMatchObject({ code: 'REWORK_MISSING', data: { count: 1 } });
    const rework = ['the shop was visited again: it is open and stocked'];
    const secondReport = await risk.finalise.execute(first, draft(id, { rework }));
    const reports = await reading(risk, async (tx) => [await risk.reports.get(firstReport, tx), await risk.reports.get(secondReport, tx)]);
    expect(reports.map((report) => report.reportVersion)).toEqual([1, 2]);
    expect(reports.map((report) => report.judgement?.rework)).toEqual([[], [{ asked: 'a second site visit', found: rework[0] }]]);
    const types = (await sentMessages(risk.platform)).filter((message) => message.subject === applicationId).map((message) => message.type);
    expect(types.filter((type) => type === 'handoff.decide-application.v1')).toHaveLength(2);
    expect(types.filter((type) => type === 'risk.handoff-completed.v1')).toHaveLength(1);
  });

  test('nothing can be recorded after the end', async () => {
    const { id } = await assigned(risk);
    const { first } = risk.people;
    await risk.giveBack.execute(first, { investigationId: id, reasons: ['the lease of the shop'] });
    await expect(risk.phone.execute(first, call(id))).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await expect(risk.analyse.execute(first, analysis(id))).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await expect(risk.giveBack.execute(first, { investigationId: id, reasons: ['the lease of the shop'] })).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });
});

describe('what other departments say', () => {
  test('loans paid out count as exposure in the next report', async () => {
    const customerId = newId('cus');
    const loan = {
      ...{
        loanId: newId('lon'),
        disbursementId: newId('dis'),
        contractId: newId('con'),
        applicationId: newId('app'),
        customerId,
        salespersonId: newId('emp'),
      },
      ...{ productId: newId('prd'), amountFen: 500_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const },
      ...{ disbursedOn: '2026-01-05', firstDueOn: '2026-02-05', firstLoanOfCustomer: true },
    };
    await risk.inbox.receive(risk.source.event('finance.loan-disbursed.v1', loan.applicationId, loan));
    const { id } = await investigated(risk, { customerId });
    const reportId = await risk.finalise.execute(risk.people.first, draft(id));
    expect(await reading(risk, (tx) => risk.reports.get(reportId, tx))).toMatchObject({
      exposure: { loanCount: 1, disbursedFen: 500_000 },
    });
    const { productId: _product, termMonths: _term, annualRate: _rate, method: _method, ...rest } = loan;
    const { disbursedOn: _paid, firstDueOn: _due, firstLoanOfCustomer: _first, ...ids } = rest;
    const reversed = { ...ids, cause: 'BANK_RETURNED' as const, reversedOn: '2026-01-08' };
    await risk.inbox.receive(risk.source.event('finance.disbursement-reversed.v1', loan.applicationId, reversed));
    const next = await investigated(risk, { customerId });
    const nextReportId = await risk.finalise.execute(risk.people.first, draft(next.id));
    expect(await reading(risk, (tx) => risk.reports.get(nextReportId, tx))).toMatchObject({ exposure: { loanCount: 0, disbursedFen: 0 } });
  });
});
