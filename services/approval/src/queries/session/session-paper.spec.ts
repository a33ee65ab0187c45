import { expect, test } from '@jest/globals';
import { htmlOf, pdfOf } from '@weilend/documents';
import type { CommitteeSession } from '../../domain/session/session.js';
import { sessionPaper } from './session-paper.js';

const session: CommitteeSession = {
  ...{ id: 'ses_1', state: 'closed', openedBy: 'emp_sec', agenda: ['cas_1'], moved: ['cas_2'], cancelledReason: null, minutesHtml: null },
  ...{ heldAt: new Date('2026-11-23T02:00:00Z'), closedAt: new Date('2026-11-23T04:00:00Z'), present: ['emp_a'] },
  invited: [
    { employeeId: 'emp_a', office: 'MEMBER' },
    { employeeId: 'emp_b', office: 'SUBSTITUTE' },
  ],
  outcomes: [{ caseId: 'cas_1', applicationId: 'app_1', result: 'RETURNED' }],
};

test.each(['贷款审批委员会会议纪要', 'ses_1', '已结束', 'emp_a', '到会', '候补委员', '未到', 'cas_1', '退回补充调查', 'cas_2'])(
  '[4.12] the minutes of a sitting show %s',
  (text) => {
    expect(htmlOf(sessionPaper(session))).toContain(text);
  },
);

test.each([
  ['closed', null],
  ['open', '草稿'],
  ['called', '草稿'],
  ['cancelled', '取消'],
] as const)('[4.12] one that is %s carries the mark %s', (state, mark) => {
  expect(sessionPaper({ ...session, state }).mark).toBe(mark);
});

test('[4.12] the same sitting has the same bytes', async () => {
  const [one, again] = [await pdfOf(sessionPaper(session)), await pdfOf(sessionPaper({ ...session }))];
  expect(again.equals(one)).toBe(true);
});
