import { describe, expect, it, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { namedIn, orphansOf } from './plan-orphans.js';

const target = (employeeId: string) => ({ employeeId, disbursedFen: 100, loans: 1, newCustomers: 1 });
const initiative = (ownerId: string) => ({ title: '走访商圈', ownerId, dueOn: parseLocalDate('2026-12-20') });
const plan = {
  ...{ id: 'spl_1', quarter: '2026-Q4' },
  ...{ targets: [target('emp_1'), target('emp_2')], initiatives: [initiative('emp_2'), initiative('emp_3'), initiative('emp_2')] },
};

test('[2.3] a plan names each of its people once', () => expect(namedIn(plan)).toEqual(['emp_1', 'emp_2', 'emp_3']));

describe('[2.13] what a plan still asks of people who left', () => {
  it.each<[string, string[], object[]]>([
    ['nothing when all are there', ['emp_1', 'emp_2', 'emp_3', 'emp_4'], []],
    ['a target alone', ['emp_2', 'emp_3'], [{ employeeId: 'emp_1', target: target('emp_1'), initiatives: [] }]],
    ['an initiative alone', ['emp_1', 'emp_2'], [{ employeeId: 'emp_3', target: null, initiatives: [initiative('emp_3')] }]],
    [
      'both, with every initiative of his',
      ['emp_1', 'emp_3'],
      [{ employeeId: 'emp_2', target: target('emp_2'), initiatives: [initiative('emp_2'), initiative('emp_2')] }],
    ],
    ['of everybody when nobody is left', [], [{ employeeId: 'emp_1' }, { employeeId: 'emp_2' }, { employeeId: 'emp_3' }]],
  ])('%s', (_title, inOffice, found) => {
    const orphans = orphansOf(plan, new Set(inOffice));
    expect(orphans).toMatchObject(found);
    expect(orphans).toHaveLength(found.length);
    for (const one of orphans) expect(one).toMatchObject({ planId: 'spl_1', quarter: '2026-Q4' });
  });
});
