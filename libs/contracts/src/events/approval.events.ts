import { z } from 'zod';
import { defineEvents } from '../define.js';
import { dateField, hashField, id, participantsField, termsFields } from '../fields.js';

export const DECISION_RESULTS = ['APPROVED', 'CONDITIONAL', 'REJECTED'] as const;
/** The three results of [4.13]. */
export type DecisionResult = (typeof DECISION_RESULTS)[number];

export const approvalEvents = defineEvents({
  'approval.decision-made.v1': {
    subject: 'app',
    to: ['sales', 'risk', 'finance', 'compliance'],
    description: 'The committee decided: approved, conditional or rejected, citing report and policy version.',
    data: z.object({
      applicationId: id('app'),
      /** The borrower that was decided on; a contract in another name rests on no decision. */
      customerId: id('cus').optional(),
      caseId: id('cas'),
      decisionId: id('dec'),
      result: z.enum(DECISION_RESULTS),
      /** Approved terms; null when rejected. */
      terms: z.object(termsFields).nullable(),
      validUntil: dateField.nullable(),
      conditionIds: z.array(id('cnd')),
      reportId: id('rep'),
      reportVersion: z.int(),
      reportHash: hashField,
      policyVersion: z.int(),
      /** SHA-256 of that version of the policy; decisions from before versions were hashed have none. */
      policyHash: hashField.optional(),
      /** The card by which the report was scored. */
      scorecardId: z.string().optional(),
      scorecardVersion: z.int().optional(),
      scorecardHash: hashField.optional(),
      /** SHA-256 of the minutes that were generated from the record. */
      minutesHash: hashField.optional(),
      participants: participantsField,
      decidedOn: dateField,
    }),
  },
  'approval.conditions-confirmed.v1': {
    subject: 'app',
    to: ['sales', 'finance'],
    description: 'Every condition of a conditional approval is confirmed; the contract may be signed.',
    data: z.object({ applicationId: id('app'), decisionId: id('dec'), confirmedBy: id('emp') }),
  },
  'approval.deadline-reminded.v1': {
    subject: 'app',
    to: [],
    description:
      'A circulated vote or a condition comes near its end and the person named still owes something: systems that ring take it from here.',
    data: z.object({
      kind: z.enum(['BALLOT', 'CONDITION']),
      /** The case or the decision. */
      about: z.string(),
      employeeId: id('emp'),
      dueAt: z.string(),
    }),
  },
  'approval.condition-changed.v1': {
    subject: 'app',
    to: ['sales'],
    description: 'The committee waived a condition or put off its day.',
    data: z.object({
      applicationId: id('app'),
      decisionId: id('dec'),
      conditionId: id('cnd'),
      kind: z.enum(['WAIVE', 'EXTEND']),
      newDueOn: dateField.nullable(),
    }),
  },
  'approval.decision-lapsed.v1': {
    subject: 'app',
    to: ['sales', 'finance'],
    description: 'An approval ran out before signing or was withdrawn; no money may follow it.',
    data: z.object({ applicationId: id('app'), decisionId: id('dec'), reason: z.string() }),
  },
});
