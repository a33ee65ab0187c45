import { ROLES } from '@weilend/contracts';
import { DEPARTMENTS } from '@weilend/kernel';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { EMPLOYEE_CHANGE_KINDS } from '../../domain/employee/employee-change.js';
import { LEAVING_CAUSES } from '../../domain/employee/employee.js';

const placement = {
  department: { type: String, default: null, enum: [...DEPARTMENTS, null] },
  roles: { type: [{ type: String, enum: ROLES }], required: true },
  managerId: fields.optionalText,
  position: fields.optionalText,
  level: fields.optionalText,
  hiredOn: fields.date,
  active: fields.flag,
  leftBecause: { type: String, default: null, enum: [...LEAVING_CAUSES, null] },
};

export const employeeCollection = defineCollection({
  name: 'employees',
  fields: {
    employeeNo: fields.text,
    name: fields.text,
    nameKey: fields.optionalText,
    ...placement,
    deactivatedAt: fields.optionalInstant,
    leadsSales: fields.flag,
    unconfirmedBy: { type: [String], default: [] },
  },
  indexes: [
    { name: 'employeeNo', keys: { employeeNo: 1 }, why: 'sign-in by number; one person per number', options: { unique: true } },
    {
      name: 'oneSalesManager',
      keys: { leadsSales: 1 },
      why: 'exactly one active sales manager, whatever races [2.1]',
      options: { unique: true, partialFilterExpression: { leadsSales: true } },
    },
    { name: 'page', keys: { active: 1, _id: 1 }, why: 'the list of people, by whether they are active' },
    { name: 'departmentPage', keys: { department: 1, active: 1, _id: 1 }, why: 'the people of a department, page by page' },
    { name: 'rolePage', keys: { roles: 1, active: 1, _id: 1 }, why: 'who holds a role, page by page' },
    { name: 'nameKey', keys: { nameKey: 1, active: 1 }, why: 'who had the name of a newcomer, however written, and does not come back' },
    { name: 'unconfirmed', keys: { unconfirmedBy: 1, _id: 1 }, why: 'whose power waits for a second person: a few' },
    { name: 'managerPage', keys: { managerId: 1, active: 1, _id: 1 }, why: 'whom somebody leads, page by page' },
  ],
});

/** Append-only: there is no save of a change. */
export const employeeChangeCollection = defineCollection({
  name: 'employee_changes',
  fields: {
    employeeId: fields.id,
    kind: oneOf(EMPLOYEE_CHANGE_KINDS),
    effectiveOn: fields.date,
    before: { type: record(placement), default: null },
    after: { type: record(placement), required: true },
    /** Encrypted: why somebody was moved or dismissed is his own affair. */
    reason: fields.optionalText,
    changedBy: fields.text,
    recordedAt: fields.instant,
  },
  indexes: [
    { name: 'employee', keys: { employeeId: 1, _id: -1 }, why: 'the history of a person, newest first' },
    { name: 'asOf', keys: { employeeId: 1, effectiveOn: -1, _id: -1 }, why: 'what held on a day: the last change until then' },
  ],
});
