import { z } from 'zod';
import { defineHandoffs } from '../define.js';
import { dateField, fenField, id, instantField } from '../fields.js';

const SEVERITIES = ['MINOR', 'SERIOUS', 'SEVERE'] as const;
const TOPICS = ['INDUSTRY', 'PRODUCT', 'SALES_SKILLS', 'CUSTOMER_SERVICE', 'RISK_MANAGEMENT', 'LAW'] as const;

/** Work about the company's own people. */
export const peopleHandoffs = defineHandoffs({
  'appraise-violation': {
    from: 'compliance',
    to: 'hr',
    subject: 'vio',
    deadline: '5d',
    description: 'Take a confirmed violation into the appraisal of the person.',
    completedBy: 'stands on the appraisal sheet, or returned when nobody of the company is meant',
    data: z.object({
      violationId: id('vio'),
      employeeId: id('emp'),
      kind: z.string(),
      severity: z.enum(SEVERITIES),
      confirmedOn: dateField.optional(),
    }),
  },
  'pay-bonus': {
    from: 'hr',
    to: 'finance',
    subject: 'emp',
    deadline: '5d',
    description:
      'Pay a bonus that was settled (奖金发放), once per person, quarter and kind; where the person is paid is known to finance only.',
    completedBy: 'paid, with the payment’s id, day and reference; or returned when it is refused',
    data: z.object({
      employeeId: id('emp'),
      quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
      kind: z.enum(['BONUS', 'DEFERRED_BONUS']),
      amountFen: fenField.positive(),
    }),
  },
  'plan-training': {
    from: 'hr',
    to: 'training',
    subject: 'emp',
    deadline: '10d',
    description: 'Give somebody a training: after a weak score, for a promotion, as an award.',
    completedBy: 'nominated for a session, or returned when nobody may be spared',
    data: z.object({
      employeeId: id('emp'),
      topic: z.enum(TOPICS).nullable(),
      reason: z.enum(['WEAK_SCORE', 'PROMOTION', 'AWARD', 'VIOLATION']),
      aboutId: z.string(),
    }),
  },
  'transfer-portfolio': {
    from: 'hr',
    to: 'sales',
    subject: 'emp',
    deadline: '3d',
    description: 'Give the customers of somebody who left to colleagues.',
    completedBy: 'every customer has an owner',
    data: z.object({ employeeId: id('emp'), leftAt: instantField }),
  },
  'mark-on-the-job': {
    from: 'training',
    to: 'sales',
    subject: 'trs',
    deadline: '10d',
    description: 'Mark how somebody works some months after a training, with what was observed (工作表现考核).',
    completedBy: 'marked by the superior with observed facts, or returned when nothing can be observed or the person has left',
    data: z.object({ sessionId: id('trs'), employeeId: id('emp'), supervisorId: id('emp'), dueOn: dateField }),
  },
});
