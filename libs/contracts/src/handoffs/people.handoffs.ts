import { z } from 'zod';
import { defineHandoffs } from '../define.js';
import { id, instantField } from '../fields.js';

/** Work about the company's own people. */
export const peopleHandoffs = defineHandoffs({
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
