import type { RefusalCatalogue } from '@weilend/kernel';

// What a manager or trainer is told when a session lacks its facts, its attendance or its evaluation.
export const sessionErrors = {
  SESSION_TRAINER_MISSING: { rule: '6.3', en: 'an internal training needs a trainer of the company', zh: '内部培训须指定内部讲师' },
  SESSION_INSTITUTION_MISSING: { rule: '6.4', en: 'an external training needs its institution', zh: '外部培训须注明培训机构' },
  SESSION_RESOURCE_MISSING: { rule: '6.5', en: 'an online training needs its learning resource', zh: '在线学习须有学习资源' },
  SESSION_MODE_MISSING: {
    rule: '6.6',
    en: 'a practice needs its mode: real business, case analysis or simulation',
    zh: '实践锻炼须注明方式：实际业务、案例分析或模拟演练',
  },
  SESSION_HOURS_INVALID: { rule: '6.3', en: 'a training takes more than 0 and at most 80 hours', zh: '培训时长应大于 0 且不超过 80 小时' },
  ATTENDANCE_EMPTY: { rule: '6.3', en: 'at least one person attended, or the training was not held', zh: '至少应有一人出席' },
  ATTENDEE_UNKNOWN: {
    rule: '6.3',
    en: '{employeeId} is not an active employee: check the id, or leave the person out',
    zh: '{employeeId} 不是在职员工：请核对编号或移除该人员',
  },
  EVALUATION_MISSING: { rule: '6.7', en: 'a training is closed only after its evaluation', zh: '培训须先评估后关闭' },
  EVALUATION_NOT_ATTENDEE: { rule: '6.8', en: '{employeeId} did not attend', zh: '{employeeId} 未出席' },
  EVALUATION_INCOMPLETE: {
    rule: '6.8',
    en: 'the evaluation lacks {employeeIds}: give their results, too',
    zh: '评估缺少：{employeeIds}，请一并登记其结果',
  },
  EVALUATION_RESULT_INVALID: {
    rule: '6.8',
    en: 'give everybody who attended an exam score of 0 to 100, or the text of his reflection of at least 50 characters',
    zh: '请为每位参加者登记 0-100 分的考试成绩，或至少 50 字的心得',
  },
  EVALUATION_ONE_BY_ONE: {
    rule: '6.8',
    en: 'only results that an institution hands over for an external training are entered at once: open the evaluation by {method} (openTrainingEvaluation); then an exam is taken on a paper, a reflection is written by the attendee, and the work is marked by the superior',
    zh: '只有外部培训机构提供的结果可一次性登记：请开启评估（{method}，openTrainingEvaluation），由本人答卷或提交心得，工作表现由上级评定',
  },
  SESSION_TITLE_MISSING: { rule: '6.3', en: 'a training needs a title', zh: '培训须有名称' },
  SESSION_CERTIFICATE_UNFIT: {
    rule: '6.4',
    en: 'only an external training ends with a certificate of its institution',
    zh: '只有外部培训才由培训机构颁发证书',
  },
  SESSION_UNTIL_INVALID: {
    rule: '6.5',
    en: 'only online self-study has a last day, and it is not before the first',
    zh: '只有在线自学才有截止日期，且不得早于开始日期',
  },
  SESSION_COURSE_UNFIT: {
    rule: '6.5',
    en: 'a course of the catalogue belongs to online self-study',
    zh: '课程库中的课程仅用于在线自学',
  },
  SESSION_COURSE_NOT_PUBLISHED: {
    rule: '6.5',
    en: 'the course is not published: publish it, or choose another',
    zh: '课程尚未发布：请先发布或另选课程',
  },
  SESSION_HOURS_ABOVE_COURSE: {
    rule: '6.5',
    en: 'the course is worth {worth} hours by its units: a training on it takes no more',
    zh: '该课程按学习单元计为 {worth} 学时：以其开展的培训不得超过此时长',
  },
  SESSION_TOPIC_DIFFERS: {
    rule: '6.1',
    en: 'the planned course no. {courseNo} is about {topic}: choose the topic of the course',
    zh: '第 {courseNo} 号计划课程的主题为 {topic}：请选择相同主题',
  },
  SESSION_TIME_INVALID: {
    rule: '6.3',
    en: 'write both times as HH:MM, the first before the second, or none',
    zh: '开始与结束时间须同时填写（HH:MM），且开始早于结束',
  },
  SESSION_CAPACITY_INVALID: { rule: '6.3', en: 'a training has 1 to {most} seats', zh: '培训名额应为 1 到 {most}' },
  SESSION_CAPACITY_BELOW_SEATS: {
    rule: '6.3',
    en: '{taken} people have a seat already: {capacity} seats are too few',
    zh: '已有 {taken} 人占用名额，不能减少到 {capacity}',
  },
  SESSION_OUTSIDE_PLAN: {
    rule: '6.1',
    en: 'the training on {heldOn} is not in {year}, the year of its plan',
    zh: '培训日期 {heldOn} 不在计划年度 {year} 内',
  },
  SESSION_IN_THE_PAST: { rule: '6.3', en: '{heldOn} is over: choose a day from today on', zh: '{heldOn} 已过：请选择今天或以后的日期' },
  SESSION_DAY_OVER: {
    rule: '6.3',
    en: 'the day of the training, {heldOn}, is over: write down who came, or cancel it as not held',
    zh: '培训日期 {heldOn} 已过：请登记出席情况，或注明理由按未举办取消',
  },
  SESSION_NOT_HELD_BY_TRAINER: {
    rule: '6.7',
    en: 'its day is over: the manager of sales or hr, who did not lead it, writes down that it was not held',
    zh: '培训日期已过：未举办须由未授课的销售经理或人力资源经理登记',
  },
  SESSION_REASON_MISSING: { rule: '6.3', en: 'give a reason of at least 5 characters', zh: '请说明理由（至少 5 字）' },
  NOMINATION_CLOSED: {
    rule: '6.3',
    en: 'the training is {state}: people are nominated, and withdraw, before it is held',
    zh: '培训状态为 {state}：仅可在举办前报名或退出',
  },
  NOMINATION_TOO_LATE: {
    rule: '6.3',
    en: 'the training was on {heldOn}: whoever came is added to the attendance with a reason',
    zh: '培训已于 {heldOn} 举行：到场人员请在考勤中注明理由补充',
  },
  NOMINATION_FULL: { rule: '6.3', en: 'the training has {most} nominees, which is the most', zh: '该培训报名人数已达上限 {most}' },
  NOMINATED_ALREADY: { rule: '6.3', en: '{employeeId} is nominated already', zh: '{employeeId} 已报名' },
  NOMINATION_NOT_OF_TEAM: {
    rule: '2.2',
    en: '{employeeId} is not of your team: the manager of the team nominates and decides',
    zh: '{employeeId} 不在您的团队：请由其上级报名或审批',
  },
  NOMINATION_DECIDED: {
    rule: '6.3',
    en: 'the nomination does not wait for a decision: to give the place back, withdraw it (withdrawTrainingNomination)',
    zh: '该报名无需审批：如需让出名额，请退出培训（withdrawTrainingNomination）',
  },
  NOMINEE_IS_TRAINER: {
    rule: '6.3',
    en: '{employeeId} leads this training: nobody is trained by himself; name another trainer, or another nominee',
    zh: '{employeeId} 是本次培训的讲师，不能同时参加：请更换讲师或报名人员',
  },
  NOMINATION_REASON_MISSING: { rule: '6.3', en: 'give a reason of at least 5 characters', zh: '请说明理由（至少 5 字）' },
  ATTENDANCE_TOO_EARLY: {
    rule: '6.3',
    en: 'the training is on {heldOn}: write down who came when it has begun',
    zh: '培训日期为 {heldOn}：请在开始后登记考勤',
  },
  ATTENDANCE_STUDY_OPEN: {
    rule: '6.5',
    en: 'people learn until {untilOn}: write down who completed it after that day, or when everybody has; not yet: {employeeIds}',
    zh: '学习截至 {untilOn}：请在截止后或全员完成后登记，尚未完成：{employeeIds}',
  },
  ATTENDEE_NOT_NOMINATED: {
    rule: '6.3',
    en: '{employeeId} was not nominated: add the reason for which he was let in (at least 5 characters)',
    zh: '{employeeId} 未报名：请注明准予参加的理由（至少 5 字）',
  },
  ATTENDEE_DECLINED: {
    rule: '2.2',
    en: 'the manager of {employeeId} declined: only when he nominates the person after all (nominateForTraining) does it count',
    zh: '{employeeId} 的上级未同意其参加：须由上级重新报名（nominateForTraining）后方可计入',
  },
  ATTENDEE_COURSE_OPEN: {
    rule: '6.5',
    en: '{employeeId} has not completed the course of this self-study: leave him out until all its units are done',
    zh: '{employeeId} 尚未完成该自学课程：全部单元完成前请勿登记出席',
  },
  PRACTICE_RESULT_MISSING: {
    rule: '6.6',
    en: 'a practice has a result for everybody who came; missing: {employeeIds}',
    zh: '实践锻炼须登记每人的结果，缺少：{employeeIds}',
  },
  PRACTICE_RESULT_UNFIT: { rule: '6.6', en: 'only a practice has results of this kind', zh: '只有实践锻炼才登记此类结果' },
  TRAINEE_LEFT: {
    rule: '5.8',
    en: '{employeeId} is not an active employee: nobody can be trained',
    zh: '{employeeId} 不是在职员工，无法安排培训',
  },
  REQUEST_REASON_MISSING: {
    rule: '5.8',
    en: 'tell hr in at least 10 characters why the person is not trained',
    zh: '请向人力资源说明不安排培训的理由（至少 10 字）',
  },
  REQUEST_RETURNED: { rule: '5.8', en: 'training was not arranged: {reason}', zh: '未安排培训：{reason}' },
  HOURS_PERIOD_INVALID: {
    rule: '6.3',
    en: 'a period begins before it ends and is at most three years long',
    zh: '期间须先始后止，且不超过三年',
  },
} as const satisfies RefusalCatalogue;
