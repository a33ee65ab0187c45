import { expect, test } from '@jest/globals';
import { admitNumber } from './duplicate.js';
import type { KnownNumber } from './duplicate.js';
import { codeOf } from './lead.builder.js';

const lead = (inScope: boolean): KnownNumber => ({ kind: 'LEAD', id: 'led_1', inScope });
const customer = (inScope: boolean): KnownNumber => ({ kind: 'CUSTOMER', id: 'cus_1', inScope });

test.each<[KnownNumber[], string | null, string | null]>([
  [[], null, null],
  [[], '夫妻共用号码', null],
  [[lead(true)], '夫妻共用号码', '夫妻共用号码'],
  [[customer(true)], '夫妻共用号码', '夫妻共用号码'],
  [[lead(true)], null, 'LEAD_EXISTS'],
  [[customer(true)], null, 'CUSTOMER_HAS_PHONE'],
  [[lead(false)], null, 'LEAD_WITH_COLLEAGUE'],
  [[lead(false)], '夫妻共用号码', 'LEAD_WITH_COLLEAGUE'],
  [[customer(false)], '夫妻共用号码', 'CUSTOMER_OF_COLLEAGUE'],
  [[lead(true), customer(false)], '夫妻共用号码', 'CUSTOMER_OF_COLLEAGUE'],
])('[2.8] a number known as %j, with the reason %s: %s', (known, because, result) => {
  expect(codeOf(() => admitNumber(known, because))).toBe(result);
});

test('[3.7] what is not his to see is not named to him', () => {
  expect(() => admitNumber([lead(false)], null)).toThrow(expect.objectContaining({ data: {} }));
  expect(() => admitNumber([customer(false)], null)).toThrow(expect.objectContaining({ data: {} }));
  expect(() => admitNumber([lead(true)], null)).toThrow(expect.objectContaining({ data: { leadId: 'led_1' } }));
});
