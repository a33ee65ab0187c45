import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Decision } from '../decision/decide.js';
import { aCase, TODAY } from './committee.builder.js';

/** A conditional approval with two conditions, valid until 2027-02-21. */
export function aDecision(change: Partial<Decision> = {}): Decision {
  const { report, participants, asked } = aCase();
  const condition = (conditionId: string, text: string) => ({
    conditionId,
    text,
    ownerId: 'emp_seller',
    dueOn: addDays(TODAY, 10),
    evidenceKind: 'GUARANTEE' as const,
    evidence: null,
    confirmedBy: null,
    waivedReason: null,
  });
  return {
    id: 'dec_1',
    caseId: 'cas_1',
    applicationId: 'app_1',
    salespersonId: 'emp_seller',
    state: 'awaiting-conditions',
    result: 'CONDITIONAL',
    terms: asked,
    conditions: [condition('cnd_1', '追加配偶保证'), condition('cnd_2', '办理保险')],
    reasons: [],
    report,
    policyVersion: 3,
    policyHash: 'c'.repeat(64),
    opinions: [],
    authority: 'SMALL',
    tally: { base: 3, needed: 2, cast: 2, yes: 2, no: 0, quorate: true, passed: true },
    vetoed: false,
    participants,
    decidedBy: 'emp_sec',
    decidedOn: TODAY,
    validUntil: '2027-02-21' as LocalDate,
    lapsedReason: null,
    tookMinutes: 60,
    conditionDueOn: addDays(TODAY, 10),
    ...{ conditionRemindedFor: null, conditionChange: null, reconsiders: null },
    ...change,
  };
}
