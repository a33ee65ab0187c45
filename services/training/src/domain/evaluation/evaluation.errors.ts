import type { RefusalCatalogue } from '@weilend/kernel';

// What a trainer, an attendee or a superior is told about evaluations after a training.
export const evaluationErrors = {
  TEXT_TOO_SHORT: {
    rule: '6.8',
    en: 'write more: "{what}" has {length} characters and needs at least {atLeast}',
    zh: '请补充内容：“{what}”为 {length} 字，至少需要 {atLeast} 字',
  },
  PERSONAL_NUMBER_IN_TEXT: {
    rule: '3.7',
    en: 'leave telephone, identity, account and card numbers out of "{what}"',
    zh: '“{what}”中请勿填写电话、证件、账户或卡号',
  },
  EVALUATION_NOT_HELD: { rule: '6.7', en: 'record who attended before the evaluation is opened', zh: '请先登记出席情况，再开启评估' },
  EVALUATION_OPEN: {
    rule: '6.7',
    en: 'the evaluation of this training is open as {method}: settle what is owed, or excuse with a reason',
    zh: '该培训的评估（{method}）已开启：请完成各项评估，或说明理由予以免除',
  },
  EVALUATION_PAPER_MISSING: { rule: '6.8', en: 'an exam needs a paper that is in use', zh: '考试须选择在用的试卷' },
  EVALUATION_OPENED_BY_ATTENDEE: {
    rule: '6.8',
    en: 'you attended this training: have a trainer who did not attend open its evaluation or enter its results',
    zh: '您参加了本次培训：请由未参加的讲师开启评估或登记结果',
  },
  EVALUATION_PAPER_OF_ATTENDEE: {
    rule: '6.8',
    en: 'the paper was drawn by {employeeId}, who attended: choose one that no attendee has drawn',
    zh: '试卷由参加培训的 {employeeId} 组卷：请另选非参加者组卷的试卷',
  },
  EVALUATION_DAY_TOO_LATE: {
    rule: '6.8',
    en: '{dueOn} is too late: name a day until {latest}, give the result, or excuse with the reason',
    zh: '{dueOn} 过晚：请选择 {latest} 或之前的日期，登记结果，或说明理由予以免除',
  },
  EVALUATION_ALL_EXCUSED: {
    rule: '6.7',
    en: 'nobody would have a result: let somebody be evaluated, or have the manager of sales or hr, who neither led this training nor opened its evaluation, excuse the last one',
    zh: '该培训将无任何评估结果：请至少完成一人的评估，或由未授课且未开启评估的销售经理或人力资源经理予以免除',
  },
  EVALUATION_PAPER_OFF_TOPIC: {
    rule: '6.8',
    en: 'the paper asks about {asked} and the training was about {topic}: choose a paper on its topic, or draw one',
    zh: '试卷主题为 {asked}，培训主题为 {topic}：请选择或另组同一主题的试卷',
  },
  EVALUATION_PAPER_TOO_EASY: {
    rule: '6.8',
    en: 'the paper is passed with {passPercent} percent: draw one with a pass mark of at least {least}',
    zh: '该试卷及格线为 {passPercent}%：请另组及格线不低于 {least}% 的试卷',
  },
  EVALUATION_DAY_PAST: { rule: '6.8', en: 'the day {dueOn} has passed: name a later one', zh: '{dueOn} 已过，请选择之后的日期' },
  JOB_MARK_DAY_INVALID: {
    rule: '6.8',
    en: 'work is marked one to three months after the training and not in the past: from {from} to {to}',
    zh: '工作表现应在培训后一至三个月内且不早于今日评定：{from} 至 {to}',
  },
  SUPERVISOR_MISSING: {
    rule: '6.8',
    en: '{employeeId} has no superior who could mark the work: have one named in hr',
    zh: '{employeeId} 没有可评定其工作表现的上级：请在人事中指定',
  },
  SUPERVISOR_ONLY: {
    rule: '6.8',
    en: 'only the superior {supervisorId} marks this work: ask him, or hr when he cannot',
    zh: '只能由上级 {supervisorId} 评定：请联系其本人，无法评定时请联系人力资源',
  },
  JOB_MARK_IN_SALES: {
    rule: '6.8',
    en: 'the superior works in sales and marks there, in his list of marks on the job',
    zh: '其上级在销售部，请在销售部的工作表现评定列表中完成',
  },
  JOB_MARK_TOO_EARLY: { rule: '6.8', en: 'the work is marked from {askOn} on', zh: '工作表现自 {askOn} 起评定' },
  REFLECTION_NOT_YOURS: { rule: '6.8', en: 'only the attendee himself hands in his reflection', zh: '培训心得只能由本人提交' },
  REFLECTION_TOO_LATE: {
    rule: '6.8',
    en: 'the reflection was due on {dueOn}: ask the trainer for another day',
    zh: '培训心得应于 {dueOn} 前提交，请联系讲师延期',
  },
  REFLECTION_NOT_HANDED_IN: { rule: '6.8', en: 'the reflection is not handed in yet', zh: '培训心得尚未提交' },
  EVALUATION_OF_ONESELF: { rule: '6.8', en: 'nobody marks, excuses or extends for himself', zh: '不能为本人评定、免除或延期' },
  EVALUATION_MARK_INVALID: { rule: '6.8', en: 'the mark is from {least} to {most}', zh: '评分应为 {least} 至 {most}' },
  EVALUATION_SETTLED: { rule: '6.8', en: '{employeeId} has a result or an excuse already', zh: '{employeeId} 已有评估结果或已免除' },
  EVALUATION_METHOD_OTHER: { rule: '6.8', en: 'this is owed as {method}: use its own act', zh: '该项评估方式为 {method}，请使用对应操作' },
} as const satisfies RefusalCatalogue;
