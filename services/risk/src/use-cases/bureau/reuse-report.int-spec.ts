import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { seedParameters } from '@weilend/testing';
import { newId } from '@weilend/kernel';
import { HASH, residentId } from '../../../test/builders/inputs.builder.js';
import { assigned, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { SimulatedBureau } from '../../adapters/simulated-bureau.channel.js';
import { BureauPort } from './bureau.port.js';
import type { BureauQuestion } from './bureau.port.js';

/** Remembers what it was asked. */
class CountingBureau extends BureauPort {
  readonly asked: BureauQuestion[] = [];

  constructor(private readonly answering: BureauPort) {
    super();
  }

  inquire(question: BureauQuestion) {
    this.asked.push(question);
    return this.answering.inquire(question);
  }
}

const DAY_MS = 86_400_000;
let risk: RiskUnderTest;
let bureau: CountingBureau;
let people = 0;
let number: string;

beforeAll(async () => {
  risk = await riskUnderTest((platform) => (bureau = new CountingBureau(new SimulatedBureau(platform.clock))));
});
beforeEach(() => {
  number = residentId(++people, '102');
  bureau.asked.length = 0;
});
afterAll(() => risk.platform.stop());

const consent = (change: object = {}) => ({
  consentId: newId('cns'),
  kind: 'CREDIT_INQUIRY',
  purpose: 'loan application',
  validUntil: '2999-12-31',
  evidenceHash: HASH,
  ...change,
});
/** An investigation about the person of the test. */
const about = (consents = [consent()]) => assigned(risk, { consents, identityIndex: risk.platform.cipher.blindIndex('identity', number) });
const inquire = (investigationId: string, change: object = {}) =>
  risk.inquire.execute(risk.people.first, { investigationId, residentId: number, ...change });
const load = (inquiryId: string) => reading(risk, (tx) => risk.inquiries.get(inquiryId, tx));
const investigation = (id: string) => reading(risk, (tx) => risk.investigations.get(id, tx));
const inquiries = () => risk.platform.database.collection('bureau_inquiries');
/** Moves the answer of an inquiry into the past. */
const answeredDaysAgo = (inquiryId: string, days: number) =>
  inquiries().updateOne({ _id: inquiryId } as never, { $set: { answeredAt: new Date(Date.now() - days * DAY_MS) } });

/** The first application of the person, asked and answered. */
async function answeredOnce(consents = [consent()]) {
  const { id } = await about(consents);
  const inquiryId = await inquire(id);
  await risk.ask.askNext();
  expect(bureau.asked).toHaveLength(1);
  return { investigationId: id, inquiryId };
}

describe('[4.10] one report serves while it may be used', () => {
  test.each<[string, number]>([
    ['at once', 0],
    ['on its last day', 30],
  ])('another application of the same person, %s: no new inquiry, and it says so', async (_name, days) => {
    const first = await answeredOnce();
    await answeredDaysAgo(first.inquiryId, days);
    const own = consent();
    const second = await about([own]);
    const inquiryId = await inquire(second.id);
    expect(await risk.ask.askNext()).toBeNull();
    expect(bureau.asked).toHaveLength(1);
    const [source, reuse] = [await load(first.inquiryId), await load(inquiryId)];
    expect(reuse).toMatchObject({
      ...{ state: 'ANSWERED', reusedFrom: first.inquiryId, requestId: source.requestId, consentId: own.consentId, report: null },
      ...{ attempts: 0, identityNumber: null, answeredAt: source.answeredAt, investigationId: second.id },
    });
    expect(await investigation(second.id)).toMatchObject({
      bureau: { state: 'ANSWERED', reused: true, inquiryId, score: 799, figures: { debts: { openCredits: 2 } }, consentId: own.consentId },
      score: { inputs: { bureauScore: 799 } },
    });
    const access = await risk.platform.database.collection('access_log').find({ objectId: inquiryId }).toArray();
    expect(access).toMatchObject([
      {
        ...{ kind: 'BUREAU_REUSE', actor: `employee:${risk.people.first.employeeId}`, consentId: own.consentId },
        ...{ reason: 'loan application', applicationId: second.applicationId, resultHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
  });

  test('whoever uses it sees the whole report with a reason, under his own consent', async () => {
    await answeredOnce();
    const own = consent();
    const inquiryId = await inquire((await about([own])).id);
    const report = await risk.revealReport.execute(risk.people.second, { inquiryId, reason: 'before the committee' });
    expect(report).toMatchObject({ score: 799, details: { credits: [{ status: 'OPEN' }, { status: 'OPEN' }] } });
    const views = await risk.platform.database.collection('access_log').find({ objectId: inquiryId, kind: 'BUREAU_REPORT_VIEW' }).toArray();
    expect(views).toMatchObject([{ consentId: own.consentId, reason: 'before the committee' }]);
  });

  test('a reuse is not reused: the days count from the answer of the bureau', async () => {
    const first = await answeredOnce();
    await answeredDaysAgo(first.inquiryId, 29);
    const reuse = await inquire((await about()).id);
    const again = await inquire((await about()).id);
    expect((await load(again)).reusedFrom).toBe(first.inquiryId);
    expect((await load(again)).reusedFrom).not.toBe(reuse);
  });
});

describe('[G2] the bureau is asked anew', () => {
  const asksAnew = async (inquiryId: string) => {
    expect(await load(inquiryId)).toMatchObject({ state: 'REQUESTED', reusedFrom: null });
    await risk.ask.askNext();
    expect(bureau.asked).toHaveLength(2);
    expect(await load(inquiryId)).toMatchObject({ state: 'ANSWERED', reusedFrom: null });
  };

  test('the day after the last', async () => {
    const first = await answeredOnce();
    await answeredDaysAgo(first.inquiryId, 31);
    await asksAnew(await inquire((await about()).id));
  });

  test('by the number of days in force', async () => {
    const first = await answeredOnce();
    await answeredDaysAgo(first.inquiryId, 2);
    await seedParameters(risk.platform, { 'bureau.report-valid-days': '1' });
    const inquiryId = await inquire((await about()).id);
    await seedParameters(risk.platform);
    await asksAnew(inquiryId);
  });

  test('when this customer consented to another purpose than the report was asked for', async () => {
    await answeredOnce();
    await asksAnew(await inquire((await about([consent({ purpose: 'guarantee' })])).id));
  });

  test('when the investigator names another purpose that is consented to', async () => {
    await answeredOnce();
    const { id } = await about([consent(), consent({ purpose: 'guarantee' })]);
    await asksAnew(await inquire(id, { purpose: 'Guarantee' }));
  });

  test('about another person', async () => {
    await answeredOnce();
    number = residentId(++people, '102');
    await asksAnew(await inquire((await about()).id));
  });
});

describe('[G2] a stored report does not soften the gate', () => {
  test.each<[string, ReturnType<typeof consent>[], object, string]>([
    ['without a consent', [], {}, 'CONSENT_MISSING'],
    ['with one that has run out', [consent({ validUntil: '2020-01-01' })], {}, 'CONSENT_EXPIRED'],
    ['with one that names no purpose', [consent({ purpose: ' ' })], {}, 'CONSENT_PURPOSE_MISSING'],
    ['for a purpose nobody consented to', [consent()], { purpose: 'curiosity' }, 'PURPOSE_NOT_CONSENTED'],
    ['for somebody else', [consent()], { residentId: residentId(9_999) }, 'IDENTITY_MISMATCH'],
  ])('%s', async (_name, consents, input, code) => {
    await answeredOnce();
    const { id } = await about(consents);
    const before = [await inquiries().countDocuments(), await risk.platform.database.collection('access_log').countDocuments()];
    await expect(inquire(id, input)).rejects.toMatchObject({ code });
    expect([await inquiries().countDocuments(), await risk.platform.database.collection('access_log').countDocuments()]).toEqual(before);
    expect((await investigation(id)).bureau).toBeNull();
  });
});

describe('[G2] under races one inquiry goes out', () => {
  test('four applications of one person at once: one is asked, the others wait for its answer and use it', async () => {
    const applications = [await about(), await about(), await about(), await about()];
    const outcomes = await Promise.allSettled(applications.map(({ id }) => inquire(id)));
    const refused = outcomes.filter((one) => one.status === 'rejected').map((one) => (one.reason as { code: string }).code);
    expect(refused).toEqual(['BUREAU_INQUIRY_RUNNING', 'BUREAU_INQUIRY_RUNNING', 'BUREAU_INQUIRY_RUNNING']);
    while (await risk.ask.askNext());
    expect(bureau.asked).toHaveLength(1);
    for (const [place, { id }] of applications.entries()) if (outcomes[place]?.status === 'rejected') await inquire(id);
    expect(await risk.ask.askNext()).toBeNull();
    expect(bureau.asked).toHaveLength(1);
    for (const { id } of applications) expect((await investigation(id)).bureau).toMatchObject({ state: 'ANSWERED', score: 799 });
    expect(await inquiries().countDocuments({ identityIndex: risk.platform.cipher.blindIndex('identity', number) })).toBe(4);
  });

  test('both investigators of one application at once', async () => {
    const { id } = await about();
    const outcomes = await Promise.allSettled(
      [risk.people.first, risk.people.second].map((actor) => risk.inquire.execute(actor, { investigationId: id, residentId: number })),
    );
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    while (await risk.ask.askNext());
    expect(bureau.asked).toHaveLength(1);
  });

  test('a question that waits for a person holds the others up until it is called off', async () => {
    const [first, second] = [await about(), await about()];
    const inquiryId = await inquire(first.id);
    await expect(inquire(second.id)).rejects.toMatchObject({ code: 'BUREAU_INQUIRY_RUNNING' });
    await risk.callOffInquiry.execute(risk.people.manager, { inquiryId, reason: 'the customer is served elsewhere' });
    const other = await inquire(second.id);
    await risk.ask.askNext();
    expect(await load(other)).toMatchObject({ state: 'ANSWERED' });
    expect(bureau.asked).toHaveLength(1);
  });
});
