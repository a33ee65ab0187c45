import type { CollectionDefinition } from '@weilend/mongo';
import type { ReminderKind } from '../../domain/reminder/reminder.js';
import { customerCollection } from '../customer/customer.schema.js';
import { enquiryCollection } from '../enquiry/enquiry.schema.js';
import { salesProblemCollection } from '../team/team.schema.js';

/** Where a kind of deadline is stored: the document owes something while it matches `open`. */
export interface DeadlineSource {
  readonly kind: ReminderKind;
  readonly collection: CollectionDefinition;
  readonly open: Readonly<Record<string, unknown>>;
  /** A local date is due at the end of its day, and reminded of in its morning; an instant at itself, after a share of its time. */
  readonly due: { readonly field: string; readonly as: 'DATE' | 'INSTANT'; readonly openedField: string | null };
  readonly ownerField: string;
  readonly escalates: boolean;
}

/** Every deadline that somebody of sales owes; one line makes a new one be remembered. */
export const deadlineSources: readonly DeadlineSource[] = [
  {
    ...{ kind: 'ENQUIRY_RESPONSE', collection: enquiryCollection, open: { firstRespondedAt: null }, escalates: true },
    ...{ due: { field: 'firstResponseDueAt', as: 'INSTANT', openedField: 'receivedAt' }, ownerField: 'salespersonId' },
  },
  {
    ...{ kind: 'RETURN_VISIT', collection: customerCollection, open: {}, escalates: false },
    ...{ due: { field: 'nextVisitOn', as: 'DATE', openedField: null }, ownerField: 'ownerId' },
  },
  {
    ...{ kind: 'PROBLEM', collection: salesProblemCollection, open: { state: 'in-hand' }, escalates: true },
    ...{ due: { field: 'dueOn', as: 'DATE', openedField: null }, ownerField: 'ownerId' },
  },
];
