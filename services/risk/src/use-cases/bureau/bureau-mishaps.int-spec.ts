import { describe, expect, test } from '@jest/globals';
import {
  accessKinds,
  asked,
  bureau,
  due,
  expectAnsweredOnce,
  finding,
  http,
  load,
  risk,
  useTestBureau,
  worker,
} from '../../../test/builders/bureau-talk.builder.js';
import { PATIENCE, reading } from '../../../test/builders/risk.builder.js';
import type { Behaviour } from '../../../test/builders/test-bureau.builder.js';
import { GuardedBureau } from '../../adapters/guarded-bureau.channel.js';
import type { BureauTrouble } from '../../domain/bureau/bureau-trouble.js';
import { BureauPort } from './bureau.port.js';

// The whole way of a question over real HTTP to a bureau that does everything wrong that another company can do wrong: the investigation
// shows it, nothing is lost, and the bureau books one inquiry about one person. Answers that come late or twice: bureau-late-answers.int-spec.ts.

/** Longer than any test: a breaker that opens stays open until the test says otherwise. */
const LONG_MS = 3_600_000;

useTestBureau();

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
