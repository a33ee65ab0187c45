import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { handoffRows, person, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { AnswerInformationRequest } from './answer-information-request.use-case.js';
import { WithdrawApplication } from './withdraw-application.use-case.js';

let desk: SalesDesk;
let story: Story;
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
});
afterAll(() => desk.stop());

const workOf = async (handoffId: string) => (await handoffRows(desk.platform)).find((row) => row._id === handoffId);
const answerCase = () => desk.get(AnswerInformationRequest);

/** A question of risk that has reached us. */
async function asked(given?: string) {
  const applicationId = given ?? (await story.given({ desk: 'passed' }));
  const handoffId = newId('hof');
  const requestId = newId('irq');
  const participants = [{ role: 'INVESTIGATOR' as const, employeeId: newId('emp') }];
  const data = { applicationId, participants, investigationId: newId('inv'), requestId, question: 'Who pays the rent?' };
  const work = { id: handoffId, subject: applicationId, data: { ...data, dueAt: '2026-11-24T08:00:00.000Z' } };
  await desk.inbox.receive(desk.source.handoff('answer-information-request', 'risk', work));
  return { applicationId, handoffId, requestId };
}

describe('[7.2] a question of the investigators', () => {
  test('stands on the application with its due moment and is open work', async () => {
    const { applicationId, handoffId, requestId } = await asked();
    const { informationRequests, participants } = await story.application(applicationId);
    expect(informationRequests).toMatchObject([{ id: requestId, handoffId, question: 'Who pays the rent?', answer: null }]);
    expect(participants.map((one) => one.role)).toContain('INVESTIGATOR');
    expect(await workOf(handoffId)).toMatchObject({ direction: 'in', from: 'risk', state: 'open' });
  });

  test('is answered once, which completes the work and tells risk', async () => {
    const { applicationId, handoffId, requestId } = await asked();
    const input = { applicationId, requestId, reply: ' 租金由其弟弟支付。 ' };
    await answerCase().execute(desk.seller, input);
    const repliedBy = desk.seller.employeeId;
    expect(await workOf(handoffId)).toMatchObject({ state: 'completed', outcome: { reply: '租金由其弟弟支付。', repliedBy } });
    expect((await story.application(applicationId)).informationRequests).toMatchObject([{ answer: { answered: true, by: repliedBy } }]);
    const said = (await sentMessages(desk.platform)).filter((one) => one.subject === applicationId);
    expect(said).toMatchObject([
      { type: 'sales.handoff-completed.v1', handoffid: handoffId, data: { result: { reply: '租金由其弟弟支付。' } } },
    ]);
    expect(await codesOf(answerCase().execute(desk.seller, input))).toEqual(['INFORMATION_REQUEST_UNKNOWN']);
  });

  test('goes back with the reason when nobody can say', async () => {
    const { applicationId, handoffId, requestId } = await asked();
    await answerCase().sendBack(desk.manager, { applicationId, requestId, reason: 'the landlord is abroad' });
    const outcome = { code: 'INFORMATION_NOT_AVAILABLE', reasons: ['the landlord is abroad'] };
    expect(await workOf(handoffId)).toMatchObject({ state: 'returned', outcome });
    expect((await story.application(applicationId)).informationRequests).toMatchObject([{ answer: { answered: false } }]);
  });

  test('falls away with the application, before or after it has come', async () => {
    const before = await asked();
    await desk.get(WithdrawApplication).execute(desk.seller, { applicationId: before.applicationId, reason: '客户另有安排' });
    expect(await workOf(before.handoffId)).toMatchObject({ state: 'recalled' });
    const after = await asked(before.applicationId);
    expect(await workOf(after.handoffId)).toMatchObject({ state: 'recalled' });
    expect(await codesOf(answerCase().execute(desk.seller, { ...before, reply: 'his brother' }))).toEqual(['HANDOFF_NOT_OPEN']);
  });

  test('about an application that we do not have goes back to risk', async () => {
    const { handoffId } = await asked(newId('app'));
    expect(await workOf(handoffId)).toMatchObject({ state: 'returned', outcome: { code: 'NOT_FOUND' } });
  });

  const colleague = person('sales', 'salesperson');
  test.each([
    ['without words', { reply: ' ' }, undefined, 'REASON_REQUIRED'],
    ['[3.7] with a telephone number', { reply: 'ask him at 138 0013 8000' }, undefined, 'PERSONAL_NUMBER_IN_TEXT'],
    ['to a question that nobody asked', { requestId: newId('irq') }, undefined, 'INFORMATION_REQUEST_UNKNOWN'],
    ['about another application', { applicationId: newId('app') }, undefined, 'NOT_FOUND'],
    ["by another customer's salesperson", {}, colleague, 'NOT_FOUND'],
  ])('an answer %s is refused and changes nothing', async (_title, change, by, code) => {
    const { applicationId, requestId } = await asked();
    const before = await desk.snapshot();
    const act = answerCase().execute(by ?? desk.seller, { applicationId, requestId, reply: 'his brother', ...change });
    expect(await codesOf(act)).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });
});
