import type { RefusalCatalogue } from '@weilend/kernel';

// Why a product or a price is refused: the published list (G8), the limits and the rate ceiling.
export const productErrors = {
  PRODUCT_NOT_IN_FORCE: {
    rule: '1.2',
    en: 'the product {productId} has no version in force on {on}',
    zh: '产品 {productId} 在 {on} 没有生效的版本',
  },
  PRODUCT_DRAFT_INVALID: { rule: '4.1', en: 'the product cannot be published: {problem}', zh: '产品不能发布：{problem}' },
  PRODUCT_DATE_TAKEN: {
    rule: '1.2',
    en: 'a version in force from {effectiveFrom} or later exists: the new one must start after {latest}',
    zh: '已有自 {latest} 起生效的版本：新版本生效日（{effectiveFrom}）必须更晚',
  },
  PRODUCT_DATE_PAST: { rule: '1.2', en: 'a version cannot take effect before today ({today})', zh: '版本生效日不能早于今天（{today}）' },
  AMOUNT_OUT_OF_RANGE: { rule: '4.2', en: 'the amount must be between {min} and {max} yuan', zh: '金额必须在 {min} 元至 {max} 元之间' },
  TERM_OUT_OF_RANGE: { rule: '4.2', en: 'the term must be between {min} and {max} months', zh: '期限必须在 {min} 至 {max} 个月之间' },
  METHOD_NOT_OFFERED: { rule: '4.2', en: 'the product offers {offered}, not {wanted}', zh: '该产品提供 {offered}，不提供 {wanted}' },
  ANNUAL_COST_BEYOND_MEASURE: {
    rule: 'input',
    en: 'with these fees the annual cost is beyond every measure',
    zh: '按此收费计算的综合融资成本年化过高，无法表示',
  },
  QUOTE_TERMS_INVALID: { rule: 'input', en: '{field} {problem}', zh: '{field} 无效：{problem}' },
  QUOTE_FEES_TOO_HIGH: { rule: '7.10', en: 'fees at disbursement must be less than the principal', zh: '放款时的费用必须低于本金' },
  INSTALMENT_MULTIPLE_TOO_LARGE: {
    rule: 'input',
    en: 'the multiple is more than twice the instalment: nothing would be paid before the last',
    zh: '取整倍数超过期供的两倍：末期之前将不还款',
  },
  RATE_ABOVE_CAP: {
    rule: 'rate.hard-cap',
    en: 'the annual cost with all fees is {annualCost} (compound), above the cap of {cap}',
    zh: '综合融资成本年化 {annualCost}（复利）超过上限 {cap}',
  },
  RATE_ABOVE_PRICE_LIST: {
    rule: '7.10',
    en: 'the rate {annualRate} is above the published rate {published}',
    zh: '利率 {annualRate} 高于公示利率 {published}',
  },
  FEE_LIST_INVALID: { rule: '7.10', en: 'the fee {code} is not complete: {problem}', zh: '收费项目 {code} 不完整：{problem}' },
} as const satisfies RefusalCatalogue;
