import type { LocalDate } from '@weilend/kernel';
import type { Customer } from './customer-file.js';
import { emptyProfile } from './profile.js';

// A file of an individual with nothing but his identity on it, for tables of cases.
export function aFile(change: Partial<Customer> = {}): Customer {
  return {
    ...{ id: 'cus_1', version: 1, type: 'INDIVIDUAL', name: '王小明', residentId: '11010519491231002X', creditCode: null },
    ...{ representativeName: null, phone: '13800138000', address: '北京市朝阳区', ownerId: 'emp_1', leadId: null },
    ...{ registeredOn: '2026-01-01' as LocalDate, filedAt: null, profile: emptyProfile, consents: [], cards: [], overrides: [] },
    ...{ corrections: [], grades: [], regradeDueOn: null, lateLoans: [], nextVisitOn: '2027-02-01' as LocalDate },
    ...{ merged: null, merges: [], owners: [] },
    ...change,
  };
}
