import { expect, test } from '@jest/globals';
import { printContracts } from './contracts.ts';

const contracts = {
  eventTypes: {
    'sales.customer-registered.v1': { subject: 'cus', to: ['risk'], description: 'A customer is known.', data: 'b' },
    'finance.loan-disbursed.v1': { subject: 'app', to: 'everyone', description: 'Money is out.', data: 'a' },
  },
  handoffTypes: {
    'disburse-loan': {
      from: 'sales',
      to: 'finance',
      subject: 'app',
      deadline: '1d',
      description: 'Pay out.',
      completedBy: 'money paid',
      data: 'c',
    },
  },
  destinationsOf: () => ['risk', 'coordination'],
};
const printed = printContracts(contracts, (data) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  of: data,
}));

test('each message type has a schema of its own, named as it travels', () => {
  expect(printed.map(({ path }) => path)).toEqual([
    'libs/contracts/schemas/finance.loan-disbursed.v1.json',
    'libs/contracts/schemas/sales.customer-registered.v1.json',
    'libs/contracts/schemas/handoff.disburse-loan.v1.json',
    'docs/generated/topology.md',
  ]);
  expect(JSON.parse(printed[0]?.text ?? '')).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'finance.loan-disbursed.v1',
    description: 'Money is out.',
    type: 'object',
    of: 'a',
  });
});

test('the topology names sender, receiver, deadline and destinations', () => {
  const text = printed.at(-1)?.text ?? '';
  expect(text).toContain('| `disburse-loan` | sales → finance | `app` | 1d | money paid | Pay out. |');
  expect(text).toContain('| `finance.loan-disbursed.v1` | `app` | everyone | Money is out. |');
  expect(text).toContain('| `sales.customer-registered.v1` | `cus` | risk, coordination | A customer is known. |');
});
