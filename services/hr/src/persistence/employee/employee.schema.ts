import { ROLES } from '@weilend/contracts';
import { DEPARTMENTS } from '@weilend/kernel';
import { defineCollection, fields } from '@weilend/mongo';

export const employeeCollection = defineCollection({
  name: 'employees',
  fields: {
    employeeNo: fields.text,
    name: fields.text,
    department: { type: String, default: null, enum: [...DEPARTMENTS, null] },
    roles: { type: [{ type: String, enum: ROLES }], required: true },
    managerId: fields.optionalText,
    hiredOn: fields.date,
    active: fields.flag,
    deactivatedAt: fields.optionalInstant,
    leadsSales: fields.flag,
  },
  indexes: [
    { name: 'employeeNo', keys: { employeeNo: 1 }, why: 'sign-in by number; one person per number', options: { unique: true } },
    {
      name: 'oneSalesManager',
      keys: { leadsSales: 1 },
      why: 'exactly one active sales manager, whatever races [2.1]',
      options: { unique: true, partialFilterExpression: { leadsSales: true } },
    },
    { name: 'department', keys: { department: 1, active: 1 }, why: 'the people of a department' },
  ],
});
