import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Envelope } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { handoffRows, MessageSource } from '@weilend/testing';
import { salesDesk } from '../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../test/builders/desk.builder.js';
import { Story, TERMS } from '../../test/builders/story.builder.js';
import { stageOf, timelineOf } from '../domain/application/stage.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

/** Every way in which messages of different producers can overtake each other while each producer's own keep their order. */
function interleavings(lanes: readonly (readonly Envelope[])[]): Envelope[][] {
  const open = lanes.filter((lane) => lane.length > 0);
  if (open.length === 0) return [[]];
  return open.flatMap((lane) =>
    interleavings(open.map((one) => (one === lane ? one.slice(1) : one))).map((rest) => [lane[0] as Envelope, ...rest]),
  );
}

const time = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 1, minute)).toISOString();

interface End {
  readonly application: unknown;
  readonly handoffs: readonly string[];
  readonly inbox: readonly string[];
}

/** What is left when all is said: without ids that are drawn afresh, and without the order of writing. */
async function endOf(applicationId: string): Promise<End> {
  const application = await story.application(applicationId);
  const rows = (await handoffRows(desk.platform)).filter((row) => row.subject === applicationId && row.direction === 'in');
  const inbox = await desk.platform.database
    .collection<{ _id: string; lane: string; state: string }>('inbox')
    .find({ lane: { $regex: applicationId } })
    .toArray();
  return {
    application: {
      stage: stageOf(application),
      timeline: timelineOf(application).map(({ stage }) => stage),
      facts: application.facts,
      tasks: application.tasks.map(({ topic, openedAt, dueAt, done }) => ({ topic, openedAt, dueAt, done })),
      conditions: application.conditions,
      care: application.care && {
        ...application.care,
        inspections: application.care.inspections.map(({ kind, dueOn }) => ({ kind, dueOn })),
      },
      participants: application.participants.map(({ role }) => role),
    },
    handoffs: rows.map((row) => `${row.type} ${row.state}`).sort(),
    inbox: inbox.map((row) => row.state),
  };
}

describe('[rule 4] messages of one application in every order that different producers can produce', () => {
  /** Report, decision with its work, cost sheet: everything up to a draft that can be signed. */
  function approvalLanes(applicationId: string, ids: { decisionId: string; conditionId: string }): Envelope[][] {
    const source = new MessageSource();
    const { decisionId, conditionId } = ids;
    const at = (envelope: Envelope, minute: number): Envelope => ({ ...envelope, time: time(minute) });
    const decision = story.decisionData(applicationId, {
      decisionId,
      result: 'CONDITIONAL',
      conditionIds: [conditionId],
      participants: [],
    });
    const condition = { conditionId, text: '追加保证人', evidenceKind: 'GUARANTEE', dueOn: '2026-12-01' };
    const work = { subject: applicationId, data: { applicationId, participants: [], decisionId, conditions: [condition] } };
    const confirmed = { applicationId, decisionId, confirmedBy: newId('emp') };
    const sign = { subject: applicationId, data: story.signWork(applicationId, decisionId) };
    const completed = { handoffId: newId('hof'), handoff: 'investigate-application', at: time(3), result: {} };
    return [
      [
        at(source.event('risk.report-finalised.v1', applicationId, { ...story.reportData(applicationId), participants: [] }), 1),
        at(source.event('risk.handoff-completed.v1', applicationId, completed), 2),
      ],
      [
        at(source.event('approval.decision-made.v1', applicationId, decision), 3),
        at(source.handoff('fulfil-conditions', 'approval', work), 4),
        at(source.event('approval.conditions-confirmed.v1', applicationId, confirmed), 5),
        at(source.handoff('sign-contract', 'approval', sign), 6),
      ],
    ];
  }

  test('risk and approval: same end state, nothing set aside', async () => {
    const orders = interleavings(approvalLanes('app_x', { decisionId: 'dec_x', conditionId: 'cnd_x' })).length;
    expect(orders).toBe(15);
    const ends: End[] = [];
    for (let order = 0; order < orders; order++) {
      const applicationId = await story.passed();
      const lanes = approvalLanes(applicationId, { decisionId: `dec_${'0'.repeat(26)}`, conditionId: `cnd_${'0'.repeat(26)}` });
      for (const envelope of interleavings(lanes)[order] ?? []) await desk.inbox.receive(envelope);
      ends.push(stripped(await endOf(applicationId)));
    }
    expect(ends[0]?.application).toMatchObject({ stage: 'APPROVED' });
    expect(new Set(ends.map((end) => JSON.stringify(end))).size).toBe(1);
    expect(ends[0]?.inbox.every((state) => state === 'applied')).toBe(true);
  });

  test('after signing: risk late, finance early, same inspection plan for the rating', async () => {
    const orders = interleavings([['r'], ['p', 'c'], ['l']] as never).length;
    const ends: End[] = [];
    for (let order = 0; order < orders; order++) {
      const source = new MessageSource();
      const { applicationId, contractId } = await signedWithoutReport();
      const { customerId, salespersonId, facts } = await story.application(applicationId);
      const loan = { applicationId, loanId: `lon_${'0'.repeat(26)}`, contractId, customerId, salespersonId, disbursedOn: '2026-11-23' };
      const paid = { disbursementId: newId('dis'), ...TERMS, firstDueOn: '2026-12-23', firstLoanOfCustomer: true };
      const lapse = { applicationId, decisionId: facts.decisions[0]?.decisionId ?? '', reason: 'signed already' };
      const report = { ...story.reportData(applicationId, 'HIGH'), reportId: `rep_${'0'.repeat(26)}`, participants: [] };
      const lanes: Envelope[][] = [
        [{ ...source.event('risk.report-finalised.v1', applicationId, report), time: time(1) }],
        [
          { ...source.event('finance.loan-disbursed.v1', applicationId, { ...loan, ...paid }), time: time(8) },
          { ...source.handoff('care-for-loan', 'finance', { subject: applicationId, data: { ...loan, participants: [] } }), time: time(9) },
        ],
        [{ ...lateLane(source.event('approval.decision-lapsed.v1', applicationId, lapse)), time: time(7) }],
      ];
      for (const envelope of interleavings(lanes)[order] ?? []) await desk.inbox.receive(envelope);
      ends.push(stripped(await endOf(applicationId)));
    }
    expect(ends).toHaveLength(12);
    expect(ends[0]?.application).toMatchObject({
      stage: 'DISBURSED',
      care: { inspections: expect.arrayContaining([{ kind: 'PERIODIC', dueOn: '2026-12-23' }]) },
    });
    expect(new Set(ends.map((end) => JSON.stringify(end))).size).toBe(1);
    expect(ends[0]?.handoffs).toEqual(['care-for-loan open']);
  });

  /** The decision took the first place of approval's lane. */
  const lateLane = (envelope: Envelope): Envelope => ({ ...envelope, sequence: '000000000002' });

  async function signedWithoutReport(): Promise<{ applicationId: string; contractId: string }> {
    const applicationId = await story.passed();
    const source = new MessageSource();
    const decision = story.decisionData(applicationId, { participants: [], decisionId: `dec_${'0'.repeat(26)}` });
    await desk.inbox.receive({ ...source.event('approval.decision-made.v1', applicationId, decision), time: time(2) });
    return story.signDirectly(applicationId);
  }

  /** Ids that are drawn afresh in every run count by their kind only. */
  function stripped(end: End): End {
    return JSON.parse(JSON.stringify(end).replace(/"(con|rep|emp|hof|app)_[0-9a-z]{26}"/g, '"$1"')) as End;
  }
});

