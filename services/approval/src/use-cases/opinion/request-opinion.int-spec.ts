import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { handoffRows, sentMessages, snapshotOf } from '@weilend/testing';
import { aDesk, read } from '../../../test/builders/approval.builder.js';
import type { Desk } from '../../../test/builders/approval.builder.js';
import { approvalCollections } from '../../persistence/all.js';
import type { OpinionGiver } from '../../domain/case/opinion.js';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.stop());

const load = (caseId: string) => read(desk.platform, (tx) => desk.cases.get(caseId, tx));
const ask = (caseId: string, department: OpinionGiver = 'finance', question = '现金流是否足够？') =>
  desk.acts.requestOpinion.execute(desk.cast.secretary, { caseId, department, question });

async function asked(department: OpinionGiver = 'finance') {
  const { caseId, applicationId } = await desk.open();
  await ask(caseId, department);
  return { caseId, applicationId, department, handoffId: (await load(caseId)).opinions[0]?.handoffId ?? '' };
}

/** The word of a department on its work. */
async function told(of: Awaited<ReturnType<typeof asked>>, what: 'completed' | 'returned' | 'recalled') {
  const base = { handoffId: of.handoffId, handoff: 'give-opinion', at: '2026-11-23T08:00:00.000Z' };
  const word = {
    completed: { ...base, result: { stance: 'OBJECT', text: '负债过高', givenBy: 'emp_x' } },
    returned: { ...base, code: 'OPINION_NOT_GIVEN', reasons: ['资料不足'] },
    recalled: { ...base, reason: '客户撤回' },
  };
  await desk.inbox.receive(desk.source.event(`${of.department}.handoff-${what}.v1`, of.applicationId, word[what] as never, of.handoffId));
}

describe('[8.5] the committee asks the departments', () => {
  test.each([
    ['risk', 'give-risk-opinion'],
    ['finance', 'give-finance-opinion'],
    ['compliance', 'give-legal-opinion'],
  ] as const)('%s: as work with a due moment that names who takes part', async (department, type) => {
    const { caseId, applicationId, handoffId } = await asked(department);
    const { opinions, participants } = await load(caseId);
    expect(opinions).toMatchObject([{ department, handoffId, answer: null, askedBy: desk.cast.secretary.employeeId }]);
    const given = (await handoffRows(desk.platform)).find((row) => row._id === handoffId);
    expect(given).toMatchObject({ type, direction: 'out', to: department, subject: applicationId, state: 'open', data: { participants } });
    const said = (await sentMessages(desk.platform)).filter((one) => one.subject === applicationId);
    expect(said.map((one) => one.type)).toEqual([`handoff.${type}.v1`]);
  });

  test.each([
    ['risk', 'completed', { kind: 'GIVEN', stance: 'OBJECT', text: '负债过高', by: 'emp_x' }],
    ['finance', 'returned', { kind: 'RETURNED', stance: null, text: '资料不足', by: null }],
    ['compliance', 'recalled', { kind: 'RECALLED', stance: null, text: '客户撤回', by: null }],
    ['compliance', 'completed', { kind: 'GIVEN', stance: 'OBJECT', text: '负债过高', by: 'emp_x' }],
  ] as const)('what %s said stands on the case: %s', async (department, what, answer) => {
    const opinion = await asked(department);
    await told(opinion, what);
    expect((await load(opinion.caseId)).opinions).toMatchObject([{ answer }]);
  });

  test('the vote does not wait; an opinion after the decision is kept', async () => {
    const opinion = await asked('risk');
    await desk.acts.castVote.execute(desk.cast.chair, { caseId: opinion.caseId, choice: 'NO', reason: '负债过高' });
    await read(desk.platform, async (tx) => desk.cases.save({ ...(await desk.cases.get(opinion.caseId, tx)), state: 'decided' }, tx));
    await told(opinion, 'completed');
    expect(await load(opinion.caseId)).toMatchObject({ state: 'decided', opinions: [{ answer: { kind: 'GIVEN' } }] });
  });

  test('word on other work is no opinion', async () => {
    const opinion = await asked();
    await told({ ...opinion, handoffId: newId('hof') }, 'completed');
    expect((await load(opinion.caseId)).opinions).toMatchObject([{ answer: null }]);
  });

  test.each<[string, () => Promise<() => Promise<unknown>>, string]>([
    [
      'twice at a time',
      async () =>
        (
          (id) => () =>
            ask(id)
        )((await asked()).caseId),
      'OPINION_ALREADY_ASKED',
    ],
    [
      'without words',
      async () =>
        (
          (id) => () =>
            ask(id, 'risk', ' ')
        )((await desk.open()).caseId),
      'OPINION_QUESTION_MISSING',
    ],
    [
      '[3.7] with a number',
      async () =>
        (
          (id) => () =>
            ask(id, 'risk', '请核实 13800138000')
        )((await desk.open()).caseId),
      'PERSONAL_NUMBER_IN_TEXT',
    ],
    ['about nothing', async () => () => ask(newId('cas')), 'NOT_FOUND'],
    [
      'after the withdrawal',
      async () =>
        (
          (id) => () =>
            ask(id)
        )(await withdrawn()),
      'ILLEGAL_TRANSITION',
    ],
  ])('refused %s, and nothing changes', async (_title, given, code) => {
    const act = await given();
    const before = await snapshotOf(desk.platform, approvalCollections);
    await expect(act()).rejects.toMatchObject({ code });
    expect(await snapshotOf(desk.platform, approvalCollections)).toBe(before);
  });

  async function withdrawn(): Promise<string> {
    const { caseId, applicationId } = await desk.open();
    const data = { applicationId, reason: '客户另有安排', withdrawnAt: '2026-11-23T02:00:00.000Z' };
    await desk.inbox.receive(desk.source.event('sales.application-withdrawn.v1', applicationId, data));
    return caseId;
  }
});
