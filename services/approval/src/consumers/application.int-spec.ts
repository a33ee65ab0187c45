import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Envelope, HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { handoffRows, MessageSource, sentMessages } from '@weilend/testing';
import { aDesk, read } from '../../test/builders/approval.builder.js';
import { aProduct, aReport } from '../../test/builders/cast.builder.js';
import type { Desk } from '../../test/builders/approval.builder.js';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.stop());

type Report = HandoffData<'decide-application'>;
const handOver = (data: Report, source = desk.source): Envelope =>
  source.handoff('decide-application', 'risk', { subject: data.applicationId, data });
const withdrawal = (applicationId: string, source = desk.source): Envelope =>
  source.event('sales.application-withdrawn.v1', applicationId, {
    applicationId,
    reason: '客户放弃',
    withdrawnAt: '2026-11-23T02:00:00.000Z',
  });
const casesOf = (applicationId: string) => read(desk.platform, (tx) => desk.cases.ofApplication(applicationId, tx));
const decisionsOf = (applicationId: string) => read(desk.platform, (tx) => desk.decisions.ofApplication(applicationId, tx));
const about = async (applicationId: string) => (await sentMessages(desk.platform)).filter((message) => message.subject === applicationId);
const rowsOf = async (applicationId: string) => (await handoffRows(desk.platform)).filter((row) => row.subject === applicationId);

async function approve(change: Partial<Report> = {}): Promise<{ applicationId: string; decisionId: string }> {
  const { caseId, applicationId } = await desk.open({ amountFen: 5_000_000, ...change });
  await desk.acts.castVote.execute(desk.cast.chair, { caseId, choice: 'YES', reason: '还款来源稳定' });
  await desk.acts.decideCase.execute(desk.cast.secretary, { caseId });
  return { applicationId, decisionId: String((await decisionsOf(applicationId))[0]?.id) };
}

describe('[4.11] [G4] a case opens only on a final report', () => {
  test('with the figures of the report, the policy and the members in conflict', async () => {
    const { caseId, applicationId, handoffId } = await desk.open();
    const [opened] = await casesOf(applicationId);
    expect(opened).toMatchObject({ id: caseId, state: 'open', handoffId, policyVersion: 1, report: { reportVersion: 1, score: 610 } });
    expect(opened?.bands.map((band) => band.authority)).toEqual(['SMALL', 'FULL']);
  });

  test('a salesperson whom the list of participants forgot is one all the same', async () => {
    const { applicationId } = await desk.open({ participants: [] });
    expect((await casesOf(applicationId))[0]?.participants).toEqual([{ role: 'SALESPERSON', employeeId: desk.cast.seller.employeeId }]);
  });

  test.each([
    ['[7.3] above every authority', { amountFen: 100_000_001 }, 'OVER_AUTHORITY'],
    ['[7.3] above the product', { amountFen: 200_000_001 }, 'OVER_PRODUCT_LIMIT'],
    ['[7.3] below the product', { amountFen: 99_999 }, 'OVER_PRODUCT_LIMIT'],
    ['[7.3] too long', { termMonths: 37 }, 'OVER_PRODUCT_LIMIT'],
    ['[7.3] for another kind of customer', { customerType: 'MICRO_ENTERPRISE' as const }, 'PRODUCT_UNFIT'],
    ['[7.3] for another purpose', { purpose: 'TRAVEL' as const }, 'PRODUCT_UNFIT'],
    ['[7.3] by another method', { method: 'BULLET' as const }, 'PRODUCT_UNFIT'],
  ])('%s goes back with its code and opens nothing', async (_name, change, code) => {
    const data = aReport(desk.cast, change);
    await desk.inbox.receive(handOver(data));
    expect(await casesOf(data.applicationId)).toEqual([]);
    expect((await about(data.applicationId)).map((message) => [message.type, message.data['code']])).toEqual([
      ['approval.handoff-returned.v1', code],
    ]);
    expect((await rowsOf(data.applicationId)).map((row) => row.state)).toEqual(['returned']);
  });

  test.each([
    ['while the case is open', 'ALREADY_DECIDED', {}],
    ['a second report while the case is open', 'CASE_STILL_OPEN', { reportId: newId('rep') }],
  ])('the same application again, %s, goes back', async (_name, code, change) => {
    const data = aReport(desk.cast);
    await desk.inbox.receive(handOver(data));
    await desk.inbox.receive(handOver({ ...data, ...change }));
    expect(await casesOf(data.applicationId)).toHaveLength(1);
    expect((await about(data.applicationId)).map((message) => message.data['code'])).toEqual([code]);
  });

  test('[7.3] a second approval beside one in force goes back', async () => {
    const { applicationId } = await approve();
    await desk.inbox.receive(handOver(aReport(desk.cast, { applicationId })));
    expect((await about(applicationId)).at(-1)?.data).toMatchObject({ code: 'APPROVAL_IN_FORCE' });
  });

  test('waits for a product that finance has not told of, instead of refusing', async () => {
    const productId = newId('prd');
    const data = aReport(desk.cast, { productId });
    expect(await desk.inbox.receive(handOver(data))).toBe('waiting');
    expect(await about(data.applicationId)).toEqual([]);
    await desk.inbox.receive(desk.source.event('finance.product-published.v1', productId, aProduct({ productId })));
    expect(await casesOf(data.applicationId)).toHaveLength(1);
  });

  test('a job that was pushed twice has one effect', async () => {
    const data = aReport(desk.cast);
    const envelope = handOver(data);
    await desk.inbox.receive(envelope);
    expect(await desk.inbox.receive(envelope)).toBe('seen');
    expect(await casesOf(data.applicationId)).toHaveLength(1);
  });

  test('a forged job without report figures changes nothing', async () => {
    const data = aReport(desk.cast);
    const { reportHash: _hash, ...forged } = data;
    await expect(desk.inbox.receive(handOver(forged as Report))).rejects.toThrow();
    expect(await casesOf(data.applicationId)).toEqual([]);
    expect(await about(data.applicationId)).toEqual([]);
  });
});

