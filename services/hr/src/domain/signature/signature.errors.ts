import type { RefusalCatalogue } from '@weilend/kernel';

// What the second of two people is told who signs something else than he read.
export const signatureErrors = {
  PROPOSAL_CHANGED: {
    rule: '1.7',
    en: 'what is to be signed is version {version} now, not version {read} that was read: read it again, then approve',
    zh: '待批准的内容现为第 {version} 版，与所阅的第 {read} 版不同：请重新查看后再批准',
  },
} as const satisfies RefusalCatalogue;
