import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { handoffRows, MessageSource, sentTypes } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { stageOf } from '../../domain/application/stage.js';
import { RecordConditionEvidence } from './record-condition-evidence.use-case.js';
import { RecordCustomerInformed } from './record-customer-informed.use-case.js';
import { ReportFalsification } from './report-falsification.use-case.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
});

afterAll(() => desk.stop());

const rowsAbout = async (subject: string) => (await handoffRows(desk.platform)).filter((row) => row.subject === subject);

async function conditional(): Promise<{ applicationId: string; source: MessageSource; ids: string[]; decisionId: string }> {
  const applicationId = await story.given({ desk: 'passed' });
  const source = new MessageSource();
  const ids = [newId('cnd'), newId('cnd')];
  const data = story.decisionData(applicationId, { result: 'CONDITIONAL', conditionIds: ids });
  await desk.inbox.receive(source.event('approval.decision-made.v1', applicationId, data));
  const conditions = ids.map((conditionId) => ({ conditionId, text: '追加保证人', evidenceKind: 'GUARANTEE', dueOn: '2026-12-01' }));
  const work = { applicationId, participants: [], decisionId: data.decisionId, conditions };
  await desk.inbox.receive(source.handoff('fulfil-conditions', 'approval', { subject: applicationId, data: work }));
  return { applicationId, source, ids, decisionId: data.decisionId };
}

async function give(applicationId: string, conditionId: string, about = applicationId): Promise<unknown> {
  const fileId = await desk.upload({ kind: 'application', id: about });
  return desk.get(RecordConditionEvidence).execute(desk.seller, { applicationId, conditionId, fileId });
}

describe('[4.14] conditions', () => {
  test('evidenced one by one, sent back, evidenced again, confirmed', async () => {
    const { applicationId, source, ids, decisionId } = await conditional();
    await give(applicationId, ids[0] ?? '');
    expect((await rowsAbout(applicationId)).map((row) => `${row.type} ${row.state}`)).toEqual(['fulfil-conditions open']);
    await give(applicationId, ids[1] ?? '');
    const sent = (await rowsAbout(applicationId)).find((row) => row.type === 'confirm-conditions');
    expect((await rowsAbout(applicationId)).find((row) => row.type === 'fulfil-conditions')?.state).toBe('completed');
    expect(sent).toMatchObject({ direction: 'out', data: { decisionId, evidence: [{ conditionId: ids[0] }, { conditionId: ids[1] }] } });
    expect(await codesOf(give(applicationId, ids[0] ?? ''))).toEqual(['CONDITION_EVIDENCED']);
    const fact = {
      handoffId: String(sent?._id),
      handoff: 'confirm-conditions',
      at: new Date().toISOString(),
      code: 'EVIDENCE_REFUSED',
      reasons: ['照片不清'],
    };
    await desk.inbox.receive(source.event('approval.handoff-returned.v1', applicationId, fact));
    expect((await story.application(applicationId)).conditions).toMatchObject({ confirmHandoffId: null, returnedBecause: ['照片不清'] });
    for (const conditionId of ids) await give(applicationId, conditionId);
    expect((await rowsAbout(applicationId)).filter((row) => row.type === 'confirm-conditions')).toHaveLength(2);
    await desk.inbox.receive(
      source.event('approval.conditions-confirmed.v1', applicationId, { applicationId, decisionId, confirmedBy: newId('emp') }),
    );
    expect(stageOf(await story.application(applicationId))).toBe('APPROVED');
  });

  test('of two the one that was sent back is evidenced again, and both are handed over', async () => {
    const { applicationId, source, ids } = await conditional();
    const [first = '', second = ''] = ids;
    for (const conditionId of ids) await give(applicationId, conditionId);
    const sent = (await rowsAbout(applicationId)).find((row) => row.type === 'confirm-conditions');
    const kept = (await story.application(applicationId)).conditions?.items[0]?.evidence;
    const fact = {
      handoffId: String(sent?._id),
      handoff: 'confirm-conditions',
      at: new Date().toISOString(),
      code: 'EVIDENCE_NOT_ACCEPTED',
    };
    const back = { ...fact, reasons: ['照片不清'], parts: [second] };
    await desk.inbox.receive(source.event('approval.handoff-returned.v1', applicationId, back));
    expect((await story.application(applicationId)).conditions).toMatchObject({
      confirmHandoffId: null,
      items: [
        { evidence: kept, refused: [] },
        { evidence: null, refused: [expect.anything()] },
      ],
    });
    expect(await codesOf(give(applicationId, first))).toEqual(['CONDITION_EVIDENCED']);
    await give(applicationId, second);
    const again = (await rowsAbout(applicationId)).filter((row) => row.type === 'confirm-conditions').at(-1);
    const renewed = (await story.application(applicationId)).conditions?.items[1]?.evidence;
    expect(again).toMatchObject({
      state: 'open',
      data: {
        evidence: [
          { conditionId: first, fileId: kept?.fileId },
          { conditionId: second, fileId: renewed?.fileId },
        ],
      },
    });
  });

  test.each([
    ['a condition of nobody', async (applicationId: string) => give(applicationId, newId('cnd')), ['CONDITION_UNKNOWN']],
    [
      'a file of another application',
      async (applicationId: string, id: string) => give(applicationId, id, newId('app')),
      ['FILE_NOT_VERIFIED'],
    ],
  ])('evidence for %s is refused', async (_title, act, codes) => {
    const { applicationId, ids } = await conditional();
    expect(await codesOf(act(applicationId, ids[0] ?? ''))).toEqual(codes);
    expect((await story.application(applicationId)).conditions?.items.every((item) => item.evidence === null)).toBe(true);
  });
});

