import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { CASE_ENDS } from '../domain/collection/collection-case.js';
import { CASE_STATES } from '../domain/collection/collection-case.machine.js';
import { CONTACT_CHANNELS, CONTACT_PARTIES, CONTACT_RESULTS, THIRD_PARTY_REASONS } from '../domain/collection/collection-contact.js';
import { PROMISE_STATES } from '../domain/collection/payment-promise.machine.js';

const optionalOneOf = (values: readonly string[]) => ({ type: String, default: null, enum: [...values, null] });

const hardshipRecord = record({ reason: fields.text, since: fields.date, notedBy: fields.text });

const OPEN_ONLY = { partialFilterExpression: { state: 'OPEN' } };

/** Work on late loans; the list of late loans is made of the loans themselves, so a loan without a case is not lost. */
export const collectionCaseCollection = defineCollection({
  name: 'collection_cases',
  fields: {
    loanId: fields.id,
    customerId: fields.id,
    salespersonId: fields.id,
    state: oneOf(CASE_STATES),
    overdueSince: fields.date,
    openedOn: fields.date,
    collectorId: fields.optionalText,
    nextActionOn: fields.optionalDate,
    hardship: { type: hardshipRecord, default: null },
    contacts: fields.count,
    /** Absent in rows of before the ladder. */
    arrearsStep: { type: Number, default: 0 },
    lastContactId: fields.optionalText,
    promiseId: fields.optionalText,
    promiseState: optionalOneOf(PROMISE_STATES),
    closedOn: fields.optionalDate,
    closedBy: optionalOneOf(CASE_ENDS),
  },
  indexes: [
    { name: 'openLoan', keys: { loanId: 1 }, why: 'one open case per loan, whatever races', options: { unique: true, ...OPEN_ONLY } },
    { name: 'loan', keys: { loanId: 1, _id: -1 }, why: 'the cases of a loan' },
    { name: 'collector', keys: { collectorId: 1, nextActionOn: 1 }, why: 'what a collector works on', options: OPEN_ONLY },
    { name: 'nextAction', keys: { nextActionOn: 1 }, why: 'what is to be done by a day', options: OPEN_ONLY },
    { name: 'promise', keys: { promiseState: 1 }, why: 'cases by how their promise went', options: OPEN_ONLY },
  ],
});

/** Contacts, one row each, never changed. The name of a third person is encrypted; the blind index finds what he refused. */
export const collectionContactCollection = defineCollection({
  name: 'collection_contacts',
  fields: {
    caseId: fields.id,
    loanId: fields.id,
    customerId: fields.id,
    salespersonId: fields.id,
    channel: oneOf(CONTACT_CHANNELS),
    whom: oneOf(CONTACT_PARTIES),
    result: oneOf(CONTACT_RESULTS),
    effectiveVoice: fields.flag,
    tookPlaceAt: fields.instant,
    on: fields.date,
    personName: fields.optionalText,
    personIndex: fields.optionalText,
    maskedPerson: fields.optionalText,
    guaranteeRef: fields.optionalText,
    thirdPartyReason: optionalOneOf(THIRD_PARTY_REASONS),
    note: { type: String, default: '' },
    recordingRef: fields.optionalText,
    promiseId: fields.optionalText,
    recordedBy: fields.text,
    recordedAt: fields.instant,
  },
  indexes: [
    { name: 'loan', keys: { loanId: 1, _id: -1 }, why: 'the contacts of a loan, newest first' },
    { name: 'debtorDay', keys: { customerId: 1, on: 1 }, why: 'how often a debtor was spoken to on a day' },
    { name: 'person', keys: { customerId: 1, personIndex: 1 }, why: 'whether a person has refused', options: { sparse: true } },
  ],
});

/** One row per debtor; every contact with him writes it, so that two at once cannot both be the last that is allowed. */
export const collectionDebtorCollection = defineCollection({ name: 'collection_debtors', fields: { contacts: fields.count } });

export const paymentPromiseCollection = defineCollection({
  name: 'payment_promises',
  fields: {
    loanId: fields.id,
    caseId: fields.id,
    customerId: fields.id,
    salespersonId: fields.id,
    contactId: fields.id,
    amountFen: fields.fen,
    madeOn: fields.date,
    byOn: fields.date,
    state: oneOf(PROMISE_STATES),
    receivedFen: fields.optionalFen,
    endedOn: fields.optionalDate,
    cancelReason: fields.optionalText,
  },
  indexes: [
    {
      name: 'openLoan',
      keys: { loanId: 1 },
      why: 'one promise at a time per loan, whatever races',
      options: { unique: true, ...OPEN_ONLY },
    },
    { name: 'due', keys: { byOn: 1, _id: 1 }, why: 'promises whose day has passed', options: OPEN_ONLY },
    { name: 'loan', keys: { loanId: 1, _id: -1 }, why: 'the promises of a loan' },
    { name: 'broken', keys: { loanId: 1, state: 1 }, why: 'how many promises of a loan were broken' },
  ],
});

/** What the work of a business date did; the row says that the date is done. */
export interface CollectionDayRow {
  readonly _id: string;
  readonly opened: number;
  readonly closed: number;
  readonly judged: number;
  /** Handoffs to sales; absent in rows of before the ladder. */
  readonly asked?: number;
  readonly doneAt: Date;
}

export const collectionDayCollection = defineCollection({
  name: 'collection_days',
  fields: { opened: fields.count, closed: fields.count, judged: fields.count, asked: { type: Number, default: 0 }, doneAt: fields.instant },
});
