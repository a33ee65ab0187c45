import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { handoffRows, sentMessages, snapshotOf } from '@weilend/testing';
import { draft } from '../../../test/builders/inputs.builder.js';
import { assigned, investigated, opened, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { riskCollections } from '../../persistence/all.js';

const QUESTION = 'Who pays the rent of the shop?';
const HANDOFF = 'answer-information-request';

let risk: RiskUnderTest;
beforeAll(async () => {
  risk = await riskUnderTest();
});
afterAll(() => risk.platform.stop());

const load = (id: string) => reading(risk, (tx) => risk.investigations.get(id, tx));
const ask = (investigationId: string, question = QUESTION, by = risk.people.first) =>
  risk.askSales.execute(by, { investigationId, question });

async function asked() {
  const { id, applicationId } = await assigned(risk);
  await ask(id);
  const [request] = (await load(id)).informationRequests;
  return { id, applicationId, handoffId: request?.handoffId ?? '' };
}

/** The word of sales on a question. */
async function told(of: { applicationId: string; handoffId: string }, what: 'completed' | 'returned' | 'recalled', handoff = HANDOFF) {
  const base = { handoffId: of.handoffId, handoff, at: '2026-11-23T08:00:00.000Z' };
  const word = {
    completed: { ...base, result: { reply: 'His brother does.', repliedBy: 'emp_seller' } },
    returned: { ...base, code: 'INFORMATION_NOT_AVAILABLE', reasons: ['the landlord is abroad'] },
    recalled: { ...base, reason: 'the customer withdrew' },
  };
  await risk.inbox.receive(risk.source.event(`sales.handoff-${what}.v1`, of.applicationId, word[what] as never, of.handoffId));
}

describe('[7.2] a question to sales while the investigation runs on', () => {
  test('is kept with its due moment, and is work for sales that names everybody who takes part', async () => {
    const { id, applicationId } = await assigned(risk);
    await ask(id);
    const { state, informationRequests, salespersonId, investigatorIds } = await load(id);
    expect({ state, informationRequests }).toMatchObject({
      state: 'INVESTIGATING',
      informationRequests: [{ question: QUESTION, askedBy: risk.people.first.employeeId, reply: null }],
    });
    const [request] = informationRequests;
    expect(request?.dueAt.getTime()).toBeGreaterThan(request?.askedAt.getTime() ?? Infinity);
    const given = (await handoffRows(risk.platform)).find((row) => row._id === request?.handoffId);
    expect(given).toMatchObject({ type: HANDOFF, direction: 'out', to: 'sales', subject: applicationId, state: 'open' });
    expect(given?.data['participants']).toEqual([
      { role: 'SALESPERSON', employeeId: salespersonId },
      ...investigatorIds.map((employeeId) => ({ role: 'INVESTIGATOR', employeeId })),
    ]);
    expect((await sentMessages(risk.platform)).filter((one) => one.subject === applicationId).map((one) => one.type)).toEqual([
      `handoff.${HANDOFF}.v1`,
    ]);
  });

  test.each([
    ['completed', { kind: 'ANSWERED', text: 'His brother does.', by: 'emp_seller' }],
    ['returned', { kind: 'RETURNED', text: 'the landlord is abroad', by: null }],
    ['recalled', { kind: 'RECALLED', text: 'the customer withdrew', by: null }],
  ] as const)('the reply stands beside it: %s', async (what, reply) => {
    const question = await asked();
    await told(question, what);
    expect((await load(question.id)).informationRequests).toMatchObject([{ reply }]);
  });

  test('a reply that comes after the report is kept, and the report stays as it is', async () => {
    const { id, applicationId } = await investigated(risk);
    await ask(id);
    const handoffId = (await load(id)).informationRequests[0]?.handoffId ?? '';
    await risk.finalise.execute(risk.people.first, draft(id));
    await told({ applicationId, handoffId }, 'completed');
    expect(await load(id)).toMatchObject({ state: 'FINALISED', informationRequests: [{ reply: { kind: 'ANSWERED' } }] });
  });

  test('word on other work of sales is no reply', async () => {
    const question = await asked();
    await told(question, 'completed', 'care-for-loan');
    await told({ ...question, handoffId: newId('hof') }, 'completed');
    expect((await load(question.id)).informationRequests).toMatchObject([{ reply: null }]);
  });

  test.each<[string, () => Promise<() => Promise<unknown>>, string]>([
    [
      'in an investigation nobody is assigned to',
      async () =>
        (
          (id) => () =>
            ask(id)
        )((await opened(risk)).id),
      'NOT_ASSIGNED',
    ],
    [
      'by the manager',
      async () =>
        (
          (id) => () =>
            ask(id, QUESTION, risk.people.manager)
        )((await assigned(risk)).id),
      'NOT_ASSIGNED',
    ],
    ['of nothing', async () => () => ask(newId('inv')), 'NOT_FOUND'],
    [
      'without words',
      async () =>
        (
          (id) => () =>
            ask(id, ' ')
        )((await assigned(risk)).id),
      'TEXT_MISSING',
    ],
    [
      '[3.7] with a telephone number',
      async () =>
        (
          (id) => () =>
            ask(id, 'who has 13800001111?')
        )((await assigned(risk)).id),
      'PERSONAL_NUMBER_IN_TEXT',
    ],
    [
      'twice at a time',
      async () =>
        (
          (id) => () =>
            ask(id)
        )((await asked()).id),
      'INFORMATION_ALREADY_ASKED',
    ],
    [
      'after the report',
      async () =>
        (
          (id) => () =>
            ask(id)
        )(await reported()),
      'ILLEGAL_TRANSITION',
    ],
  ])('refused %s, and nothing changes', async (_title, given, code) => {
    const act = await given();
    const before = await snapshotOf(risk.platform, riskCollections);
    await expect(act()).rejects.toMatchObject({ code });
    expect(await snapshotOf(risk.platform, riskCollections)).toBe(before);
  });

  async function reported(): Promise<string> {
    const { id } = await investigated(risk);
    await risk.finalise.execute(risk.people.first, draft(id));
    return id;
  }
});

describe('[8.6] the clock stands still while the work can not go on', () => {
  const pauseReason = 'without the lease nothing can be judged';
  const pausing = (investigationId: string, question: string, reason: string | null = pauseReason) =>
    risk.askSales.execute(risk.people.first, { investigationId, question, pauseReason: reason });
  const words = async (applicationId: string) =>
    (await sentMessages(risk.platform)).filter((one) => one.subject === applicationId && /handoff-(paused|resumed)/.test(one.type));

  test('coordination is told once for the first question, and once when all are answered', async () => {
    const { id, applicationId, handoffId } = await assigned(risk);
    await pausing(id, 'Where is the lease?');
    await pausing(id, 'Who signed the lease?', 'the lessor has to be known');
    await ask(id);
    const [first, second] = (await load(id)).informationRequests;
    await told({ applicationId, handoffId: first?.handoffId ?? '' }, 'completed');
    expect((await words(applicationId)).map((one) => one.type)).toEqual(['risk.handoff-paused.v1']);
    await told({ applicationId, handoffId: second?.handoffId ?? '' }, 'returned');
    expect(await words(applicationId)).toMatchObject([
      { type: 'risk.handoff-paused.v1', data: { handoffId, reason: pauseReason, employeeId: risk.people.first.employeeId } },
      { type: 'risk.handoff-resumed.v1', data: { handoffId, reasons: [pauseReason, 'the lessor has to be known'] } },
    ]);
  });

  test('a question without a reason stops nothing', async () => {
    const { id, applicationId } = await assigned(risk);
    await ask(id);
    await told({ applicationId, handoffId: (await load(id)).informationRequests[0]?.handoffId ?? '' }, 'completed');
    expect(await words(applicationId)).toEqual([]);
  });

  test('an answer that comes after the report moves no clock', async () => {
    const { id, applicationId } = await investigated(risk);
    await pausing(id, 'Where is the lease?');
    await risk.finalise.execute(risk.people.first, draft(id));
    await told({ applicationId, handoffId: (await load(id)).informationRequests[0]?.handoffId ?? '' }, 'completed');
    expect((await words(applicationId)).map((one) => one.type)).toEqual(['risk.handoff-paused.v1']);
  });

  test.each([
    ['an empty reason', '', 'TEXT_MISSING'],
    ['[3.7] a reason with a telephone number', 'call 13800001111 first', 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refused: %s, and nothing is asked', async (_name, reason, code) => {
    const before = await assigned(risk);
    await expect(pausing(before.id, 'Where is the lease?', reason)).rejects.toMatchObject({ code });
    expect(await load(before.id)).toEqual(before);
    expect(await words(before.applicationId)).toEqual([]);
  });
});
