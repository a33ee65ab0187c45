import { z } from 'zod';
import { defineHandoffs } from '../define.js';
import { id, instantField, participantsField } from '../fields.js';

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
});
