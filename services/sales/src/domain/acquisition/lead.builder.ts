import type { Lead } from '../enquiry/lead.js';
import { noProgress } from './lead-progress.js';

// For the specs of this part: a lead as the website brings it, an hour after opening, looked after by one salesperson.

export const RECEIVED = new Date('2026-11-23T02:00:00Z');

/** A lead, changed as the spec needs it. */
export function leadBuilder(change: Partial<Lead> = {}): Lead {
  return {
    ...{ id: 'led_1', version: 1, state: 'new', channel: 'ONLINE', onlineSource: 'WEBSITE', salespersonId: 'emp_1' },
    ...{ activityId: null, referrerId: null, partnerId: null, campaignId: null, contactName: '王先生', phone: '13800138000' },
    ...{ note: null, customerId: null, lostCause: null, lostBecause: null, createdAt: RECEIVED, createdBy: 'emp_1', district: null },
    ...{ sourceDetail: null, interest: { amountFen: null, purpose: null }, promisedResponseAt: new Date('2026-11-23T03:00:00Z') },
    ...{ firstRespondedAt: null, contacts: [], nextContactOn: null, assignments: [], enquiredAt: null, convertedAt: null, lostAt: null },
    ...{ reopened: null, duplicateBecause: null, progress: noProgress, views: [], ...change },
  };
}

/** The code with which an act is refused, or what it gives. */
export function codeOf<T>(act: () => T): string | T {
  try {
    return act();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
