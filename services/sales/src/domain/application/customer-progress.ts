import type { LocalDate } from '@weilend/kernel';
import type { LoanApplication } from './application.js';
import type { InformingTask, InformingTopic, Informed } from './informing.js';
import { stageOf, timelineOf } from './stage.js';
import type { ApplicationStage } from './stage.js';
import { isWithdrawn } from './withdrawal.js';
import { owedOn } from './worklists.js';

// How his application goes, in words for the customer (办理进度): each stage with its time, what he was told by whom and how, and what is open
// now, who has to act and until when. He reads what concerns him: no rating, no vote, no note between departments.

export interface ProgressStep {
  readonly stage: ApplicationStage;
  readonly words: string;
  readonly at: Date;
}

export interface ProgressNews {
  readonly topic: InformingTopic;
  readonly words: string;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly told: Informed | null;
}

export interface ProgressOpen {
  readonly words: string;
  /** Whose turn it is. */
  readonly isCustomersTurn: boolean;
  readonly dueAt: Date | null;
  readonly dueOn: LocalDate | null;
}

export interface CustomerProgress {
  readonly stage: ApplicationStage;
  readonly words: string;
  readonly steps: readonly ProgressStep[];
  readonly news: readonly ProgressNews[];
  readonly open: readonly ProgressOpen[];
}

const STAGE_WORDS: Readonly<Record<ApplicationStage, string>> = {
  DRAFT: '申请资料准备中',
  SUBMITTED: '已提交申请',
  UNDER_CHECK: '资料初审中',
  RETURNED: '资料需要补充或更正',
  RESUBMITTED: '已补充资料并重新提交',
  PASSED: '资料初审通过',
  INVESTIGATING: '正在核实和评估',
  IN_COMMITTEE: '正在审批',
  APPROVED: '审批通过',
  CONDITIONALLY_APPROVED: '有条件通过，需落实审批条件',
  REJECTED: '未通过审批',
  LAPSED: '审批结果已过有效期',
  CONTRACTING: '合同准备中',
  SIGNED: '合同已签署，等待放款',
  DISBURSED: '贷款已发放',
  REVERSED: '放款已撤回',
  WITHDRAWN: '申请已撤回',
};

const TOPIC_WORDS: Readonly<Record<InformingTopic, string>> = {
  RETURNED: '通知补充或更正资料',
  APPROVED: '通知审批通过',
  CONDITIONALLY_APPROVED: '通知有条件通过及需落实的条件',
  REJECTED: '通知未通过审批',
  DISBURSED: '通知贷款已发放',
  REVERSED: '通知放款已撤回',
  LAPSED: '通知审批结果已过有效期',
  CANCELLED: '通知放款已取消',
};

/** Everything that the customer may be shown of his application [2.11]. */
export function customerProgress(application: LoanApplication): CustomerProgress {
  const stage = stageOf(application);
  return {
    stage,
    words: STAGE_WORDS[stage],
    steps: timelineOf(application).map((entry) => ({ ...entry, words: STAGE_WORDS[entry.stage] })),
    news: application.tasks.map(newsOf),
    open: isWithdrawn(application) ? [] : openItems(application),
  };
}

const newsOf = ({ topic, openedAt, dueAt, done }: InformingTask): ProgressNews => ({
  ...{ topic, words: TOPIC_WORDS[topic], openedAt, dueAt, told: done },
});

function openItems(application: LoanApplication): ProgressOpen[] {
  const { worklists, supplementDueAt } = owedOn(application);
  const open: ProgressOpen[] = [];
  const add = (words: string, due: Partial<Pick<ProgressOpen, 'dueAt' | 'dueOn'>>, isCustomersTurn = true): void => {
    open.push({ words, isCustomersTurn, dueAt: due.dueAt ?? null, dueOn: due.dueOn ?? null });
  };
  const returned = application.desk === 'returned' ? application.rounds.at(-1)?.returned : null;
  for (const reason of returned?.reasons ?? []) add(`请补充或更正：${reason}`, { dueAt: supplementDueAt });
  if (!returned && worklists.includes('DOCUMENTS')) add('请备齐申请资料', {});
  for (const item of worklists.includes('CONDITIONS') ? (application.conditions?.items ?? []) : [])
    if (!item.evidence) add(`请落实审批条件：${item.text}`, { dueOn: item.dueOn });
  for (const task of application.tasks) if (!task.done) add(`客户经理将${TOPIC_WORDS[task.topic]}`, { dueAt: task.dueAt }, false);
  return open;
}
