import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { handoffRows, inboxOf, MessageSource, person, sentMessages, snapshotOf, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { ReceiveQuestionWhenCommitteeAsked } from '../../consumers/receive-question-when-committee-asked.consumer.js';
import { riskErrors } from '../../domain/risk.errors.js';
import { OpinionRequestQueries } from '../../queries/opinion/opinion-request.queries.js';
import { GiveRiskOpinion } from './give-risk-opinion.use-case.js';

let p: PlatformUnderTest;
const manager = person('risk', 'risk-manager');
const source = new MessageSource();
beforeAll(async () => void (p = await testPlatform('risk', { errors: riskErrors })));
afterAll(() => p.stop());

const opinion = () => new GiveRiskOpinion(p.work, p.handoffs);
const inbox = () => inboxOf(p, [new ReceiveQuestionWhenCommitteeAsked(opinion())]);
const workOf = async (applicationId: string) => (await handoffRows(p)).find((row) => row.subject === applicationId);
const waiting = async () => (await new OpinionRequestQueries(p.database).open()).map((one) => one.applicationId);

/** A question of the committee that has reached us. */
async function asked(question = 'Is the cash flow enough?'): Promise<string> {
  const applicationId = newId('app');
  const data = { applicationId, participants: [], caseId: newId('cas'), question, dueAt: '2026-11-24T08:00:00.000Z' };
  await inbox().receive(source.handoff('give-risk-opinion', 'approval', { subject: applicationId, data }));
  return applicationId;
}

const give = (applicationId: string, text = 'it covers the instalment') =>
  opinion().execute(manager, { applicationId, stance: 'SUPPORT', text });

describe('[8.5] an opinion for the committee', () => {
  test('is open work until it is given, once', async () => {
    const applicationId = await asked();
    expect(await waiting()).toContain(applicationId);
    await give(applicationId);
    const outcome = { stance: 'SUPPORT', text: 'it covers the instalment', givenBy: manager.employeeId };
    expect(await workOf(applicationId)).toMatchObject({ from: 'approval', state: 'completed', outcome });
    expect(await waiting()).not.toContain(applicationId);
    const said = (await sentMessages(p)).filter((one) => one.subject === applicationId);
    expect(said).toMatchObject([{ type: 'risk.handoff-completed.v1', data: { result: outcome } }]);
    await expect(give(applicationId)).rejects.toMatchObject({ code: 'HANDOFF_NOT_OPEN' });
  });

  test('or goes back with the reason', async () => {
    const applicationId = await asked();
    await opinion().sendBack(manager, { applicationId, reason: 'the statements are missing' });
    const outcome = { code: 'OPINION_NOT_GIVEN', reasons: ['the statements are missing'] };
    expect(await workOf(applicationId)).toMatchObject({ state: 'returned', outcome });
  });

  test.each([
    ['[3.7] with a number of a person', 'who is 13800138000?', 'PERSONAL_NUMBER_IN_TEXT'],
    ['without words', ' ', 'OPINION_TEXT_MISSING'],
  ])('a question %s goes back by itself', async (_title, question, code) => {
    expect(await workOf(await asked(question))).toMatchObject({ state: 'returned', outcome: { code } });
  });

  test.each<[string, (applicationId: string) => Promise<unknown>, string]>([
    ['without words', (id) => give(id, ' '), 'OPINION_TEXT_MISSING'],
    ['[3.7] with a number of a person', (id) => give(id, 'call 13800138000'), 'PERSONAL_NUMBER_IN_TEXT'],
    ['that nobody asked for', () => give(newId('app')), 'HANDOFF_NOT_OPEN'],
    ['sent back without a reason', (id) => opinion().sendBack(manager, { applicationId: id, reason: '' }), 'OPINION_TEXT_MISSING'],
    [
      'sent back that nobody asked for',
      () => opinion().sendBack(manager, { applicationId: newId('app'), reason: 'no idea' }),
      'HANDOFF_NOT_OPEN',
    ],
  ])('one %s is refused and changes nothing', async (_title, act, code) => {
    const applicationId = await asked();
    const before = await snapshotOf(p, []);
    await expect(act(applicationId)).rejects.toMatchObject({ code });
    expect(await snapshotOf(p, [])).toBe(before);
  });
});
