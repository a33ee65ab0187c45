import { z } from 'zod';
import { defineHandoffs } from '../define.js';
import { RISK_RATINGS } from '../events/risk.events.js';
import { dateField, id, participantsField } from '../fields.js';

export const RISK_CATEGORIES = ['CREDIT', 'MARKET', 'POLICY'] as const;
/** Kind of a risk (风险类别). */
export type RiskCategory = (typeof RISK_CATEGORIES)[number];

/** A measure against a risk as risk hands it over (风险措施); the receiver works by its own verbs and says what came of it [7.4]. */
const measureFields = {
  measureId: id('mea'),
  alertId: id('alt'),
  participants: participantsField,
  customerId: id('cus'),
  /** Null before the payout, and where the whole borrower is meant. */
  loanId: id('lon').nullable(),
  applicationId: id('app').nullable(),
  /** Who sees to it that it is done. */
  ownerId: id('emp'),
  dueOn: dateField,
  /** In words, without numbers of persons. */
  reason: z.string(),
};

/** From a warning sign to what is done about it. */
export const alertHandoffs = defineHandoffs({
  'assess-alert': {
    from: 'sales',
    to: 'risk',
    subject: 'app',
    deadline: '1d',
    description: 'Assess a warning sign or misuse of funds and decide on a measure.',
    completedBy: 'measure decided',
    data: z.object({
      applicationId: id('app'),
      participants: participantsField,
      /** Null before the payout. */
      loanId: id('lon').nullable(),
      /** The warning, or the inspection that found it: one signal raises one alert. */
      signalId: z.string(),
      category: z.enum(RISK_CATEGORIES),
      level: z.enum(RISK_RATINGS),
      /** In words, without numbers of persons. */
      text: z.string(),
    }),
  },
  'apply-finance-measure': {
    from: 'risk',
    to: 'finance',
    subject: 'alt',
    deadline: '2d',
    description: 'Carry out a measure against a risk: collect early, change amount or term, or freeze what is still to be paid out.',
    completedBy: 'applied (a freeze by machine, new terms with the approval of the restructure), or returned with a reason',
    data: z.object({ ...measureFields, kind: z.enum(['EARLY_COLLECTION', 'CHANGE_AMOUNT_OR_TERM', 'FREEZE']) }),
  },
  'apply-sales-measure': {
    from: 'risk',
    to: 'sales',
    subject: 'alt',
    deadline: '2d',
    description: 'Get more security from the customer: a guarantor, a pledge, a mortgage.',
    completedBy: 'evidence of the security, or returned with a reason',
    data: z.object({ ...measureFields, kind: z.enum(['MORE_SECURITY']) }),
  },
});