describe('[4.12] the customer withdraws', () => {
  test.each([
    ['after the report', (report: Envelope, gone: Envelope) => [report, gone]],
    ['before the report', (report: Envelope, gone: Envelope) => [gone, report]],
  ])('%s: no work is left open', async (_name, order) => {
    const data = aReport(desk.cast);
    const source = new MessageSource();
    for (const envelope of order(handOver(data, source), withdrawal(data.applicationId, source))) await desk.inbox.receive(envelope);
    expect((await rowsOf(data.applicationId)).map((row) => row.state)).toEqual(['recalled']);
    expect((await about(data.applicationId)).map((message) => message.type)).toEqual(['approval.handoff-recalled.v1']);
    expect((await casesOf(data.applicationId)).every((one) => one.state === 'withdrawn')).toBe(true);
  });

  test('from an open case: votes and decision are refused', async () => {
    const { caseId, applicationId } = await desk.open();
    await desk.inbox.receive(withdrawal(applicationId));
    await expect(desk.acts.castVote.execute(desk.cast.chair, { caseId, choice: 'YES', reason: 'x' })).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    await expect(desk.acts.decideCase.execute(desk.cast.secretary, { caseId })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  test('from an approval: it lapses and says so', async () => {
    const { applicationId, decisionId } = await approve();
    await desk.inbox.receive(withdrawal(applicationId));
    expect((await decisionsOf(applicationId))[0]).toMatchObject({ state: 'lapsed', lapsedReason: 'WITHDRAWN' });
    expect((await about(applicationId)).at(-1)).toMatchObject({
      type: 'approval.decision-lapsed.v1',
      data: { decisionId, reason: 'WITHDRAWN' },
    });
  });

  test('racing the decision: one of them is first, and no approval stays in force', async () => {
    const { caseId, applicationId } = await desk.open({ amountFen: 5_000_000 });
    await desk.acts.castVote.execute(desk.cast.chair, { caseId, choice: 'YES', reason: 'x' });
    await Promise.allSettled([
      desk.acts.decideCase.execute(desk.cast.secretary, { caseId }),
      desk.inbox.receive(withdrawal(applicationId)),
    ]);
    expect((await decisionsOf(applicationId)).every((one) => one.state === 'lapsed')).toBe(true);
    expect((await rowsOf(applicationId)).filter((row) => row.direction === 'in' && row.state === 'open')).toEqual([]);
  });
});

describe('[4.14] validity', () => {
  const signed = (applicationId: string): Envelope => {
    const { productId, amountFen, termMonths, annualRate, method, customerId, salespersonId } = aReport(desk.cast, { applicationId });
    const terms = { productId, amountFen, termMonths, annualRate, method };
    const contract = { contractId: newId('con'), contractHash: 'c'.repeat(64), signedAt: '2026-11-23T02:00:00.000Z' };
    return desk.source.event('sales.contract-signed.v1', applicationId, {
      applicationId,
      customerId,
      salespersonId,
      ...terms,
      ...contract,
    });
  };
  const moveTo = async (days: number, step: number): Promise<void> => {
    await read(desk.platform, (tx) => desk.platform.clock.move({ offsetMs: days * 86_400_000, step }, tx));
  };

  test('an approval without a contract lapses after its last day, a used one never', async () => {
    const [unused, used] = [await approve(), await approve()];
    await desk.inbox.receive(signed(used.applicationId));
    expect(await desk.acts.lapseDecisions.execute()).toBe(0);
    await moveTo(90, 1);
    expect(await desk.acts.lapseDecisions.execute()).toBe(0);
    await moveTo(91, 2);
    expect(await desk.acts.lapseDecisions.execute()).toBeGreaterThan(0);
    expect(await desk.acts.lapseDecisions.execute()).toBe(0);
    expect((await decisionsOf(unused.applicationId))[0]).toMatchObject({ state: 'lapsed', lapsedReason: 'EXPIRED' });
    expect((await decisionsOf(used.applicationId))[0]).toMatchObject({ state: 'signed' });
    expect((await about(unused.applicationId)).at(-1)?.type).toBe('approval.decision-lapsed.v1');
  });

  test('a contract does not revive a lapsed approval', async () => {
    const { applicationId } = await approve();
    await desk.inbox.receive(withdrawal(applicationId));
    await desk.inbox.receive(signed(applicationId));
    expect((await decisionsOf(applicationId))[0]).toMatchObject({ state: 'lapsed' });
  });
});

test('[7.3] a withdrawal that crosses the report leaves no open case and no open work, whichever comes first', async () => {
  for (let round = 0; round < 12; round++) {
    const data = aReport(desk.cast);
    await Promise.all([desk.inbox.receive(handOver(data)), desk.inbox.receive(withdrawal(data.applicationId))]);
    expect((await casesOf(data.applicationId)).filter((one) => one.state === 'open')).toEqual([]);
    expect((await rowsOf(data.applicationId)).map((row) => row.state)).toEqual(['recalled']);
  }
});
