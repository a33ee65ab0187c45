import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { QUESTION_KINDS } from '../../domain/care/questionnaire.js';
import { ANSWER_WAYS } from '../../domain/care/survey.js';
import { optionalCount } from '../stored-shapes.js';

const question = record({
  ...{ key: fields.text, kind: oneOf(QUESTION_KINDS), text: fields.text, choices: fields.texts },
  ...{ required: fields.flag, overall: fields.flag },
});

export const questionnaireCollection = defineCollection({
  name: 'questionnaires',
  fields: {
    name: fields.text,
    versions: {
      type: [
        record({ no: fields.count, questions: { type: [question], required: true }, publishedBy: fields.id, publishedAt: fields.instant }),
      ],
      required: true,
    },
  },
});

export const surveyCollection = defineCollection({
  name: 'survey_campaigns',
  fields: {
    name: fields.text,
    questionnaireId: fields.id,
    questionnaireVersion: fields.count,
    startedOn: fields.date,
    endsOn: fields.date,
    startedBy: fields.id,
  },
});

export const surveyInvitationCollection = defineCollection({
  name: 'survey_invitations',
  fields: {
    campaignId: fields.id,
    customerId: fields.id,
    salespersonId: fields.id,
    state: oneOf(['invited', 'answered']),
    invitedOn: fields.date,
    link: {
      type: record({ hash: fields.text, expiresAt: fields.instant, failures: fields.count, issuedBy: fields.id, issuedAt: fields.instant }),
      default: null,
    },
    answers: {
      type: [record({ key: fields.text, score: optionalCount, choice: fields.optionalText, text: fields.optionalText })],
      required: true,
    },
    overall: optionalCount,
    answered: {
      type: record({ way: oneOf(ANSWER_WAYS), by: fields.optionalText, at: fields.instant, on: fields.date }),
      default: null,
    },
  },
  indexes: [
    {
      name: 'once',
      keys: { campaignId: 1, customerId: 1 },
      why: 'a customer is asked once in a survey, whatever races',
      options: { unique: true },
    },
    { name: 'campaign', keys: { campaignId: 1, state: 1, _id: -1 }, why: 'who was asked and who answered, newest first; the results' },
    {
      name: 'campaignOwn',
      keys: { campaignId: 1, salespersonId: 1, state: 1, _id: -1 },
      why: "the same of one salesperson's customers",
    },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'what a customer was asked, newest first' },
    {
      name: 'ownWaiting',
      keys: { salespersonId: 1, _id: 1 },
      why: 'invitations that wait with somebody who left [2.13]',
      options: { partialFilterExpression: { state: 'invited' } },
    },
  ],
});
