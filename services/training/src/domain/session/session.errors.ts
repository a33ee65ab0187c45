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
  ATTENDEE_UNKNOWN: { rule: '6.3', en: '{employeeId} is not an active employee', zh: '{employeeId} 不是在职员工' },
  EVALUATION_MISSING: { rule: '6.7', en: 'a training is closed only after its evaluation', zh: '培训须先评估后关闭' },
  EVALUATION_NOT_ATTENDEE: { rule: '6.8', en: '{employeeId} did not attend', zh: '{employeeId} 未出席' },
  EVALUATION_INCOMPLETE: { rule: '6.8', en: 'the evaluation lacks {employeeIds}', zh: '评估缺少：{employeeIds}' },
  EVALUATION_RESULT_INVALID: {
    rule: '6.8',
    en: 'an exam needs a score 0-100, a reflection a text of at least 50 characters, on the job a mark 1-5',
    zh: '考试须 0-100 分，心得须至少 50 字，工作表现须 1-5 分',
  },
} as const satisfies RefusalCatalogue;
