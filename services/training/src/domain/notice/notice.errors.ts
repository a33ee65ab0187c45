import type { RefusalCatalogue } from '@weilend/kernel';

// What somebody is told who marks notices of training as read.
export const noticeErrors = {
  NOTICES_MISSING: { rule: '6.4', en: 'name 1 to {most} notices to be marked as read', zh: '请选择 1 至 {most} 条通知标为已读' },
} as const satisfies RefusalCatalogue;
