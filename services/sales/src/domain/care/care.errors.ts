import type { RefusalCatalogue } from '@weilend/kernel';

// What may be refused about visits, feedback, surveys and customer events, with the rule behind it.
export const careErrors = {
  VISIT_DAY_PAST: { rule: '3.11', en: 'a visit is planned for {today} or later', zh: '回访日期不得早于 {today}' },
  VISIT_TOO_LATE: {
    rule: '3.10',
    en: 'the visit is due no later than {latestOn}: choose an earlier day',
    zh: '回访最迟应在 {latestOn}，请选择更早的日期',
  },
  FOLLOW_UP_DAY_PAST: { rule: '3.11', en: 'a follow-up is due on {today} or later', zh: '跟进期限不得早于 {today}' },
} as const satisfies RefusalCatalogue;
