import { expect, it } from '@jest/globals';
import { loanUseOf } from './loan-use.js';

it.each([
  ['WORKING_CAPITAL', 'INDIVIDUAL', 'BUSINESS'],
  ['EQUIPMENT', 'MICRO_ENTERPRISE', 'BUSINESS'],
  ['STOCK_PURCHASE', 'SELF_EMPLOYED', 'BUSINESS'],
  ['HOUSEHOLD_GOODS', 'MICRO_ENTERPRISE', 'CONSUMER'],
  ['HOME_REPAIR', 'INDIVIDUAL', 'CONSUMER'],
  ['EDUCATION', 'INDIVIDUAL', 'CONSUMER'],
  ['MEDICAL', 'SELF_EMPLOYED', 'CONSUMER'],
  ['TRAVEL', 'INDIVIDUAL', 'CONSUMER'],
  ['VEHICLE', 'INDIVIDUAL', 'CONSUMER'],
  ['VEHICLE', 'SELF_EMPLOYED', 'BUSINESS'],
  ['OTHER', 'INDIVIDUAL', 'CONSUMER'],
  ['OTHER', 'MICRO_ENTERPRISE', 'BUSINESS'],
  ['SOMETHING_NEW', 'MICRO_ENTERPRISE', 'CONSUMER'],
  ['', 'INDIVIDUAL', 'CONSUMER'],
])('[7.3] %s of %s is %s', (purpose, customerType, use) => expect(loanUseOf(purpose, customerType)).toBe(use));
