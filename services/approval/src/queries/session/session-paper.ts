import { facts, heading, table } from '@weilend/documents';
import type { Paper } from '@weilend/documents';
import { OFFICE } from '../../domain/minutes/decision-minutes.js';
import { AGENDA_OUTCOMES } from '../../domain/session/session.js';
import type { CommitteeSession } from '../../domain/session/session.js';

const STATE = { called: '已召集', open: '进行中', closed: '已结束', cancelled: '已取消' } as const;

/** The minutes of a sitting (会议纪要) as they are printed, from the record alone [4.12]. */
export function sessionPaper(session: CommitteeSession): Paper {
  const { id, state, heldAt, closedAt, invited, present, moved, outcomes, cancelledReason } = session;
  const came = new Set(present ?? []);
  return {
    title: '贷款审批委员会会议纪要',
    blocks: [
      facts(
        ['会议编号', id],
        ['状态', STATE[state]],
        ['会议时间', heldAt.toISOString()],
        ['结束时间', closedAt?.toISOString() ?? '—'],
        ['取消事由', cancelledReason ?? '—'],
      ),
      heading('一、出席'),
      table(
        ['人员', '职务', '到会'].map((title) => ({ title, share: 1 })),
        invited.map((one) => [one.employeeId, OFFICE[one.office], came.has(one.employeeId) ? '到会' : '未到']),
        '未记录',
      ),
      heading('二、议程与结果'),
      table(
        ['案件', '申请', '结果'].map((title) => ({ title, share: 1 })),
        outcomes.map((one) => [one.caseId, one.applicationId, AGENDA_OUTCOMES[one.result]]),
        '尚无结果',
      ),
      heading('三、改期'),
      table(
        ['案件', '事由'].map((title) => ({ title, share: 1 })),
        moved.map((caseId) => [caseId, '法定人数不足或会议取消']),
      ),
    ],
    footer: [`会议编号：${id}`],
    mark: state === 'cancelled' ? '取消' : state === 'closed' ? null : '草稿',
    madeAt: closedAt ?? heldAt,
  };
}
