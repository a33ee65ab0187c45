import type { RefusalCatalogue } from '@weilend/kernel';

// What is refused about the credit bureau once the consent is in order.
export const bureauErrors = {
  BUREAU_INQUIRY_RUNNING: {
    rule: 'G2',
    en: 'the bureau is being asked about this person for another application: wait for that answer, it will be used here, or have that inquiry called off',
    zh: '正在为该客户的另一笔申请查询征信：请等待其结果（本申请可直接使用），或先撤销该查询',
  },
} as const satisfies RefusalCatalogue;
