import type { CollectionDefinition } from '@weilend/mongo';
import type { ReminderKind } from '../../domain/reminder/reminder.js';
import { leadCollection } from '../acquisition/lead.schema.js';
import { activityCollection, campaignCollection } from '../acquisition/source.schema.js';
import { arrearsTaskCollection } from '../after-loan/arrears-task.schema.js';
import { securityTaskCollection } from '../after-loan/security-task.schema.js';
import { applicationCollection } from '../application/application.schema.js';
import { customerEventCollection } from '../care/event.schema.js';
import { ticketCollection } from '../care/feedback.schema.js';
import { followUpCollection } from '../care/visit.schema.js';
import { amendmentCollection } from '../contract/amendment.schema.js';
import { contractCollection } from '../contract/contract.schema.js';
import { customerCollection } from '../customer/customer.schema.js';
import { enquiryCollection, proposalCollection } from '../enquiry/enquiry.schema.js';
import { interactionCollection } from '../enquiry/interaction.schema.js';
import { salesProblemCollection } from '../team/team.schema.js';

/** Where a kind of deadline is stored: the document owes something while it matches `open` and its due field is filled. */
export interface DeadlineSource {
  readonly kind: ReminderKind;
  readonly collection: CollectionDefinition;
  readonly open: Readonly<Record<string, unknown>>;
  /** A local date is due at the end of its day, and reminded of in its morning; an instant at itself, after a share of its time. */
  readonly due: { readonly field: string; readonly as: 'DATE' | 'INSTANT'; readonly openedField: string | null };
  /** Null where it is the manager's by its kind; what nobody owns is his too. */
  readonly ownerField: string | null;
  /** What nobody has may be owed as well. */
  readonly ownerless: boolean;
  readonly escalates: boolean;
}

type Rest = Partial<Pick<DeadlineSource, 'open' | 'ownerField' | 'ownerless' | 'escalates'>>;

const USUAL = { open: {}, ownerField: 'salespersonId', ownerless: false, escalates: true } as const;

const onDay = (kind: ReminderKind, collection: CollectionDefinition, field: string, rest: Rest = {}): DeadlineSource => ({
  ...{ ...USUAL, kind, collection, due: { field, as: 'DATE', openedField: null } },
  ...rest,
});
const until = (
  kind: ReminderKind,
  collection: CollectionDefinition,
  [field, openedField]: readonly [string, string | null],
  rest: Rest = {},
): DeadlineSource => ({
  ...{ ...USUAL, kind, collection, due: { field, as: 'INSTANT', openedField } },
  ...rest,
});

/** Every deadline that somebody of sales owes; one line makes a new one be remembered. */
export const deadlineSources: readonly DeadlineSource[] = [
  until('LEAD_RESPONSE', leadCollection, ['firstResponseDueAt', 'createdAt'], { ownerless: true }),
  onDay('LEAD_CONTACT', leadCollection, 'nextContactOn', { ownerless: true, escalates: false }),
  until('ENQUIRY_RESPONSE', enquiryCollection, ['responseDueAt', 'receivedAt']),
  until('PROPOSAL', enquiryCollection, ['proposalDueAt', 'needsKnownAt']),
  onDay('PROPOSAL_EXPIRY', proposalCollection, 'expiresOn', { escalates: false }),
  onDay('NEXT_STEP', interactionCollection, 'nextStepDueOn', { escalates: false }),
  until('SUPPLEMENT', applicationCollection, ['supplementDueAt', 'supplementOpenedAt']),
  until('INFORM_CUSTOMER', applicationCollection, ['taskDueAt', 'taskOpenedAt']),
  until('ANSWER_RISK', applicationCollection, ['questionDueAt', 'questionOpenedAt']),
  onDay('CONDITION', applicationCollection, 'conditionDueOn'),
  onDay('DOCUMENT_EXPIRY', applicationCollection, 'documentExpiresOn', { escalates: false }),
  onDay('SIGN_CONTRACT', contractCollection, 'signDueOn', { open: { state: 'draft' } }),
  until('SIGN_AMENDMENT', amendmentCollection, ['signDueAt', 'openedAt']),
  onDay('INSPECTION', applicationCollection, 'inspectionDueOn'),
  // Who reported it has done his part: the superior acknowledges.
  until('WARNING', applicationCollection, ['warningDueAt', null], { ownerField: null }),
  onDay('RETURN_VISIT', customerCollection, 'visitDueOn', { ownerField: 'ownerId', escalates: false }),
  onDay('FOLLOW_UP', followUpCollection, 'dueOn', { ownerField: 'ownerId' }),
  until('FEEDBACK', ticketCollection, ['dueAt', 'openedAt'], { ownerField: 'ownerId' }),
  onDay('CUSTOMER_EVENT', customerEventCollection, 'dueOn', { ownerField: 'hostId', escalates: false }),
  onDay('ACTIVITY_RESULT', activityCollection, 'resultDueOn', { ownerField: 'ownerId' }),
  onDay('CAMPAIGN_CLOSING', campaignCollection, 'closingDueOn', { ownerField: 'ownerId' }),
  onDay('SECURITY', securityTaskCollection, 'dueOn', { ownerField: 'ownerId' }),
  until('ARREARS', arrearsTaskCollection, ['dueAt', 'openedAt'], { ownerField: 'ownerId' }),
  onDay('PROBLEM', salesProblemCollection, 'dueOn', { open: { state: 'in-hand' }, ownerField: 'ownerId', ownerless: true }),
];
