import type { RefusalCatalogue } from '@weilend/kernel';

// What is told to who has the appraisal's facts made again from what was heard.
export const indicatorErrors = {
  REBUILD_RUNNING: { rule: '5.1', en: 'the facts are being rebuilt: wait for its end', zh: '考核事实正在重建，请等待完成' },
} as const satisfies RefusalCatalogue;
