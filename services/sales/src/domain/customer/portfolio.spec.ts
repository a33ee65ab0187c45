import { describe, expect, it, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import type { Customer } from './customer-file.js';
import { chosenFrom, handOver } from './portfolio.js';

const portfolio = ['cus_1', 'cus_2', 'cus_3'];

describe('[2.13] the portfolio of somebody who left', () => {
  test('a customer keeps who had him', () => {
    const to = { ownerId: 'emp_2', since: '2026-11-23' as LocalDate, reason: '离职移交' };
    const earlier = { ownerId: 'emp_1', since: '2026-01-01' as LocalDate, reason: '登记' };
    expect(handOver({ ownerId: 'emp_1', owners: [earlier] } as unknown as Customer, to)).toEqual({
      ownerId: 'emp_2',
      owners: [earlier, to],
    });
  });

  test.each<[string, string[] | null, string[]]>([
    ['all when none is named', null, ['cus_1', 'cus_2', 'cus_3']],
    ['those named', ['cus_3', 'cus_1'], ['cus_1', 'cus_3']],
    ['each once', ['cus_2', 'cus_2'], ['cus_2']],
  ])('%s', (_title, named, chosen) => {
    expect(chosenFrom(portfolio, named)).toEqual(chosen);
  });

  it.each<[string, string[], string[] | null, string]>([
    ['of nobody', [], null, 'PORTFOLIO_EMPTY'],
    ['of an empty list', portfolio, [], 'PORTFOLIO_EMPTY'],
    ["with somebody else's customer", portfolio, ['cus_1', 'cus_9'], 'CUSTOMER_NOT_IN_PORTFOLIO'],
    ['of customers that moved already', [], ['cus_1'], 'CUSTOMER_NOT_IN_PORTFOLIO'],
  ])('a choice %s is refused', (_title, from, named, code) => {
    expect(() => chosenFrom(from, named)).toThrow(expect.objectContaining({ code, field: 'customerIds' }));
  });
});
