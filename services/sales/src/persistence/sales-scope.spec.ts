import { describe, expect, test } from '@jest/globals';
import { person } from '@weilend/testing';
import { requireInScope, requireReadable, salesScope } from './sales-scope.js';

const seller = person('sales', 'salesperson');
const of = { noun: 'customer', id: 'cus_1' };

describe("[3.7] another salesperson's customer", () => {
  test.each([
    ['his own', seller, seller.employeeId, true],
    ["a colleague's", seller, 'emp_other', false],
    ["a colleague's, though he also trains", person('sales', 'salesperson', 'trainer'), 'emp_other', false],
    ["anybody's, as the manager", person('sales', 'sales-manager'), 'emp_other', true],
    ["a salesperson's, as an investigator", person('risk', 'investigator'), 'emp_other', false],
    ["a salesperson's, as an auditor", person(null, 'auditor'), 'emp_other', false],
  ])('may be acted on: %s', (_name, actor, ownerId, allowed) => {
    const act = (): void => requireInScope(actor, ownerId, of);
    if (allowed) expect(act).not.toThrow();
    else expect(act).toThrow('NOT_FOUND');
  });

  test.each([
    ['an investigator', person('risk', 'investigator'), true],
    ['an auditor', person(null, 'auditor'), true],
    ['a colleague', seller, false],
    ['a trainer', person('training', 'trainer'), false],
  ])('may be read by %s', (_name, actor, allowed) => {
    expect(Object.keys(salesScope(actor, 'ownerId'))).toEqual(allowed ? [] : ['ownerId']);
    const look = (): void => requireReadable(actor, 'emp_other', of);
    if (allowed) expect(look).not.toThrow();
    else expect(look).toThrow('NOT_FOUND');
  });
});
