import { z } from 'zod';
import { defineEvents } from '../define.js';
import { fenField, hashField, id, instantField, participantsField, rateField } from '../fields.js';

export const RISK_RATINGS = ['LOW', 'MEDIUM', 'HIGH'] as const;
export const RISK_RECOMMENDATIONS = ['APPROVE', 'APPROVE_WITH_CONDITIONS', 'REJECT', 'REFER'] as const;
/** Why an alert is taken further. */
export const ALERT_ESCALATIONS = [
  ...(['NOT_ACKNOWLEDGED', 'NOT_ASSESSED', 'NOT_MEASURED', 'NOT_CLOSED', 'RAISED_TO_HIGH', 'MEASURE_INEFFECTIVE', 'BY_HAND'] as const),
] as const;
export const WATCH_ESCALATIONS = ['NO_TRACKER_OR_PLAN', 'REVIEW_OVERDUE'] as const;
export type RiskRating = (typeof RISK_RATINGS)[number];
export type RiskRecommendation = (typeof RISK_RECOMMENDATIONS)[number];

/** The figures of a final risk report that a decision rests on. */
export const reportFields = {
  applicationId: id('app'),
  investigationId: id('inv'),
  reportId: id('rep'),
  reportVersion: z.int().min(1),
  reportHash: hashField,
  rating: z.enum(RISK_RATINGS),
  recommendation: z.enum(RISK_RECOMMENDATIONS),
  score: z.int(),
  scorecardId: z.string(),
  scorecardVersion: z.int(),
  /** SHA-256 of the scorecard; reports from before cards were kept as rows have none. */
  scorecardHash: hashField.optional(),
  recommendedAmountFen: fenField,
  recommendedTermMonths: z.int(),
  recommendedAnnualRate: rateField.nullable(),
  participants: participantsField,
};

export const riskEvents = defineEvents({
  'risk.report-finalised.v1': {
    subject: 'app',
    to: ['sales'],
    description: 'The risk assessment report (风险评估报告) is final and immutable (gate G3).',
    data: z.object(reportFields),
  },
  'risk.alert-raised.v1': {
    subject: 'alt',
    to: [],
    description: 'A risk alert was raised; HIGH ones are major matters.',
    data: z.object({
      alertId: id('alt'),
      category: z.enum(['CREDIT', 'MARKET', 'POLICY']),
      level: z.enum(RISK_RATINGS),
      aboutId: z.string(),
      raisedBy: z.string(),
    }),
  },
  'risk.handoff-paused.v1': {
    subject: 'app',
    to: [],
    description: 'Work that risk owes can not go on until another department has answered: its clock stands still, for this reason [8.6].',
    data: z.object({ handoffId: id('hof'), handoff: z.string(), at: instantField, reason: z.string(), employeeId: id('emp') }),
  },
  'risk.handoff-resumed.v1': {
    subject: 'app',
    to: [],
    description: 'The answer is there: a clock that stood still for one of these reasons goes on [8.6].',
    data: z.object({ handoffId: id('hof'), handoff: z.string(), at: instantField, reasons: z.array(z.string()) }),
  },
  'risk.alert-escalated.v1': {
    subject: 'alt',
    to: [],
    description: 'An alert needs more than its deadline gives: nobody took it up in time, it became HIGH, or a measure did not work.',
    data: z.object({
      alertId: id('alt'),
      category: z.enum(['CREDIT', 'MARKET', 'POLICY']),
      level: z.enum(RISK_RATINGS),
      aboutId: z.string(),
      cause: z.enum(ALERT_ESCALATIONS),
      /** Makes one escalation differ from the next of the same alert. */
      escalationNo: z.int().min(1),
    }),
  },
  'risk.watch-escalated.v1': {
    subject: 'wat',
    to: [],
    description: 'A customer under special watch has no dedicated person, no risk-control plan, or no review in time [7.5, 7.6].',
    data: z.object({ watchId: id('wat'), aboutId: z.string(), cause: z.enum(WATCH_ESCALATIONS), escalationNo: z.int().min(1) }),
  },
  'risk.deadline-reminded.v1': {
    subject: '*',
    to: [],
    description: 'A deadline of an alert or of a watched customer comes near; the people named are told, once.',
    data: z.object({ about: z.string(), step: z.string(), employeeIds: z.array(id('emp')), dueAt: instantField }),
  },
  'risk.freeze-lifted.v1': {
    subject: 'alt',
    to: ['finance'],
    description: 'A measure of kind FREEZE is lifted: what is approved for the borrower may be paid out again [7.4].',
    data: z.object({ measureId: id('mea'), alertId: id('alt'), customerId: id('cus'), liftedBy: id('emp') }),
  },
});
