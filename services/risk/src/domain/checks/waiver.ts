import { DomainError } from '@weilend/kernel';
import type { Investigation } from '../investigation/investigation.js';
import { writtenText } from './written-text.js';

// The four methods of the investigation (四种调查方式). A method may be left out with a reason that the report shows, except the site
// visit and the bureau: without having been there and without the bureau's word nobody can judge a borrower.

export const CHECK_METHODS = ['SITE_VISIT', 'PHONE_VERIFICATION', 'BUREAU_INQUIRY', 'DATA_ANALYSIS'] as const;
export type CheckMethod = (typeof CHECK_METHODS)[number];

export interface CheckWaiver {
  readonly method: CheckMethod;
  readonly reason: string;
  readonly waivedBy: string;
  readonly waivedAt: Date;
}

const WAIVABLE: readonly CheckMethod[] = ['PHONE_VERIFICATION', 'DATA_ANALYSIS'];

/** Checks a waiver; throws CHECK_NOT_WAIVABLE, CHECK_ALREADY_RECORDED or TEXT_MISSING [4.10]. */
export function checkWaiver(investigation: CheckState, waiver: CheckWaiver): CheckWaiver {
  const { method } = waiver;
  if (!WAIVABLE.includes(method)) throw new DomainError('CHECK_NOT_WAIVABLE', { check: method }, 'method');
  if (stateOfCheck(investigation, method) !== 'MISSING') throw new DomainError('CHECK_ALREADY_RECORDED', { check: method }, 'method');
  return { ...waiver, reason: writtenText(waiver.reason, 'reason', 10) };
}

type CheckState = Pick<Investigation, 'siteVisits' | 'phoneVerifications' | 'bureau' | 'dataAnalyses' | 'waivers'>;

/** Where one method stands. A bureau inquiry counts when it was answered. */
export function stateOfCheck(investigation: CheckState, method: CheckMethod): 'RECORDED' | 'WAIVED' | 'MISSING' {
  const recorded = {
    SITE_VISIT: investigation.siteVisits.length > 0,
    PHONE_VERIFICATION: investigation.phoneVerifications.length > 0,
    BUREAU_INQUIRY: investigation.bureau?.state === 'ANSWERED',
    DATA_ANALYSIS: investigation.dataAnalyses.length > 0,
  }[method];
  if (recorded) return 'RECORDED';
  return investigation.waivers.some((one) => one.method === method) ? 'WAIVED' : 'MISSING';
}
