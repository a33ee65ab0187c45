import type { RefusalCatalogue } from '@weilend/kernel';

// What may be refused in leading the team: plans, logs, problems, reports.
export const teamErrors = {
  PLAN_QUARTER_OVER: {
    rule: '2.3',
    en: 'the quarter {quarter} is over: plan one that is not',
    zh: '季度 {quarter} 已结束，请为未结束的季度制定计划',
  },
  PLAN_EXISTS: { rule: '2.3', en: 'the plan of {quarter} is there: change that one', zh: '{quarter} 的销售计划已存在，请修改该计划' },
  PLAN_PUBLISHED: { rule: '2.3', en: 'the plan of {quarter} is published already', zh: '{quarter} 的销售计划已发布' },
  TARGET_MISSING: { rule: '2.3', en: 'the salesperson {employeeId} has no target', zh: '销售人员 {employeeId} 没有目标' },
  TARGETS_TOO_LOW: {
    rule: '2.3',
    en: 'the personal targets of {measure} add up to {sum}, the department needs {wanted}: raise them or lower the department target',
    zh: '{measure} 的个人目标合计 {sum}，部门目标为 {wanted}，请调整',
  },
  REPORT_UNKNOWN: { rule: '2.7', en: 'there is no market report {reportId}', zh: '没有市场报告 {reportId}' },
  NOT_THE_AUTHOR: { rule: '2.7', en: 'only the author corrects a market report', zh: '只有作者可以更正市场报告' },
  REPORT_CONCLUDED: { rule: '2.7', en: 'a conclusion was drawn from this report: write another', zh: '该报告已有结论，请另写报告' },
  WORK_LOG_DAY: {
    rule: '2.5',
    en: 'work of {day} cannot be logged: only from {from} to {to}',
    zh: '不能记录 {day} 的工作，只能记录 {from} 至 {to}',
  },
  WORK_LOG_HANDED_IN: { rule: '2.5', en: 'the log of {day} is handed in', zh: '{day} 的工作日志已提交' },
  WORK_LOG_OPEN: { rule: '2.5', en: 'the log of {day} is not handed in yet', zh: '{day} 的工作日志尚未提交' },
  OWN_WORK_LOG: { rule: '2.5', en: 'nobody reviews his own log', zh: '不能点评本人的工作日志' },
  DUE_BEFORE_TODAY: { rule: '2.5', en: 'the due date {dueOn} is past', zh: '到期日 {dueOn} 已过' },
  NOT_THE_OWNER: { rule: '2.5', en: 'only the owner of the problem solves it', zh: '只有负责人可以提交解决结果' },
  NOT_THE_RAISER: {
    rule: '2.5',
    en: 'only who raised the problem, or the manager, says whether it is solved',
    zh: '只有提出人或销售经理可以确认是否解决',
  },
  OWN_SOLUTION: { rule: '2.5', en: 'nobody confirms his own solution', zh: '不能确认本人提交的解决结果' },
  JOB_MARK_CLOSED: { rule: '6.8', en: 'this work is marked, or was returned', zh: '该项评定已完成或已退回' },
  JOB_MARK_NOT_YOURS: {
    rule: '6.8',
    en: 'only the superior {supervisorId}, or the sales manager for him, marks this work; nobody marks his own',
    zh: '只能由上级 {supervisorId} 或销售经理评定，不能评定本人',
  },
  JOB_MARK_INVALID: { rule: '6.8', en: 'mark with 1 to 5', zh: '评分应为 1 至 5 的整数' },
  JOB_MARK_FACTS_MISSING: { rule: '6.8', en: 'write 1 to {most} facts that you observed', zh: '请写出 1 至 {most} 条观察到的事实' },
  JOB_MARK_PERSON_LEFT: { rule: '6.8', en: '{employeeId} has left the company', zh: '{employeeId} 已离职' },
  JOB_MARK_NOT_POSSIBLE: { rule: '6.8', en: 'nothing can be said about this work', zh: '无法评定该项工作表现' },
} as const satisfies RefusalCatalogue;
