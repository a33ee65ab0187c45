import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { ARREARS_TASK_STATES } from '../../domain/after-loan/arrears-task.machine.js';
import { ARREARS_RESULTS } from '../../domain/after-loan/arrears-task.js';
import { INFORMING_WAYS } from '../../domain/application/informing.js';
import { dueIndexes } from '../due-indexes.js';

export const arrearsTaskCollection = defineCollection({
  name: 'arrears_tasks',
  fields: {
    handoffId: fields.text,
    caseId: fields.text,
    loanId: fields.id,
    applicationId: fields.id,
    customerId: fields.id,
    ownerId: fields.id,
    step: fields.count,
    overdueSince: fields.date,
    daysPastDue: fields.count,
    overdueFen: fields.fen,
    state: oneOf(ARREARS_TASK_STATES),
    openedAt: fields.instant,
    dueAt: fields.optionalInstant,
    contact: {
      type: record({
        interactionId: fields.text,
        heldAt: fields.instant,
        way: oneOf(INFORMING_WAYS),
        result: oneOf(ARREARS_RESULTS),
      }),
      default: null,
    },
    recallReason: fields.optionalText,
    endedBy: fields.optionalText,
    endedAt: fields.optionalInstant,
  },
  indexes: [
    { name: 'handoff', keys: { handoffId: 1 }, why: 'one task per handoff, whatever races', options: { unique: true } },
    {
      name: 'openLoan',
      keys: { loanId: 1 },
      why: 'what is open about a loan: one conversation ends all of it, and so does the money',
      options: { partialFilterExpression: { state: 'open' } },
    },
    { name: 'newest', keys: { state: 1, _id: -1 }, why: 'the tasks in a state, newest first' },
    { name: 'owner', keys: { ownerId: 1, _id: -1 }, why: 'the tasks of a person, newest first' },
    { name: 'ownerState', keys: { ownerId: 1, state: 1, _id: -1 }, why: 'the tasks of a person in a state' },
    { name: 'customer', keys: { customerId: 1, _id: -1 }, why: 'the tasks about a customer: they go with him' },
    ...dueIndexes({ field: 'dueAt', type: 'date', owner: 'ownerId', what: 'customers who have to be spoken with about arrears' }),
  ],
});
