import { describe, expect, test } from '@jest/globals';
import { figures, goodFormula } from './bonus.builder.js';
import { simulateBonus } from './simulate-bonus.js';

const sheet = {
  ...{ id: 'apr_1', employeeId: 'emp_1', figures, total: 100 },
  lines: [{ indicator: 'DISBURSED_AMOUNT' as const, weight: 100, actual: 1, points: 100 }],
};
const draft = { ...goodFormula, caps: { personFen: 100_000, shareOfBaseBps: null } };

describe('[5.6] a formula is tried on closed sheets', () => {
  test('beside the one in force', () => {
    expect(simulateBonus(sheet, [], { draft, inForce: goodFormula })).toMatchObject({
      ...{ employeeId: 'emp_1', appraisalId: 'apr_1', blocked: false, oldFen: 600_000, newFen: 100_000 },
    });
  });

  test('the first of the company has nothing beside it', () => {
    expect(simulateBonus(sheet, [], { draft, inForce: null }).oldFen).toBeNull();
  });

  test('[5.4] who is blocked gets nothing by either', () => {
    const severe = { ...sheet, figures: { ...figures, severeViolations: 1 } };
    expect(simulateBonus(severe, [], { draft, inForce: goodFormula })).toMatchObject({ blocked: true, oldFen: 0, newFen: 0 });
  });

  test('a sheet without figures gives nothing', () => {
    expect(simulateBonus({ ...sheet, figures: null, total: null, lines: [] }, [], { draft, inForce: null }).newFen).toBe(0);
  });
});
