import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { SECURITY_TASK_STATES } from '../../domain/after-loan/security-task.machine.js';
import { SECURITY_KINDS } from '../../domain/after-loan/security-task.js';
import { dueIndexes } from '../due-indexes.js';

export const securityTaskCollection = defineCollection({
  name: 'security_tasks',
  fields: {
    measureId: fields.text,
    alertId: fields.text,
    handoffId: fields.text,
    customerId: fields.id,
    applicationId: fields.optionalText,
    loanId: fields.optionalText,
    ownerId: fields.id,
    dueOn: fields.optionalDate,
    reason: fields.text,
    state: oneOf(SECURITY_TASK_STATES),
    openedAt: fields.instant,
    evidence: {
      type: record({ kind: oneOf(SECURITY_KINDS), text: fields.text, fileId: fields.text, sha256: fields.text }),
      default: null,
    },
    returnReason: fields.optionalText,
    endedBy: fields.optionalText,
    endedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'handoff', keys: { handoffId: 1 }, why: 'one task per handoff, whatever races', options: { unique: true } },
    { name: 'newest', keys: { state: 1, _id: -1 }, why: 'the tasks in a state, newest first' },
    { name: 'owner', keys: { ownerId: 1, _id: -1 }, why: 'the tasks of a person, newest first' },
    { name: 'ownerState', keys: { ownerId: 1, state: 1, _id: -1 }, why: 'the tasks of a person in a state' },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the tasks about a customer' },
    ...dueIndexes({ field: 'dueOn', type: 'string', owner: 'ownerId', what: 'security that risk asks for' }),
  ],
});
