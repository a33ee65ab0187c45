import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { RecordCustomerInformed } from './record-customer-informed.use-case.js';
import { ReportFalsification } from './report-falsification.use-case.js';
import type { ReportFalsificationRequest } from './report-falsification.use-case.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
});

afterAll(() => desk.stop());

const report = (change: Partial<ReportFalsificationRequest> & { applicationId: string }, by = desk.seller) =>
  desk.get(ReportFalsification).execute(by, { finding: '收入证明印章不符', ...change });
const sentAbout = async (subject: string) => (await sentMessages(desk.platform)).filter((one) => one.subject === subject);

describe('[1.5, 7.9] what is false or misleading is reported from where it is seen', () => {
  test('a falsified paper with the file that shows it', async () => {
    const applicationId = await story.given();
    const fileId = await desk.upload({ kind: 'application', id: applicationId });
    await report({ applicationId, fileIds: [fileId, fileId] });
    const evidence = [{ fileId, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }];
    expect((await story.application(applicationId)).falsifications).toMatchObject([{ kind: 'FALSIFICATION', evidence }]);
    expect(await sentAbout(applicationId)).toMatchObject([
      {
        type: 'sales.falsification-reported.v1',
        data: { kind: 'FALSIFICATION', evidence, suspectId: null, reportedBy: desk.seller.employeeId },
      },
    ]);
  });

  test('a customer who was not told what he must know', async () => {
    const applicationId = await story.given();
    const suspectId = newId('emp');
    await report({ applicationId, kind: 'MISLEADING', suspectId, finding: '未向客户出示强制披露内容' });
    expect(await sentAbout(applicationId)).toMatchObject([{ data: { kind: 'MISLEADING', suspectId, evidence: [] } }]);
  });

  test.each<[string, Partial<ReportFalsificationRequest>, string[]]>([
    ['without words', { finding: ' ' }, ['REASON_REQUIRED']],
    ['[3.7] with a telephone number', { finding: '冒用号码 13800138000' }, ['PERSONAL_NUMBER_IN_TEXT']],
    ['with a file that is not there', { fileIds: [newId('fil')] }, ['FILE_NOT_VERIFIED']],
  ])('%s is refused, and nothing changed', async (_title, change, codes) => {
    const applicationId = await story.given();
    const before = await desk.snapshot();
    expect(await codesOf(report({ applicationId, ...change }))).toEqual(codes);
    expect(await desk.snapshot()).toBe(before);
  });

  test("not on another salesperson's application", async () => {
    const applicationId = await story.given();
    expect(await codesOf(report({ applicationId }, person('sales', 'salesperson')))).toEqual(['NOT_FOUND']);
  });
});

test('[2.11] that the customer was told is kept with who, when, how, and a file that shows it', async () => {
  const at = new Date('2026-11-20T01:00:00Z');
  const task = { id: newId('tsk'), about: newId('dec'), topic: 'APPROVED' as const, openedAt: at, dueAt: at, done: null };
  const applicationId = await story.given({ desk: 'passed', tasks: [task] });
  const fileId = await desk.upload({ kind: 'application', id: applicationId });
  await desk.get(RecordCustomerInformed).execute(desk.seller, { applicationId, taskId: task.id, how: 'LETTER', fileId });
  expect((await story.application(applicationId)).tasks[0]?.done).toMatchObject({
    ...{ by: desk.seller.employeeId, how: 'LETTER', evidence: { fileId, sha256: expect.any(String) } },
  });
});
