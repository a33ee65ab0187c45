import type { RefusalCatalogue } from '@weilend/kernel';

// Why an early-warning rule is not written down or put in force.
export const warningRuleErrors = {
  WARNING_RULE_INVALID: { rule: '4.23', en: '{field} must be between {least} and {most}', zh: '{field} 须在 {least} 与 {most} 之间' },
  WARNING_RULE_CODE_INVALID: {
    rule: '4.23',
    en: 'the code of a rule is written in capital letters, digits and underscores',
    zh: '规则代码只能使用大写字母、数字和下划线',
  },
  WARNING_RULE_OWN: {
    rule: '7.3',
    en: 'who wrote a rule does not put it in force: ask a second person',
    zh: '规则起草人不得自行启用，须由另一人批准',
  },
  WARNING_RULE_ACTIVE: { rule: '4.23', en: 'another version of {code} was put in force meanwhile', zh: '{code} 的另一版本已启用' },
} as const satisfies RefusalCatalogue;
