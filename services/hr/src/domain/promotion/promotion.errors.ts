import type { RefusalCatalogue } from '@weilend/kernel';

// What a manager and hr are told when a promotion, an exception or a decision on it is refused, and what to do then.
export const promotionErrors = {
  OWN_PROMOTION: { rule: '5.7', en: 'nobody proposes, excepts or decides his own promotion', zh: '不得提议、特批或决定本人的晋升' },
  PROMOTION_SAME_PERSON: {
    rule: '5.7',
    en: 'proposal, exception and decision need different people (you did: {act}): ask a colleague',
    zh: '提议、特批与决定须由不同的人办理（您已办理：{act}），请由其他同事处理',
  },
  PROMOTION_NOT_ELIGIBLE: {
    rule: '5.7',
    en: 'the criteria for {level} are not met: {against}; ask for an exception with a reason, or wait',
    zh: '未满足晋升 {level} 的条件：{against}；请说明理由申请特批，或待条件满足',
  },
  PROMOTION_BLOCKED: {
    rule: '5.4',
    en: 'a severe violation ({quarters}) blocks promotion, and no exception is possible: {violationIds}',
    zh: '存在严重违规（{quarters}），不得晋升，也不能特批：{violationIds}',
  },
  PROMOTION_OPEN: { rule: '5.7', en: 'a promotion of this person waits for its decision already', zh: '该员工已有待决定的晋升' },
  PROMOTION_REASON_MISSING: { rule: '5.7', en: 'give a reason of at least {least} characters', zh: '请填写理由（至少 {least} 字）' },
  PROMOTION_LEVEL_CHANGED: {
    rule: '5.7',
    en: 'the person stands on {level} now, not on {from}: withdraw it and propose again',
    zh: '该员工现为 {level}，不再是 {from}，请撤回后重新提议',
  },
  PROMOTION_BY_MANAGER: {
    rule: '5.7',
    en: 'sales has an active manager: ask that person to propose it',
    zh: '销售部有在任经理：请由销售经理提议',
  },
  PROMOTION_NOT_HIS_OWN: { rule: '5.7', en: 'only who proposed it may withdraw it', zh: '只有提议人可以撤回' },
  HIGHEST_LEVEL: { rule: '5.7', en: '{level} is the highest level', zh: '{level} 已是最高级别' },
  EXCEPTION_NOT_ASKED: { rule: '5.7', en: 'no exception was asked for', zh: '该晋升未申请特批' },
  EXCEPTION_GRANTED: { rule: '5.7', en: 'the exception was granted on {on}', zh: '已于 {on} 特批' },
} as const satisfies RefusalCatalogue;
