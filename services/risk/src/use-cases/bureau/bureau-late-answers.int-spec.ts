import { describe, expect, test } from '@jest/globals';
import { eventually } from '@weilend/testing';
import {
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
import { assigned, reading } from '../../../test/builders/risk.builder.js';
import type { HttpBureau } from '../../adapters/http-bureau.channel.js';
import { BureauPort } from './bureau.port.js';

// What becomes of a question whose answer comes late, twice, or to a process that is no more, and of one that somebody called off: one answer is
// kept, and the bureau books one inquiry about one person.

useTestBureau();

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
