import { expect, test } from '@jest/globals';
import { checkSegregation, PARTICIPANT_ROLES } from '@weilend/contracts';
import { conflictOf } from '../../domain/case/approval-case.js';

// The domain may not import the shared rule of segregation; what it says of voters must be the same.

const refuses = (held: (typeof PARTICIPANT_ROLES)[number]): boolean => {
  try {
    checkSegregation([{ role: held, employeeId: 'emp_a' }], { role: 'VOTER', employeeId: 'emp_a' });
    return false;
  } catch {
    return true;
  }
};

test.each(PARTICIPANT_ROLES)('[7.3, G4] who is %s: the committee and the shared rule say the same of his vote', (role) => {
  expect(conflictOf({ participants: [{ role, employeeId: 'emp_a' }] }, 'emp_a') !== null).toBe(refuses(role));
  expect(conflictOf({ participants: [{ role, employeeId: 'emp_a' }] }, 'emp_b')).toBeNull();
});
