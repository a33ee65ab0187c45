import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { handoffRows, MessageSource, person, seedPeople, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { SecurityTaskQueries } from '../../queries/after-loan/security-task.queries.js';
import { EndSecurityTask } from './end-security-task.use-case.js';
import { RecordBusinessChange } from './record-business-change.use-case.js';

let desk: SalesDesk;
let story: Story;
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await seedPeople(desk.platform, [desk.seller, desk.manager]);
});
afterAll(() => desk.stop());

const risk = new MessageSource();
const workOf = async (handoffId: string) => (await handoffRows(desk.platform)).find(({ _id }) => _id === handoffId);
const tasks = () => new SecurityTaskQueries(desk.platform.database, desk.platform.clock);
const end = () => desk.get(EndSecurityTask);

/** More security as risk asks for it; said twice. */
async function asked(change: Partial<HandoffData<'apply-sales-measure'>> = {}) {
  const applicationId = await story.given({ desk: 'signed' });
  const { customerId } = await story.application(applicationId);
  const ids = { measureId: newId('mea'), alertId: newId('alt'), ownerId: newId('emp'), participants: [] };
  const about = { customerId, applicationId, loanId: newId('lon'), dueOn: '2999-01-01', reason: '经营恶化' };
  const data = { ...ids, ...about, kind: 'MORE_SECURITY' as const, ...change };
  const handoffId = newId('hof');
  const envelope = risk.handoff('apply-sales-measure', 'risk', { subject: data.alertId, data, id: handoffId });
  await desk.inbox.receive(envelope);
  await desk.inbox.receive(envelope);
  const { nodes } = await tasks().list({ customerId, first: 10 }, desk.manager);
  return { applicationId, customerId, handoffId, nodes, taskId: nodes[0]?.id ?? '' };
}
const upload = (applicationId: string) => desk.upload({ kind: 'application', id: applicationId });

describe('[7.4] more security that risk asks for', () => {
  test('is one task of whose customer it is, with its day, and done by its paper', async () => {
    const { applicationId, handoffId, nodes, taskId } = await asked();
    expect(nodes).toMatchObject([{ state: 'open', ownerId: desk.seller.employeeId, dueOn: '2999-01-01' }]);
    const input = { taskId, kind: 'GUARANTOR' as const, text: '兄长签署保证合同', fileId: await upload(applicationId) };
    await end().complete(desk.seller, input);
    expect(await workOf(handoffId)).toMatchObject({ state: 'completed', outcome: { securityKind: 'GUARANTOR' } });
    expect((await tasks().byIds([taskId], desk.seller))[0]).toMatchObject({
      state: 'secured',
      dueOn: null,
      evidence: { kind: 'GUARANTOR' },
    });
  });

  test('goes back to risk with its reason', async () => {
    const { handoffId, taskId } = await asked();
    await end().giveBack(desk.manager, { taskId, reason: '没有其他财产' });
    expect(await workOf(handoffId)).toMatchObject({
      state: 'returned',
      outcome: { code: 'SECURITY_TASK_RETURNED', reasons: ['没有其他财产'] },
    });
  });

  test('of a customer whom sales does not have goes back at once', async () => {
    const { handoffId } = await asked({ customerId: newId('cus') });
    expect(await workOf(handoffId)).toMatchObject({ state: 'returned', outcome: { code: 'NOT_FOUND' } });
  });

  test('refused, and nothing changed: by a colleague, without a paper, with a paper of something else', async () => {
    const { applicationId, taskId } = await asked();
    const other = await story.given({ desk: 'signed' });
    const [own, strange] = [await upload(applicationId), await upload(other)];
    const before = await desk.snapshot();
    const input = { taskId, kind: 'PLEDGE' as const, text: '以设备质押', fileId: own };
    const stranger = person('sales', 'salesperson');
    await expect(end().complete(stranger, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(end().complete(desk.seller, { ...input, fileId: '' })).rejects.toMatchObject({ code: 'SECURITY_EVIDENCE_MISSING' });
    await expect(end().complete(desk.seller, { ...input, fileId: strange })).rejects.toMatchObject({ code: expect.any(String) });
    await expect(end().complete(desk.seller, { ...input, text: ' ' })).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    expect(await desk.snapshot()).toBe(before);
  });
});

test('[4.22] every change of a business is told to risk, with what was known before', async () => {
  const care = {
    ...{ loanId: newId('lon'), contractId: newId('con'), disbursedOn: desk.platform.clock.today(), inspections: [] },
    maturesOn: desk.platform.clock.today(),
  };
  const applicationId = await story.given({ desk: 'signed', care });
  await desk.get(RecordBusinessChange).execute(desk.seller, { applicationId, staff: 9 });
  const said = (await sentMessages(desk.platform)).filter(({ type }) => type === 'sales.business-change-recorded.v1');
  expect(said).toMatchObject([{ subject: applicationId, data: { applicationId, before: { staff: null }, after: { staff: 9 } } }]);
});
