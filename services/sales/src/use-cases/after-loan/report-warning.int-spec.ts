import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { handoffRows, person, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { ReportWarning } from './report-warning.use-case.js';

let desk: SalesDesk;
let story: Story;
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
});
afterAll(() => desk.stop());

const TEXT = '客户连续两周关门停业';
const report = (applicationId: string, change: object = {}, by = desk.seller) =>
  desk.get(ReportWarning).execute(by, { applicationId, category: 'CREDIT', level: 'HIGH', text: TEXT, ...change });

async function warned() {
  const applicationId = await story.given({ desk: 'signed' });
  await report(applicationId);
  const [warning] = (await story.application(applicationId)).warnings;
  return { applicationId, handoffId: warning?.handoffId ?? '' };
}

describe('[4.23, 7.1] a warning sign', () => {
  test('is work for risk that names who takes part, and stands on the application', async () => {
    const { applicationId, handoffId } = await warned();
    const { participants, warnings } = await story.application(applicationId);
    expect(warnings).toMatchObject([{ text: TEXT, reportedBy: desk.seller.employeeId, outcome: null }]);
    const given = (await handoffRows(desk.platform)).find((row) => row._id === handoffId);
    expect(given).toMatchObject({ type: 'assess-alert', direction: 'out', to: 'risk', subject: applicationId, state: 'open' });
    expect(given?.data).toMatchObject({ participants, loanId: null, signalId: warnings[0]?.id, level: 'HIGH' });
    const said = (await sentMessages(desk.platform)).filter((one) => one.subject === applicationId);
    expect(said.map((one) => one.type)).toEqual(['handoff.assess-alert.v1']);
  });

  test.each([
    ['a measure', 'completed', { result: { alertId: newId('alt'), measure: 'MORE_SECURITY' } }, { measure: 'MORE_SECURITY', reasons: [] }],
    ['the way back', 'returned', { code: 'TEXT_MISSING', reasons: ['{}'] }, { measure: null, reasons: ['{}'] }],
    ['the way back without words', 'returned', { code: 'TEXT_MISSING', reasons: [] }, { measure: null, reasons: ['TEXT_MISSING'] }],
  ] as const)('[7.4] what became of it stands beside it: %s', async (_title, what, facts, outcome) => {
    const { applicationId, handoffId } = await warned();
    const data = { handoffId, handoff: 'assess-alert', at: '2026-11-24T08:00:00.000Z', ...facts };
    await desk.inbox.receive(desk.source.event(`risk.handoff-${what}.v1`, applicationId, data as never, handoffId));
    expect((await story.application(applicationId)).warnings).toMatchObject([{ outcome }]);
  });

  test('word of other work is no outcome', async () => {
    const { applicationId, handoffId } = await warned();
    const data = { handoffId, handoff: 'investigate-application', at: '2026-11-24T08:00:00.000Z', result: { reportId: 'rep_1' } };
    await desk.inbox.receive(desk.source.event('risk.handoff-completed.v1', applicationId, data, handoffId));
    expect((await story.application(applicationId)).warnings).toMatchObject([{ outcome: null }]);
  });

  test.each<[string, () => Promise<() => Promise<unknown>>, string]>([
    [
      'twice at a time',
      async () =>
        (
          (id) => () =>
            report(id)
        )((await warned()).applicationId),
      'WARNING_EXISTS',
    ],
    [
      'without words',
      async () =>
        (
          (id) => () =>
            report(id, { text: ' ' })
        )(await story.given()),
      'REASON_REQUIRED',
    ],
    [
      '[3.7] with a number',
      async () =>
        (
          (id) => () =>
            report(id, { text: '联系 13800138000' })
        )(await story.given()),
      'PERSONAL_NUMBER_IN_TEXT',
    ],
    ['on nothing', async () => () => report(newId('app')), 'NOT_FOUND'],
    [
      'after the withdrawal',
      async () =>
        (
          (id) => () =>
            report(id)
        )(await story.given({ desk: 'withdrawn' })),
      'APPLICATION_WITHDRAWN',
    ],
    [
      "on another salesperson's application",
      async () =>
        (
          (id) => () =>
            report(id, {}, person('sales', 'salesperson'))
        )(await story.given()),
      'NOT_FOUND',
    ],
  ])('is refused %s and changes nothing', async (_title, given, code) => {
    const act = await given();
    const before = await desk.snapshot();
    expect(await codesOf(act())).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });
});
