import { describe, expect, it } from '@jest/globals';
import type { Department, EmployeeActor } from '@weilend/kernel';
import { blankHandoff } from '../domain/board/handoff.js';
import { moverOf } from './handoff-movers.js';

const SELLER = 'emp_seller';
const person = (employeeId: string, department: Department, ...roles: string[]): EmployeeActor => ({
  kind: 'employee',
  ...{ employeeId, department, roles },
});
const work = {
  ...blankHandoff({ id: 'hof_1', kind: 'HANDOFF', type: 'sign-contract', from: 'approval', to: 'sales', subject: 'app_1' }),
  participants: [{ role: 'SALESPERSON' as const, employeeId: SELLER }],
};
const codeOf = (actor: EmployeeActor, row = work): string => {
  try {
    return moverOf(actor, row, 'pause').employeeId;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('[8.4, 3.7] who moves work of sales', () => {
  it.each<[string, EmployeeActor, string]>([
    ['the salesperson of the application', person(SELLER, 'sales', 'salesperson'), SELLER],
    ['another salesperson', person('emp_other', 'sales', 'salesperson'), 'HANDOFF_OF_OTHERS'],
    ['nobody in particular', person('emp_nobody', 'sales'), 'HANDOFF_OF_OTHERS'],
    ['the sales manager', person('emp_head', 'sales', 'sales-manager'), 'emp_head'],
    ['the coordinator', person('emp_co', 'coordination', 'coordinator'), 'emp_co'],
    ['another department', person('emp_risk', 'risk', 'risk-manager'), 'HANDOFF_OF_OTHERS'],
  ])('%s', (_who, actor, outcome) => {
    expect(codeOf(actor)).toBe(outcome);
  });

  it('and a colleague to whom it was assigned', () => {
    expect(codeOf(person('emp_other', 'sales', 'salesperson'), { ...work, ownerId: 'emp_other' } as typeof work)).toBe('emp_other');
  });
});
