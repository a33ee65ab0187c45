import { defineCollection, fields } from '@weilend/mongo';

export const trainingFeedbackCollection = defineCollection({
  name: 'training_feedback',
  fields: {
    sessionId: fields.id,
    employeeId: fields.id,
    content: fields.count,
    trainer: fields.count,
    usefulness: fields.count,
    text: fields.optionalText,
    givenAt: fields.instant,
  },
  indexes: [
    {
      name: 'attendee',
      keys: { sessionId: 1, employeeId: 1 },
      why: 'all answers to a training; one of each attendee, whatever races',
      options: { unique: true },
    },
  ],
});
