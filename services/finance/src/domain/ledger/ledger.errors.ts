import type { RefusalCatalogue } from '@weilend/kernel';

// Why a day, a month or a check of the books cannot be begun or ended.
export const ledgerErrors = {
  DAY_END_IN_FUTURE: {
    rule: 'input',
    en: 'only a day that has begun can be closed: today is {today}',
    zh: '只能对已到的营业日日终：今日为 {today}',
  },
  DAY_END_TOO_EARLY: { rule: 'input', en: 'the first day end is of {earliest} or later', zh: '首个日终不得早于 {earliest}' },
  DAY_END_RUNNING: { rule: 'input', en: 'the end of {running} is being run already', zh: '{running} 的日终正在执行' },
  DAY_ALREADY_CLOSED: { rule: 'input', en: 'days through {closed} are closed already', zh: '{closed} 及以前已日终' },
  PERIOD_INVALID: { rule: 'input', en: 'not a month: {value}; write it as 2026-10', zh: '月份 {value} 无效：请写作 2026-10' },
  PERIOD_CLOSED: {
    rule: '7.3',
    en: 'nothing can be dated {date}: the books of {month} are closed; correct it with an entry of today',
    zh: '{month} 已结账，不能记入 {date}：请在本期更正',
  },
  PERIOD_ALREADY_CLOSED: { rule: '7.3', en: 'the books are closed through {newest} already', zh: '{newest} 及以前已结账' },
  PERIOD_EARLIER_OPEN: {
    rule: '7.3',
    en: '{earlier} is not closed yet: months are closed in their order',
    zh: '{earlier} 尚未结账：须按月顺序结账',
  },
  PERIOD_NOT_OVER: {
    rule: '7.3',
    en: '{month} runs through {through}: it is closed afterwards',
    zh: '{month} 至 {through} 止：期末之后方可结账',
  },
  PERIOD_DAY_OPEN: { rule: '7.3', en: 'the day {day} is not closed: run its day end first', zh: '{day} 尚未日终：请先完成日终' },
  PERIOD_LOANS_SET_ASIDE: {
    rule: '7.3',
    en: '{loans} loans are set aside since {day}: see dayEnd.setAside, mend them and run the next day end',
    zh: '{day} 日终有 {loans} 笔贷款被搁置：请先处理并完成下一次日终',
  },
  PERIOD_NOT_CHECKED: {
    rule: '7.3',
    en: 'the books were not checked since the end of {month}: run checkLedger',
    zh: '{month} 期末后尚未核对账务：请先核对',
  },
  PERIOD_BOOKS_DIFFER: {
    rule: '7.3',
    en: 'the last check of the books found {differences} differences: clear them and check again',
    zh: '最近一次账务核对有 {differences} 处差异：请先处理并重新核对',
  },
  LEDGER_CHECK_RUNNING: {
    rule: 'input',
    en: 'the books are being checked already ({checkId}): wait until it is done',
    zh: '账务核对（{checkId}）正在进行：请等待完成',
  },
} as const satisfies RefusalCatalogue;
