import type { RefusalCatalogue } from '@weilend/kernel';

/** Refusals that every department can give; a department's own list is in its `<dept>.errors.ts`. */
export const platformErrors = {
  INPUT_INVALID: { rule: 'input', en: '{problem}', zh: '输入有误：{problem}' },
  MONEY_INVALID: {
    rule: 'input',
    en: '"{value}" is not an amount: write yuan with at most two places, e.g. 1234.50',
    zh: '“{value}”不是金额：请写最多两位小数的元，例如 1234.50',
  },
  RATE_INVALID: {
    rule: 'input',
    en: '"{value}" is not a rate: write a fraction per year, e.g. 0.12',
    zh: '“{value}”不是利率：请写年利率小数，例如 0.12',
  },
  DATE_INVALID: { rule: 'input', en: '"{value}" is not a date: write YYYY-MM-DD', zh: '“{value}”不是日期：请写 YYYY-MM-DD' },
  DURATION_INVALID: {
    rule: 'input',
    en: '"{value}" is not a working duration: write 3d, 4h or 30m',
    zh: '“{value}”不是工作时长：请写 3d、4h 或 30m',
  },
  QUARTER_INVALID: { rule: 'input', en: '"{value}" is not a quarter: write 2026-Q3', zh: '“{value}”不是季度：请写 2026-Q3' },
  NOT_FOUND: { rule: '3.7', en: 'there is no {noun} {id}, or it is not yours to see', zh: '没有{noun} {id}，或您无权查看' },
  ILLEGAL_TRANSITION: {
    rule: '7.12',
    en: '{machine} in state {state} does not allow {event}; allowed: {allowed}',
    zh: '{machine} 处于 {state}，不允许 {event}；允许：{allowed}',
  },
  CHANGED_MEANWHILE: {
    rule: '7.12',
    en: 'someone else changed this meanwhile: read it again and repeat',
    zh: '数据已被他人修改：请重新读取后再提交',
  },
  REQUEST_KEY_REUSED: {
    rule: 'request-key',
    en: 'this requestKey was used for another input: use a new key for a new act',
    zh: 'requestKey 已用于其他内容：新的操作请使用新的 key',
  },
  REQUEST_IN_PROGRESS: {
    rule: 'request-key',
    en: 'a request with this requestKey is still running: ask again shortly',
    zh: '相同 requestKey 的请求仍在处理：请稍后再查',
  },
  PARAMETER_UNKNOWN: { rule: '1.2', en: 'the parameter {key} has no value in force on {on}', zh: '参数 {key} 在 {on} 没有生效的值' },
  SEGREGATION_OF_DUTIES: {
    rule: '7.3',
    en: 'one person may not be {role} and {alreadyHeld} of the same application',
    zh: '同一人不得兼任同一申请的 {role} 与 {alreadyHeld}',
  },
  HANDOFF_NOT_OPEN: { rule: '7.12', en: 'the handoff {handoffId} is {state}, not open', zh: '交接 {handoffId} 的状态为 {state}，不是待办' },
  FILE_NOT_VERIFIED: {
    rule: '4.18',
    en: 'the file {fileId} is {state}: upload it and wait until its hash is verified',
    zh: '文件 {fileId} 状态为 {state}：请上传并等待校验',
  },
} as const satisfies RefusalCatalogue;
