import type { CollectionDefinition } from '@weilend/mongo';
import { OPEN_IMPORTS } from '../../domain/import/import-run.machine.js';
import { leadCollection } from '../acquisition/lead.schema.js';
import { activityCollection, campaignCollection } from '../acquisition/source.schema.js';
import { arrearsTaskCollection } from '../after-loan/arrears-task.schema.js';
import { securityTaskCollection } from '../after-loan/security-task.schema.js';
import { applicationCollection } from '../application/application.schema.js';
import { customerEventCollection } from '../care/event.schema.js';
import { ticketCollection } from '../care/feedback.schema.js';
import { surveyInvitationCollection } from '../care/survey.schema.js';
import { followUpCollection, plannedVisitCollection } from '../care/visit.schema.js';
import { amendmentCollection } from '../contract/amendment.schema.js';
import { contractCollection } from '../contract/contract.schema.js';
import { enquiryCollection, proposalCollection } from '../enquiry/enquiry.schema.js';
import { interactionCollection } from '../enquiry/interaction.schema.js';
import { importRunCollection } from '../import/import.schema.js';
import { salesProblemCollection } from '../team/team.schema.js';
import { customerCollection } from './customer.schema.js';

/** Work that somebody of sales has: a row while it matches `open`, his whom the field names. */
export interface OpenWork {
  readonly collection: CollectionDefinition;
  readonly ownerField: string;
  readonly open: Readonly<Record<string, unknown>>;
}

const ONE_DAY = { $type: 'string' };
const A_MOMENT = { $type: 'date' };

/** Files and feedback have rules of their own when they change hands; everything else goes to whoever takes over. */
export const customerWork: OpenWork = { collection: customerCollection, ownerField: 'ownerId', open: { mergedInto: null } };
export const ticketWork: OpenWork = { collection: ticketCollection, ownerField: 'ownerId', open: { state: { $ne: 'closed' } } };
export const leadWork: OpenWork = {
  ...{ collection: leadCollection, ownerField: 'salespersonId', open: { state: { $in: ['new', 'enquiring'] } } },
};

const work = (collection: CollectionDefinition, ownerField: string, open: OpenWork['open']): OpenWork => ({ collection, ownerField, open });

/** What stays with somebody who left unless it is given away; nothing of his is forgotten as long as it has a line here [2.13]. */
export const restWork: readonly OpenWork[] = [
  work(enquiryCollection, 'salespersonId', { closed: null }),
  work(proposalCollection, 'salespersonId', { expiresOn: ONE_DAY }),
  work(interactionCollection, 'salespersonId', { nextStepDueOn: ONE_DAY }),
  work(applicationCollection, 'salespersonId', { $or: [{ desk: { $ne: 'withdrawn' } }, { taskDueAt: A_MOMENT }] }),
  work(contractCollection, 'salespersonId', { state: 'draft' }),
  work(amendmentCollection, 'salespersonId', { signDueAt: A_MOMENT }),
  work(plannedVisitCollection, 'salespersonId', { dueOn: ONE_DAY }),
  work(followUpCollection, 'ownerId', { dueOn: ONE_DAY }),
  work(surveyInvitationCollection, 'salespersonId', { state: 'invited' }),
  work(customerEventCollection, 'hostId', { dueOn: ONE_DAY }),
  work(activityCollection, 'ownerId', { resultDueOn: ONE_DAY }),
  work(campaignCollection, 'ownerId', { closedOn: null }),
  work(securityTaskCollection, 'ownerId', { dueOn: ONE_DAY }),
  work(arrearsTaskCollection, 'ownerId', { dueAt: A_MOMENT }),
  // What was solved and is found not to be comes back to who had it.
  work(salesProblemCollection, 'ownerId', { state: { $in: ['in-hand', 'solved'] } }),
  work(importRunCollection, 'ownerId', { state: { $in: OPEN_IMPORTS } }),
  work(importRunCollection, 'salespersonId', { state: { $in: OPEN_IMPORTS } }),
];

export const openWork: readonly OpenWork[] = [customerWork, leadWork, ticketWork, ...restWork];

/** Fields that name somebody and are no work of his, with the reason. */
export const noWork: Readonly<Record<string, string>> = {
  'feedback_tickets.salespersonId': 'whose customer he was when it came in: the figures of that time',
  'feedback_tickets.aboutEmployeeId': 'who is complained about',
  'return_visits.salespersonId': 'who made the visit',
  'satisfaction_marks.salespersonId': 'whose customer he was on that day',
  'customer_event_invitations.salespersonId': 'whose customer he was when he was invited: the effect of the event',
  'business_changes.salespersonId': 'whose customer he was when it was seen',
  'work_logs.employeeId': 'whose day it was',
  'market_reports.authorId': 'who wrote it',
  'job_marks.employeeId': 'whose work is marked: the question goes back when he leaves',
  'job_marks.supervisorId': 'the manager sees every mark that a superior owes, and may give it for him',
  'reminders.employeeId': 'ends with the next pass, when somebody else owes it',
  'sales_areas.salespersonIds': 'who left is passed over when leads are given out; the manager keeps the list',
};
