import { z } from 'zod';
import { defineHandoffs } from '../define.js';
import { RISK_RATINGS } from '../events/risk.events.js';
import { id, participantsField } from '../fields.js';

export const RISK_CATEGORIES = ['CREDIT', 'MARKET', 'POLICY'] as const;
/** Kind of a risk (风险类别). */
export type RiskCategory = (typeof RISK_CATEGORIES)[number];

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
});
