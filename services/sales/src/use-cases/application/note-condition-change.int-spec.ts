import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { handoffRows, MessageSource } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { RecordConditionEvidence } from './record-condition-evidence.use-case.js';

let desk: SalesDesk;
let story: Story;
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
});
afterAll(() => desk.stop());

const handoffsOf = async (subject: string, type: string) =>
  (await handoffRows(desk.platform)).filter((row) => row.subject === subject && row.type === type);
const storedOf = (applicationId: string) =>
  desk.platform.database.collection<{ _id: string }>('applications').findOne({ _id: applicationId });

/** An approval with two conditions, and what the committee changes of them. */
async function conditional() {
  const applicationId = await story.given({ desk: 'passed' });
  const source = new MessageSource();
  const ids = [newId('cnd'), newId('cnd')] as const;
  const data = story.decisionData(applicationId, { result: 'CONDITIONAL', conditionIds: [...ids] });
  await desk.inbox.receive(source.event('approval.decision-made.v1', applicationId, data));
  const conditions = ids.map((conditionId, place) => ({
    conditionId,
    text: '追加保证人',
    evidenceKind: 'GUARANTEE',
    dueOn: `2026-12-0${place + 1}`,
  }));
  const work = { applicationId, participants: [], decisionId: data.decisionId, conditions };
  await desk.inbox.receive(source.handoff('fulfil-conditions', 'approval', { subject: applicationId, data: work }));
  const changed = (conditionId: string, kind: 'WAIVE' | 'EXTEND', newDueOn: string | null = null, decisionId = data.decisionId) =>
    desk.inbox.receive(
      source.event('approval.condition-changed.v1', applicationId, { applicationId, decisionId, conditionId, kind, newDueOn }),
    );
  return { applicationId, ids, changed };
}
async function give(applicationId: string, conditionId: string): Promise<unknown> {
  const fileId = await desk.upload({ kind: 'application', id: applicationId });
  return desk.get(RecordConditionEvidence).execute(desk.seller, { applicationId, conditionId, fileId });
}

describe('[4.14] the committee’s word on a condition', () => {
  test('a day that is put off is the day that the list shows', async () => {
    const { applicationId, ids, changed } = await conditional();
    expect(await storedOf(applicationId)).toMatchObject({ conditionDueOn: '2026-12-01' });
    await changed(ids[0], 'EXTEND', '2027-01-31');
    expect(await storedOf(applicationId)).toMatchObject({
      conditionDueOn: '2026-12-02',
      conditions: {
        items: [
          { dueOn: '2027-01-31', formerDueOn: '2026-12-01' },
          { dueOn: '2026-12-02', formerDueOn: null },
        ],
      },
    });
  });

  test('a condition that is waived is owed no more, and takes no evidence', async () => {
    const { applicationId, ids, changed } = await conditional();
    await changed(ids[0], 'WAIVE');
    expect(await storedOf(applicationId)).toMatchObject({
      conditionDueOn: '2026-12-02',
      conditions: { items: [{ waivedAt: expect.any(Date) }, {}] },
    });
    const before = await storedOf(applicationId);
    await expect(give(applicationId, ids[0])).rejects.toMatchObject({ code: 'CONDITION_WAIVED' });
    expect(await storedOf(applicationId)).toEqual(before);
    expect(await handoffsOf(applicationId, 'confirm-conditions')).toEqual([]);
    await give(applicationId, ids[1]);
    expect(await handoffsOf(applicationId, 'confirm-conditions')).toMatchObject([{ data: { evidence: [{ conditionId: ids[1] }] } }]);
    expect(await handoffsOf(applicationId, 'fulfil-conditions')).toMatchObject([{ state: 'completed' }]);
  });

  test('the last one that is waived hands over what was evidenced', async () => {
    const { applicationId, ids, changed } = await conditional();
    await give(applicationId, ids[1]);
    expect(await handoffsOf(applicationId, 'confirm-conditions')).toEqual([]);
    await changed(ids[0], 'WAIVE');
    expect(await handoffsOf(applicationId, 'confirm-conditions')).toMatchObject([{ data: { evidence: [{ conditionId: ids[1] }] } }]);
    expect(await storedOf(applicationId)).toMatchObject({ conditionDueOn: null });
  });

  test('all that are waived leave nothing to confirm, and no work', async () => {
    const { applicationId, ids, changed } = await conditional();
    for (const id of ids) await changed(id, 'WAIVE');
    expect(await handoffsOf(applicationId, 'fulfil-conditions')).toMatchObject([{ state: 'completed' }]);
    expect(await handoffsOf(applicationId, 'confirm-conditions')).toEqual([]);
    expect(await storedOf(applicationId)).toMatchObject({ conditionDueOn: null });
  });

  test.each([
    ['of another decision', (id: string) => [id, newId('dec')] as const],
    ['on a condition that is not ours', () => [newId('cnd'), undefined] as const],
  ])('a word %s changes nothing', async (_title, about) => {
    const { applicationId, ids, changed } = await conditional();
    const before = await storedOf(applicationId);
    const [conditionId, decisionId] = about(ids[0]);
    await changed(conditionId, 'WAIVE', null, decisionId);
    expect(await storedOf(applicationId)).toEqual(before);
  });

  test('a word on an application that is not ours is nobody’s', async () => {
    const data = {
      applicationId: newId('app'),
      decisionId: newId('dec'),
      conditionId: newId('cnd'),
      kind: 'WAIVE' as const,
      newDueOn: null,
    };
    const receive = desk.inbox.receive(new MessageSource().event('approval.condition-changed.v1', data.applicationId, data));
    expect(await codesOf(receive)).toEqual([]);
  });
});
