import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '@weilend/testing';
import { residentId } from '../../../test/builders/inputs.builder.js';
import { assigned, PATIENCE, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { BUREAU_SECRET, TestBureau } from '../../../test/builders/test-bureau.builder.js';
import type { Behaviour } from '../../../test/builders/test-bureau.builder.js';
import { GuardedBureau } from '../../adapters/guarded-bureau.channel.js';
import { HttpBureau } from '../../adapters/http-bureau.channel.js';
import type { BureauTrouble } from '../../domain/bureau/bureau-trouble.js';
import { AskBureau } from './ask-bureau.use-case.js';
import { BureauPort } from './bureau.port.js';
import { InquiryRecords } from './inquiry-records.js';
import { Scoring } from '../scorecard/scoring.js';

// The whole way of a question over real HTTP to a bureau that does everything wrong that another company can do wrong: the investigation
// shows it, nothing is lost, and the bureau books one inquiry about one person.

const TIMEOUT_MS = 400;
/** Longer than any test: a breaker that opens stays open until the test says otherwise. */
const LONG_MS = 3_600_000;

let bureau: TestBureau;
let risk: RiskUnderTest;
let people = 0;

const http = (change: { secret?: string; timeoutMs?: number; url?: string } = {}) =>
  new HttpBureau({ url: bureau.url, secret: BUREAU_SECRET, timeoutMs: TIMEOUT_MS, ...change });

beforeAll(async () => {
  bureau = await TestBureau.start();
  risk = await riskUnderTest(() => http());
});
beforeEach(() => {
  bureau.next = [];
  bureau.aheadSeconds = 0;
  bureau.booked.clear();
  bureau.arrived = 0;
});
afterAll(async () => {
  await risk.platform.stop();
  await bureau.stop();
});

const stored = () => risk.platform.database.collection('bureau_inquiries');
const load = (inquiryId: string) => reading(risk, (tx) => risk.inquiries.get(inquiryId, tx));
const finding = (investigationId: string) => reading(risk, async (tx) => (await risk.investigations.get(investigationId, tx)).bureau);
/** Makes the next attempt due now, as if its pause were over. */
const due = (inquiryId: string) => stored().updateOne({ _id: inquiryId } as never, { $set: { nextAttemptAt: new Date(0) } });
const accessKinds = async (objectId: string) =>
  (await risk.platform.database.collection('access_log').find({ objectId }).sort({ _id: 1 }).toArray()).map((row) => row['kind'] as string);
/** A worker of its own: what a second process, or one that was started again, would be. */
const worker = (port: BureauPort) => {
  const { platform, investigations, inquiries, accessLog, channel } = risk;
  const records = new InquiryRecords(investigations, inquiries, accessLog, channel, new Scoring(risk.scorecards, risk.shadows));
  return new AskBureau(platform.database, platform.work, records, port, PATIENCE, platform.clock);
};

/** An inquiry about somebody new, not yet sent. */
async function asked() {
  const number = residentId(++people);
  const { id: investigationId } = await assigned(risk, { identityIndex: risk.platform.cipher.blindIndex('identity', number) });
  const inquiryId = await risk.inquire.execute(risk.people.first, { investigationId, residentId: number });
  return { investigationId, inquiryId, number };
}

/** Everything ended well: one answer kept, one inquiry booked about this person, and no word of the number anywhere. */
async function expectAnsweredOnce({ investigationId, inquiryId, number }: Awaited<ReturnType<typeof asked>>) {
  const inquiry = await load(inquiryId);
  expect(inquiry).toMatchObject({
    state: 'ANSWERED',
    trouble: null,
    failure: null,
    nextAttemptAt: null,
    identityNumber: null,
    pendingFor: null,
  });
  expect(await finding(investigationId)).toMatchObject({ state: 'ANSWERED', score: 849, figures: { debts: { openCredits: 2 } } });
  expect([[...bureau.booked.keys()], bureau.persons]).toEqual([[inquiry.requestId], [number]]);
  expect((await accessKinds(inquiryId)).filter((kind) => kind === 'BUREAU_ANSWER')).toHaveLength(1);
  expect(JSON.stringify(await stored().findOne({ _id: inquiryId } as never))).not.toContain(number);
}

describe('[4.10] the bureau fails, and the question goes on', () => {
  test.each<[string, Behaviour, BureauTrouble, number]>([
    ['down: the connection breaks off', 'drop the connection', 'UNREACHABLE', 1],
    ['slow: no answer within the time-out', 'say nothing', 'TIMED_OUT', 1],
    ['garbage', 'garbage', 'GARBAGE', 1],
    ['an error of its own', 'error', 'BUREAU_ERROR', 1],
    ['answering twice in one body', 'answer twice', 'GARBAGE', 1],
    ['answering another request', 'answer another request', 'OTHER_REQUEST', 1],
    ['an answer with a wrong signature', 'sign wrongly', 'BAD_SIGNATURE', 1],
  ])('%s', async (_name, behaviour, trouble, attempts) => {
    const question = await asked();
    bureau.next = [behaviour];
    expect(await risk.ask.askNext()).toMatchObject({ id: question.inquiryId, state: 'REQUESTED', trouble, attempts });
    const waiting = await load(question.inquiryId);
    expect(waiting.nextAttemptAt).toBeInstanceOf(Date);
    expect(waiting.failure).not.toContain(question.number);
    expect(await finding(question.investigationId)).toMatchObject({ state: 'REQUESTED', score: null });
    expect(await risk.ask.askNext()).toBeNull();
    await due(question.inquiryId);
    await risk.ask.askNext();
    await expectAnsweredOnce(question);
    expect(bureau.arrived).toBe(2);
  });

  test('nobody listens at the address: nothing is lost', async () => {
    const question = await asked();
    expect(await worker(http({ url: 'http://127.0.0.1:9' })).askNext()).toMatchObject({ state: 'REQUESTED', trouble: 'UNREACHABLE' });
    await due(question.inquiryId);
    await risk.ask.askNext();
    await expectAnsweredOnce(question);
  });

  test('429 with Retry-After: not asked again before the bureau allows it', async () => {
    const question = await asked();
    bureau.next = ['too many requests'];
    const before = await risk.platform.database.now();
    expect(await risk.ask.askNext()).toMatchObject({ state: 'REQUESTED', trouble: 'BUSY' });
    const { nextAttemptAt } = await load(question.inquiryId);
    expect((nextAttemptAt?.getTime() ?? 0) - before.getTime()).toBeGreaterThanOrEqual(120_000);
    await due(question.inquiryId);
    await risk.ask.askNext();
    await expectAnsweredOnce(question);
  });

  test('a fault of ours: told by its place, never by its words; the question goes on', async () => {
    const question = await asked();
    const broken = new (class extends BureauPort {
      async inquire(): Promise<never> {
        throw new RangeError(`no way to ask about ${question.number}`);
      }
    })();
    expect(await worker(broken).askNext()).toMatchObject({ state: 'REQUESTED', trouble: 'UNEXPECTED', nextAttemptAt: expect.any(Date) });
    const { failure } = await load(question.inquiryId);
    expect(failure).toMatch(/^asking the bureau failed in this system: RangeError at bureau-mishaps\.int-spec\.ts:\d+$/);
    await due(question.inquiryId);
    await risk.ask.askNext();
    await expectAnsweredOnce(question);
  });

  test('after the last attempt it waits for a person, keeps the number, and is asked again by hand under the same request id', async () => {
    const question = await asked();
    bureau.next = Array.from({ length: PATIENCE.mostAttempts }, () => 'say nothing' as const);
    for (let attempt = 0; attempt < PATIENCE.mostAttempts; attempt++) {
      await due(question.inquiryId);
      await worker(http({ timeoutMs: 100 })).askNext();
    }
    expect(await load(question.inquiryId)).toMatchObject({
      state: 'REQUESTED',
      attempts: PATIENCE.mostAttempts,
      nextAttemptAt: null,
      identityNumber: question.number,
    });
    expect(await risk.ask.askNext()).toBeNull();
    await risk.retryInquiry.execute(risk.people.manager, { inquiryId: question.inquiryId });
    await risk.ask.askNext();
    await expectAnsweredOnce(question);
  });
});

describe('[3.7] the bureau answers about another person', () => {
  test('the answer is refused, written down and never stored; it is asked again only when somebody says so', async () => {
    const question = await asked();
    bureau.next = ['answer for another person'];
    expect(await risk.ask.askNext()).toMatchObject({ trouble: 'OTHER_PERSON', answersRefused: 1, report: null, nextAttemptAt: null });
    expect(await finding(question.investigationId)).toMatchObject({ state: 'REQUESTED', score: null, figures: null });
    expect(await accessKinds(question.inquiryId)).toEqual(['BUREAU_INQUIRY', 'BUREAU_ANSWER_REFUSED']);
    await expect(
      risk.revealReport.execute(risk.people.first, { inquiryId: question.inquiryId, reason: 'to see it' }),
    ).rejects.toMatchObject({
      code: 'BUREAU_REPORT_ABSENT',
    });
    expect(await risk.ask.askNext()).toBeNull();
    await risk.retryInquiry.execute(risk.people.first, { inquiryId: question.inquiryId });
    await risk.ask.askNext();
    await expectAnsweredOnce(question);
    expect(await load(question.inquiryId)).toMatchObject({ answersRefused: 1 });
  });
});

describe('[4.10] the bureau answers late', () => {
  test('after the time-out: the late answer finds nobody, the next attempt gets it under the same request id', async () => {
    const question = await asked();
    bureau.next = ['wait to be released'];
    expect(await risk.ask.askNext()).toMatchObject({ state: 'REQUESTED', trouble: 'TIMED_OUT' });
    bureau.release();
    expect(await load(question.inquiryId)).toMatchObject({ state: 'REQUESTED', report: null });
    await due(question.inquiryId);
    await risk.ask.askNext();
    await expectAnsweredOnce(question);
  });

  test('after it was called off: the answer is dropped; asked anew, the bureau still counts one', async () => {
    const question = await asked();
    bureau.next = ['wait to be released'];
    const attempt = worker(http({ timeoutMs: 20_000 })).askNext();
    await eventually('the bureau has the question', async () => bureau.booked.size === 1);
    await risk.callOffInquiry.execute(risk.people.manager, { inquiryId: question.inquiryId, reason: 'the bureau is silent' });
    bureau.release();
    expect(await attempt).toMatchObject({ state: 'FAILED', trouble: 'CALLED_OFF', report: null, identityNumber: null });
    expect(await finding(question.investigationId)).toMatchObject({ state: 'FAILED', score: null });
    const inquiryId = await risk.inquire.execute(risk.people.first, {
      investigationId: question.investigationId,
      residentId: question.number,
    });
    expect(inquiryId).not.toBe(question.inquiryId);
    await risk.ask.askNext();
    await expectAnsweredOnce({ ...question, inquiryId });
  });
});

describe('[4.7] the application goes back to sales while the bureau is silent', () => {
  test('the question is called off; the next round asks it again under the same consent, and the bureau counts one', async () => {
    const question = await asked();
    bureau.next = ['say nothing'];
    await risk.ask.askNext();
    const { applicationId, consents, identityIndex, salespersonId } = await reading(risk, (tx) =>
      risk.investigations.get(question.investigationId, tx),
    );
    await risk.giveBack.execute(risk.people.first, { investigationId: question.investigationId, reasons: ['the wage slips of June'] });
    expect(await load(question.inquiryId)).toMatchObject({ state: 'FAILED', trouble: 'CALLED_OFF', identityNumber: null });
    const next = await assigned(risk, { applicationId, round: 2, consents: [...consents], identityIndex, salespersonId });
    const inquiryId = await risk.inquire.execute(risk.people.first, { investigationId: next.id, residentId: question.number });
    await risk.ask.askNext();
    await expectAnsweredOnce({ ...question, investigationId: next.id, inquiryId });
  });
});

describe('[4.10] the bureau is asked twice', () => {
  test('two attempts at once, both answered: one answer is kept and one access noted', async () => {
    const question = await asked();
    bureau.next = ['wait to be released', 'wait to be released'];
    const first = worker(http({ timeoutMs: 20_000 })).askNext();
    await eventually('the first attempt arrives', async () => bureau.arrived === 1);
    await due(question.inquiryId);
    const second = worker(http({ timeoutMs: 20_000 })).askNext();
    await eventually('the second attempt arrives', async () => bureau.arrived === 2);
    bureau.release();
    expect([(await first)?.state, (await second)?.state]).toEqual(['ANSWERED', 'ANSWERED']);
    await expectAnsweredOnce(question);
  });
});

describe('[4.10] the worker is started again', () => {
  test('between the call and the store: the claim runs out, the same request id is sent, the bureau counts one', async () => {
    const question = await asked();
    // This process gets the answer and dies before it can keep it.
    const dying = new (class extends BureauPort {
      reached = false;
      async inquire(...asks: Parameters<HttpBureau['inquire']>): Promise<never> {
        await http().inquire(...asks);
        this.reached = true;
        return new Promise<never>(() => undefined);
      }
    })();
    void worker(dying).askNext();
    await eventually('the answer is there and not kept', async () => dying.reached);
    expect(await load(question.inquiryId)).toMatchObject({ state: 'REQUESTED', attempts: 1, report: null });
    expect(await risk.ask.askNext()).toBeNull();
    await due(question.inquiryId);
    await worker(http()).askNext();
    await expectAnsweredOnce(question);
    expect([bureau.arrived, (await load(question.inquiryId)).attempts]).toEqual([2, 2]);
  });

  test('before the call: the question is still there', async () => {
    const question = await asked();
    const unreached = new (class extends BureauPort {
      claimed = false;
      inquire(): Promise<never> {
        this.claimed = true;
        return new Promise<never>(() => undefined);
      }
    })();
    void worker(unreached).askNext();
    await eventually('the question is claimed', async () => unreached.claimed);
    await due(question.inquiryId);
    await worker(http()).askNext();
    await expectAnsweredOnce(question);
    expect(bureau.arrived).toBe(1);
  });
});

describe('[3.7] both sides prove who they are', () => {
  test.each<[string, () => BureauPort]>([
    ['a wrong signature is turned away by the bureau', () => http({ secret: 'a wrong secret of thirty-two bytes..' })],
    ['clocks too far apart', () => ((bureau.aheadSeconds = 301), http())],
    ['clocks too far apart the other way', () => ((bureau.aheadSeconds = -302), http())],
  ])('%s; nothing is booked, and it waits for a person', async (_name, port) => {
    const question = await asked();
    expect(await worker(port()).askNext()).toMatchObject({ state: 'REQUESTED', trouble: 'NOT_AUTHORISED', nextAttemptAt: null });
    expect([bureau.arrived, bureau.booked.size]).toEqual([1, 0]);
    bureau.aheadSeconds = 0;
    await risk.retryInquiry.execute(risk.people.manager, { inquiryId: question.inquiryId });
    await risk.ask.askNext();
    await expectAnsweredOnce(question);
  });

  test('clocks within five minutes do', async () => {
    const question = await asked();
    bureau.aheadSeconds = 290;
    await risk.ask.askNext();
    await expectAnsweredOnce(question);
  });
});

describe('[4.10] the circuit breaker', () => {
  test('opens after so many failures, asks nothing while open and counts no attempt; one probe closes it again', async () => {
    const guarded = new GuardedBureau(http(), { failures: 2, pauseMs: LONG_MS });
    const asking = worker(guarded);
    const questions = [await asked(), await asked(), await asked()];
    bureau.next = ['error', 'error'];
    for (let count = 0; count < 3; count++) await asking.askNext();
    expect(bureau.arrived).toBe(2);
    const untouched = await load(questions[2]?.inquiryId ?? '');
    expect(untouched).toMatchObject({ state: 'REQUESTED', attempts: 0, trouble: 'BREAKER_OPEN' });
    expect(untouched.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now());
    const channel = () => reading(risk, (tx) => risk.channel.find('bureau', tx));
    expect(await channel()).toMatchObject({ isOpen: true, lastTrouble: 'BUREAU_ERROR', probeFrom: expect.any(Date) });
    // Another worker, whose breaker lets the probe through.
    for (const { inquiryId } of questions) await due(inquiryId);
    const well = worker(new GuardedBureau(http(), { failures: 2, pauseMs: 1 }));
    while (await well.askNext());
    for (const { inquiryId } of questions) expect(await load(inquiryId)).toMatchObject({ state: 'ANSWERED' });
    expect(await channel()).toMatchObject({ isOpen: false, lastTrouble: null });
    expect([...bureau.booked.keys()]).toHaveLength(3);
  });
});

describe('[7.12] by hand', () => {
  test.each<[string, (inquiryId: string) => Promise<string>]>([
    ['asked again', (inquiryId) => risk.retryInquiry.execute(risk.people.first, { inquiryId })],
    ['called off', (inquiryId) => risk.callOffInquiry.execute(risk.people.first, { inquiryId, reason: 'no longer needed' })],
  ])('an answered inquiry can not be %s', async (_name, act) => {
    const question = await asked();
    await risk.ask.askNext();
    const before = await load(question.inquiryId);
    await expect(act(question.inquiryId)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(await load(question.inquiryId)).toEqual(before);
  });

  test('a stranger learns nothing; without a reason nothing is called off', async () => {
    const question = await asked();
    const stranger = { ...risk.people.first, employeeId: 'emp_00000000000000000000000000' };
    await expect(risk.retryInquiry.execute(stranger, { inquiryId: question.inquiryId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const reason of ['', '  ', 'no', 'call 13800001111']) {
      await expect(risk.callOffInquiry.execute(risk.people.first, { inquiryId: question.inquiryId, reason })).rejects.toMatchObject({
        code: expect.stringMatching(/^(TEXT_MISSING|PERSONAL_NUMBER_IN_TEXT)$/),
      });
    }
    expect(await load(question.inquiryId)).toMatchObject({ state: 'REQUESTED', attempts: 0 });
    await risk.ask.askNext();
    await expectAnsweredOnce(question);
  });
});