test.each(['handoff first', 'told first'])('[2.11] a rejection is told, the committee’s handoff completed: %s', async (order) => {
  const applicationId = await story.given({ desk: 'passed' });
  const source = new MessageSource();
  const data = story.decisionData(applicationId, { result: 'REJECTED', terms: null });
  const work = { applicationId, participants: [], decisionId: data.decisionId, result: 'REJECTED' as const };
  const messages = [
    source.event('approval.decision-made.v1', applicationId, data),
    source.handoff('inform-customer', 'approval', { subject: applicationId, data: work }),
  ];
  const tell = async () => {
    const taskId = (await story.application(applicationId)).tasks[0]?.id ?? '';
    const input = { applicationId, taskId, how: 'PHONE' as const, note: '已说明复议途径' };
    await desk.get(RecordCustomerInformed).execute(desk.seller, input);
    expect(await codesOf(desk.get(RecordCustomerInformed).execute(desk.seller, input))).toEqual(['TASK_UNKNOWN']);
  };
  await desk.inbox.receive(messages[0] as never);
  if (order === 'told first') await tell();
  await desk.inbox.receive(messages[1] as never);
  if (order === 'handoff first') await tell();
  expect(await rowsAbout(applicationId)).toMatchObject([
    { type: 'inform-customer', state: 'completed', outcome: { informedBy: desk.seller.employeeId, how: 'PHONE' } },
  ]);
  expect((await story.application(applicationId)).tasks).toHaveLength(1);
});

test('[1.5] a falsification is reported with its finding, and goes to compliance', async () => {
  const applicationId = await story.given();
  const report = (finding: string) => desk.get(ReportFalsification).execute(desk.seller, { applicationId, finding });
  expect(await codesOf(report('  '))).toEqual(['REASON_REQUIRED']);
  expect(await sentTypes(desk.platform)).not.toContain('sales.falsification-reported.v1');
  await report('收入证明系伪造');
  expect((await story.application(applicationId)).falsifications).toMatchObject([
    { finding: '收入证明系伪造', reportedBy: desk.seller.employeeId },
  ]);
  expect(await sentTypes(desk.platform)).toContain('sales.falsification-reported.v1');
});
