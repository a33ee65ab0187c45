import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import type { SubgraphUnderTest } from '@weilend/testing';
import { accountNumber } from './account-number.builder.js';

export interface Answer {
  readonly userErrors: { code: string; rule: string; field?: string[]; message: string }[];
  readonly [field: string]: unknown;
}

export const mutation = (name: string, fields: string): string =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} userErrors { code rule field message } } }`;

export const ENTITIES = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ';

/** Mutations and references as the gateway asks them of finance, which is booted after the tests have been named. */
export function graphActs(finance: () => SubgraphUnderTest) {
  return {
    async act(name: string, fields: string, input: object, as: EmployeeActor): Promise<Answer> {
      const answer = await finance().graph(mutation(name, fields), { input }, as);
      if (!answer.data) throw new Error(JSON.stringify(answer.errors));
      return answer.data[name] as unknown as Answer;
    },
    async entity(type: string, id: string, fields: string, as: EmployeeActor) {
      const answer = await finance().graph(`${ENTITIES} ... on ${type} { ${fields} } } }`, { r: [{ __typename: type, id }] }, as);
      return { first: (answer.data?.['_entities'] as unknown as Record<string, never>[] | undefined)?.[0], errors: answer.errors };
    },
  };
}

/** A product as the manager of finance publishes it. */
export const offerOn = (effectiveFrom: string, change: object = {}) => ({
  code: newId('cod'),
  name: '小微经营贷',
  customerTypes: ['INDIVIDUAL'],
  purposes: ['EQUIPMENT'],
  methods: ['EQUAL_INSTALMENT', 'INTEREST_ONLY'],
  ...{ minAmount: '10000.00', maxAmount: '500000.00', minTermMonths: 6, maxTermMonths: 36, annualRate: '0.12' },
  fees: [{ code: 'NOTARY', name: '公证费', kind: 'FIXED', amount: '100.00', payee: '市公证处' }],
  effectiveFrom,
  ...change,
});

/** Where the money goes. */
export const account = (change: object = {}) => ({
  ...{ customerId: newId('cus'), holderName: '张三', accountNumber: accountNumber(), bankCode: '102100099996' },
  ...change,
});
