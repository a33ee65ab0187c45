import type { RefusalCatalogue } from '@weilend/kernel';

// What people are told about the career ladder, their own plan and their talks.
export const careerErrors = {
  LADDER_MISSING: {
    rule: '6.10',
    en: 'no career ladder is in force on {on}: publish one first',
    zh: '{on} 没有生效的职业发展通道，请先发布',
  },
  LADDER_IN_THE_PAST: {
    rule: '6.10',
    en: 'a ladder is published and approved before its first day {from}: choose a later day',
    zh: '职业发展通道须在生效日 {from} 之前发布并批准，请选择更晚的日期',
  },
  LADDER_EXISTS: {
    rule: '6.10',
    en: 'a ladder that counts from {from} is already published: choose another day',
    zh: '已有自 {from} 生效的职业发展通道，请另选日期',
  },
  LADDER_APPROVED: {
    rule: '6.10',
    en: 'the ladder that counts from {from} is approved already: publish another one for a later day',
    zh: '自 {from} 生效的职业发展通道已批准：如需调整请为更晚的日期另行发布',
  },
  LADDER_SAME_PERSON: {
    rule: '6.10',
    en: 'who published a ladder may not approve it: ask a colleague',
    zh: '发布职业发展通道的人不得批准，请由其他同事批准',
  },
  LADDER_REASON_MISSING: {
    rule: '6.10',
    en: 'say why the ladder changes (at least {least} characters)',
    zh: '请说明调整职业发展通道的理由（至少 {least} 字）',
  },
  LADDER_LEVELS: {
    rule: '6.10',
    en: 'a ladder has these levels, each once and in this order: {levels}',
    zh: '职业发展通道须依次包含且各出现一次：{levels}',
  },
  LADDER_FIRST_LEVEL: { rule: '6.10', en: 'everybody begins on {level}: it has no criteria', zh: '{level} 为起点，不设条件' },
  LADDER_CRITERIA_MISSING: { rule: '6.10', en: 'say what is asked for {level}', zh: '请填写 {level} 的晋升条件' },
  LADDER_CRITERIA_INVALID: {
    rule: '6.10',
    en: 'what is asked for {level} is outside its range or named twice: {fields}',
    zh: '{level} 的条件超出范围或重复：{fields}',
  },
  LADDER_FALLS: { rule: '6.10', en: '{level} asks for a lower score than the level below it', zh: '{level} 要求的得分不得低于下一级' },
  NOT_ON_LADDER: { rule: '6.10', en: '{employeeId} is not an active person of sales', zh: '{employeeId} 不是在职销售人员' },
  OWN_LEVEL: { rule: '5.7', en: 'nobody sets his own level: ask a colleague of hr', zh: '不能设定自己的级别，请由其他人力资源同事办理' },
  FIRST_LEVEL_SETTLED: {
    rule: '5.7',
    en: 'the level {level} was settled by a step or a closed quarter: only a promotion moves it now',
    zh: '级别 {level} 已经晋升或季度考核确定，之后只能通过晋升调整',
  },
  FIRST_LEVEL_NOT_ASKED: {
    rule: '5.7',
    en: 'nobody has asked for the first level {level}: set it first, then somebody else confirms it',
    zh: '没有待确认的初始级别 {level}：请先设定，再由他人确认',
  },
  FIRST_LEVEL_SAME_PERSON: {
    rule: '5.7',
    en: 'who asked for a first level may not confirm it: ask a colleague',
    zh: '设定初始级别的人不得确认，请由其他同事确认',
  },
  LEVEL_NEEDS_APPOINTMENT: {
    rule: '2.1',
    en: 'the manager’s level goes with the role: promote the person or change his roles',
    zh: '经理级别随角色而定，请通过晋升或调整角色办理',
  },
  CAREER_TEXT_TOO_SHORT: {
    rule: '6.11',
    en: 'write at least {least} characters, and no more than 2000',
    zh: '请填写至少 {least} 字，且不超过 2000 字',
  },
  PLAN_RUNNING: { rule: '6.11', en: 'you have a running plan: change it, or end it first', zh: '您已有进行中的规划，请先修改或结束' },
  PLAN_NOT_OWN: {
    rule: '6.11',
    en: 'a career plan is written by the person himself: comment on it instead',
    zh: '职业规划由本人填写，您可以发表意见',
  },
  PLAN_OWN_COMMENT: { rule: '6.11', en: 'comments are your superior’s: note your progress instead', zh: '意见由上级填写，本人请记录进展' },
  PLAN_TARGET_NOT_ABOVE: { rule: '6.11', en: 'aim for a level above your own, {level}', zh: '目标级别须高于当前级别 {level}' },
  PLAN_DAY_PAST: { rule: '6.11', en: '{byWhen} is not ahead of us: choose a later day', zh: '{byWhen} 不是将来的日期，请重新选择' },
  PLAN_GOALS: { rule: '6.11', en: 'a plan has one to {most} goals', zh: '规划须有 1 到 {most} 个目标' },
  PLAN_STEPS: {
    rule: '6.11',
    en: 'a goal has one to {most} different steps of 5 to 2000 characters',
    zh: '每个目标须有 1 到 {most} 个不同的步骤，每个 5 到 2000 字',
  },
  PLAN_NOT_LED: {
    rule: '6.11',
    en: 'only who leads the person comments on his plan or asks for its trainings',
    zh: '只有其上级可以对规划发表意见或申请培训',
  },
  PLAN_TOPIC_UNKNOWN: { rule: '6.11', en: 'the plan does not name the topic {topic}', zh: '规划中没有主题 {topic}' },
  PLAN_TOPIC_TWICE: { rule: '6.11', en: 'a topic stands twice', zh: '培训主题重复' },
  PLAN_STEP_UNKNOWN: { rule: '6.11', en: 'the goal {goal} has no step {step}', zh: '目标 {goal} 没有步骤 {step}' },
  PLAN_STEP_DONE: { rule: '6.11', en: 'this step was done on {doneOn}', zh: '该步骤已于 {doneOn} 完成' },
  PLAN_REMARKS_FULL: {
    rule: '6.11',
    en: 'a plan holds {most} remarks: end it and make a new one',
    zh: '每份规划最多 {most} 条记录，请结束后新建',
  },
  TALK_WITH_ONESELF: {
    rule: '6.12',
    en: 'a talk needs two people: your superior records yours',
    zh: '沟通须由两人进行，您的沟通由上级记录',
  },
  TALK_NOT_HIS_OWN: { rule: '6.12', en: 'another person leads him: his superior holds this talk', zh: '该员工由他人管理，应由其上级沟通' },
  TALK_IN_FUTURE: {
    rule: '6.12',
    en: '{heldOn} is yet to come: record the talk when it was held',
    zh: '{heldOn} 尚未到来，请在沟通后记录',
  },
  TALK_TOO_OLD: { rule: '6.12', en: 'a talk is recorded within {days} days: hold another one', zh: '沟通须在 {days} 日内记录，请重新沟通' },
  TALK_BEFORE_LAST: { rule: '6.12', en: 'a later talk, of {lastTalkOn}, is recorded already', zh: '已记录更晚的沟通（{lastTalkOn}）' },
  TALK_SUPPORT_MISSING: { rule: '6.12', en: 'say what support was agreed on, one to {most} items', zh: '请填写 1 到 {most} 项约定的支持' },
  TALK_SUPPORT_PAST: {
    rule: '6.12',
    en: 'support is due after the talk, not on {dueOn}',
    zh: '支持的期限不得早于沟通日期，而不是 {dueOn}',
  },
} as const satisfies RefusalCatalogue;
