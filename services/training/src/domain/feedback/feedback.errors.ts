import type { RefusalCatalogue } from '@weilend/kernel';

// What an attendee is told about his feedback on a training: who may give it, how often, and with what marks.
export const feedbackErrors = {
  FEEDBACK_NOT_ATTENDEE: { rule: '6.7', en: 'only who attended this training gives feedback on it', zh: '只有出席该培训的人员可以反馈' },
  FEEDBACK_GIVEN: { rule: '6.7', en: 'you have given your feedback on this training', zh: '您已提交过该培训的反馈' },
  FEEDBACK_MARK_INVALID: { rule: '6.7', en: 'rate with 1 to 5', zh: '评分应为 1 至 5 的整数' },
} as const satisfies RefusalCatalogue;
