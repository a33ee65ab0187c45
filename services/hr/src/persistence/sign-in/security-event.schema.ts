import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { SECURITY_EVENT_KINDS } from '../../domain/sign-in/security-event.js';

export const securityEventCollection = defineCollection({
  name: 'security_events',
  fields: {
    kind: oneOf(SECURITY_EVENT_KINDS),
    employeeId: fields.optionalText,
    signInId: fields.optionalText,
    by: fields.text,
    at: fields.instant,
  },
  indexes: [
    { name: 'kind', keys: { kind: 1, _id: -1 }, why: 'the log by what happened, newest first' },
    { name: 'employee', keys: { employeeId: 1, _id: -1 }, why: 'what happened to an account, newest first' },
  ],
});
