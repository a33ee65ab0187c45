import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { LEAVE_KINDS } from '../../domain/employee/leave.js';
import { LEAVE_STATES } from '../../domain/employee/leave.machine.js';

export const leaveCollection = defineCollection({
  name: 'leaves',
  fields: {
    employeeId: fields.id,
    managerId: fields.optionalText,
    kind: oneOf(LEAVE_KINDS),
    from: fields.date,
    to: fields.date,
    standInId: fields.optionalText,
    /** Encrypted, as is the reason of the decision: an illness is nobody else's affair. */
    reason: fields.optionalText,
    state: oneOf(LEAVE_STATES),
    requestedAt: fields.instant,
    decidedBy: fields.optionalText,
    decidedAt: fields.optionalInstant,
    decisionReason: fields.optionalText,
  },
  indexes: [
    { name: 'employee', keys: { employeeId: 1, _id: -1 }, why: 'the leaves of a person; what of them touches a period' },
    { name: 'manager', keys: { managerId: 1, _id: -1 }, why: 'what the people of a manager asked for' },
    { name: 'standIn', keys: { standInId: 1, _id: -1 }, why: 'for whom somebody stands in' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'what waits for a decision' },
    { name: 'day', keys: { state: 1, to: 1, from: 1, employeeId: 1 }, why: 'who is on leave on a day; only what has not ended is read' },
  ],
});
