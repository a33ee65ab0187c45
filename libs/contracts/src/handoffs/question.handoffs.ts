import { z } from 'zod';
import { defineHandoffs } from '../define.js';
import { id, instantField, participantsField } from '../fields.js';

export const OPINION_STANCES = ['SUPPORT', 'SUPPORT_WITH_CONDITIONS', 'OBJECT', 'NEUTRAL'] as const;
/** What a department thinks of an application (部门意见). */
export type OpinionStance = (typeof OPINION_STANCES)[number];

/** `give-opinion` of the topology, one handoff for each department that may be asked: each has one receiver. */
const opinion = <const To extends 'risk' | 'finance' | 'compliance'>(to: To, description: string) => ({
  from: 'approval' as const,
  to,
  subject: 'app',
  deadline: '1d',
  description,
  completedBy: 'opinion, or returned when the department has none',
  data: z.object({
    applicationId: id('app'),
    participants: participantsField,
    caseId: id('cas'),
    /** In words, without numbers of persons. */
    question: z.string(),
    dueAt: instantField,
  }),
});

/** Questions that one department puts to another while its own work runs on. */
export const questionHandoffs = defineHandoffs({
  'answer-information-request': {
    from: 'risk',
    to: 'sales',
    subject: 'app',
    deadline: '1d',
    description: 'Answer what risk asks about an application while the investigation runs on.',
    completedBy: 'reply, or returned when nobody can say',
    data: z.object({
      applicationId: id('app'),
      participants: participantsField,
      investigationId: id('inv'),
      requestId: id('irq'),
      /** In words, without numbers of persons. */
      question: z.string(),
      dueAt: instantField,
    }),
  },
  'give-risk-opinion': opinion('risk', 'Give the opinion of risk on an application before the committee.'),
  'give-finance-opinion': opinion('finance', 'Give the opinion of finance on an application before the committee.'),
  'give-legal-opinion': opinion('compliance', 'Give the legal opinion on an application before the committee.'),
});
