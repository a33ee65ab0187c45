import { z } from 'zod';
import { defineHandoffs } from '../define.js';
import { id, instantField } from '../fields.js';

const SEVERITIES = ['MINOR', 'SERIOUS', 'SEVERE'] as const;

/** Work about the company's own people. */
export const peopleHandoffs = defineHandoffs({
  'appraise-violation': {
    from: 'compliance',
    to: 'hr',
    subject: 'vio',
    deadline: '5d',
    description: 'Take a confirmed violation into the appraisal of the person.',
    completedBy: 'stands on the appraisal sheet, or returned when nobody of the company is meant',
    data: z.object({ violationId: id('vio'), employeeId: id('emp'), kind: z.string(), severity: z.enum(SEVERITIES) }),
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
});