describe('[rule 4] a withdrawal that crosses the work in flight', () => {
  test.each(['sign-contract', 'fulfil-conditions', 'inform-customer'] as const)(
    'leaves no %s open, whichever comes first',
    async (type) => {
      const { WithdrawApplication } = await import('../use-cases/application/withdraw-application.use-case.js');
      const states: string[][] = [];
      for (const first of ['work', 'withdrawal']) {
        const applicationId = await story.passed();
        const source = new MessageSource();
        const decisionId = newId('dec');
        const result = { 'sign-contract': 'APPROVED', 'fulfil-conditions': 'CONDITIONAL', 'inform-customer': 'REJECTED' } as const;
        const terms = type === 'inform-customer' ? null : TERMS;
        const messages = [
          source.event(
            'approval.decision-made.v1',
            applicationId,
            story.decisionData(applicationId, { decisionId, result: result[type], terms }),
          ),
        ];
        const about = { applicationId, participants: [], decisionId };
        const condition = { conditionId: newId('cnd'), text: '追加保证人', evidenceKind: 'GUARANTEE', dueOn: '2026-12-01' };
        const data = {
          'sign-contract': story.signWork(applicationId, decisionId),
          'fulfil-conditions': { ...about, conditions: [condition] },
          'inform-customer': { ...about, result: 'REJECTED' as const },
        };
        messages.push(source.handoff(type, 'approval', { subject: applicationId, data: data[type] as never }));
        const withdraw = () => desk.get(WithdrawApplication).execute(desk.seller, { applicationId, reason: '客户不需要了' });
        if (first === 'withdrawal') await withdraw();
        for (const message of messages) await desk.inbox.receive(message);
        if (first === 'work') await withdraw();
        expect(stageOf(await story.application(applicationId))).toBe('WITHDRAWN');
        states.push((await endOf(applicationId)).handoffs.map((row) => row.split(' ')[1] ?? ''));
      }
      expect(states.flat()).toHaveLength(2);
      expect(states.flat()).not.toContain('open');
    },
  );
});
