import { defineCollection, fields, oneOf } from '@weilend/mongo';

/** What was heard of other departments: the source of every fact, written once and never changed. */
export const heardCollection = defineCollection({
  name: 'appraisal_heard',
  fields: { employeeId: fields.text, aboutId: fields.text, saying: fields.json, closed: fields.texts },
  indexes: [{ name: 'about', keys: { aboutId: 1, _id: 1 }, why: 'what was heard about a subject, in order: facts are made again from it' }],
});

/** A loan as the appraisal of who sold it needs it. */
export const soldLoanCollection = defineCollection({
  name: 'sold_loans',
  fields: {
    employeeId: fields.text,
    customerId: fields.text,
    disbursedOn: fields.date,
    firstDueOn: fields.date,
    first: fields.flag,
    reversed: fields.flag,
    writtenOffOn: fields.optionalDate,
    balances: fields.json,
    standings: fields.json,
  },
  indexes: [{ name: 'customer', keys: { customerId: 1 }, why: 'the loans of two files that turn out to be of one customer' }],
});

export const factRebuildCollection = defineCollection({
  name: 'fact_rebuilds',
  fields: {
    state: oneOf(['RUNNING', 'DONE']),
    after: { type: String, default: '' },
    subjects: fields.count,
    done: fields.count,
    facts: fields.count,
    differing: fields.count,
    named: { type: [String], default: [] },
    keptHash: fields.text,
    rebuiltHash: fields.text,
    startedBy: fields.text,
    startedAt: fields.instant,
    endedAt: fields.optionalInstant,
  },
  indexes: [
    {
      name: 'oneRunning',
      keys: { state: 1 },
      why: 'one rebuild at a time, whatever races',
      options: { unique: true, partialFilterExpression: { state: 'RUNNING' } },
    },
  ],
});
