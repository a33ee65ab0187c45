import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person, seedParameters, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { financeService } from '../src/finance.module.js';
import { ledgerDatabaseOf } from '../src/persistence/ledger.schema.js';
import { graphActs, offerOn } from './builders/graph-acts.builder.js';

let finance: SubgraphUnderTest;
const salesperson = person('sales', 'salesperson');
const manager = person('finance', 'finance-manager');
const { act } = graphActs(() => finance);
const offer = (change: object = {}) => offerOn(finance.platform.clock.today(), change);

beforeAll(async () => {
  finance = await testSubgraph(financeService, { role: 'api' });
  await seedParameters(finance.platform);
});
afterAll(async () => {
  const { connection } = finance.platform.database;
  await connection.getClient().db(ledgerDatabaseOf(connection.name)).dropDatabase();
  await finance.stop();
});

const QUERY = `query ($input: LoanQuoteInput!) {
  loanQuote(input: $input) {
    rows { number startOn dueOn days openingPrincipal principal interest fees instalment closingPrincipal }
    feesAtDisbursement
    totals { principal interest fees instalment }
    annualCost { compound simple }
    capCheck { cap within }
    userErrors { code field rule message }
  }
}`;
const input = {
  ...{ principal: '100000.00', annualRate: '0.12', method: 'EQUAL_INSTALMENT', periods: 12, periodUnit: 'MONTH' },
  ...{ disbursedOn: '2026-01-31', dayCount: 'PERIODIC' },
};
interface Quote {
  readonly rows: readonly object[] | null;
  readonly totals: object | null;
}
const quote = async (change: object): Promise<Quote> => {
  const { data, errors } = await finance.graph(QUERY, { input: { ...input, ...change } }, salesperson);
  if (!data) throw new Error(JSON.stringify(errors));
  return data['loanQuote'] as unknown as Quote;
};

describe('[4.3] the calculator in the graph', () => {
  test('answers the whole loan with nothing but its terms', async () => {
    const found = await quote({});
    expect(found.rows).toHaveLength(12);
    expect(found.rows?.[1]).toEqual({
      ...{ number: 2, startOn: '2026-02-28', dueOn: '2026-03-31', days: 31, openingPrincipal: '92115.12' },
      ...{ principal: '7963.73', interest: '921.15', fees: '0.00', instalment: '8884.88', closingPrincipal: '84151.39' },
    });
    expect(found).toMatchObject({
      feesAtDisbursement: '0.00',
      totals: { principal: '100000.00', interest: '6618.53', fees: '0.00', instalment: '106618.53' },
      annualCost: { compound: expect.stringMatching(/^0\.12682/), simple: expect.stringMatching(/^0\.11999/) },
      capCheck: { cap: '0.24', within: true },
      userErrors: [],
    });
  });

  test.each([
    ['every default may be said', { periodEvery: 1, rounding: 'HALF_UP', monthEnd: 'CLAMP', fees: [], evenLastInstalment: false }],
    ['nulls stand for nothing', { firstDueOn: null, instalmentMultiple: null }],
  ])('%s and changes nothing', async (_title, change) => expect(await quote(change)).toEqual(await quote({})));

  test('a loan above the ceiling is shown, and said to be above it', async () => {
    expect(await quote({ annualRate: '0.24' })).toMatchObject({ capCheck: { within: false }, userErrors: [] });
  });

  test.each([
    [{ method: 'FLAT' }, '112000.00'],
    [{ method: 'EQUAL_PRINCIPAL' }, '106500.00'],
    [{ method: 'INTEREST_ONLY' }, '112000.00'],
    [{ method: 'BULLET', dayCount: 'ACTUAL_360' }, '112166.67'],
    [{ periodUnit: 'WEEK', periodEvery: 2, periods: 26 }, '106350.26'],
    [
      {
        fees: [
          { name: '服务费', rate: '0.03' },
          { name: '账户费', amount: '5.00', due: 'EACH_PERIOD' },
        ],
      },
      '109678.53',
    ],
  ])('%j costs %s in all', async (change, total) => {
    expect((await quote(change)).totals).toMatchObject({ instalment: total });
  });

  test.each([
    [{ principal: '0.00' }, 'QUOTE_TERMS_INVALID', ['principal']],
    [{ principal: '-5.00' }, 'QUOTE_TERMS_INVALID', ['principal']],
    [{ periods: 0 }, 'QUOTE_TERMS_INVALID', ['periods']],
    [{ annualRate: '11' }, 'QUOTE_TERMS_INVALID', ['annualRate']],
    [{ firstDueOn: '2026-01-31' }, 'QUOTE_TERMS_INVALID', ['firstDueOn']],
    [{ instalmentMultiple: '50000.00' }, 'INSTALMENT_MULTIPLE_TOO_LARGE', ['instalmentMultiple']],
    [{ instalmentMultiple: '-1.00' }, 'QUOTE_TERMS_INVALID', ['instalmentMultiple']],
    [{ fees: [{ name: 'x' }] }, 'QUOTE_TERMS_INVALID', ['fees', '0']],
    [{ fees: [{ name: 'x', amount: '100000.00' }] }, 'QUOTE_FEES_TOO_HIGH', ['fees']],
  ])('%j is refused with %s', async (change, code, field) => {
    const found = await quote(change);
    expect(found).toMatchObject({ rows: null, totals: null, userErrors: [{ code, field }] });
  });

  test.each([{ principal: 100000 }, { annualRate: '12%' }, { method: 'REVOLVING' }, { disbursedOn: '2026-02-30' }, { periods: 1.5 }])(
    '%j is not in the language of the graph',
    async (change) => {
      const { errors } = await finance.graph(QUERY, { input: { ...input, ...change } }, salesperson);
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    },
  );
});

describe('[7.10, 4.1] products', () => {
  test('a product above the ceiling is refused with the parameter that refuses', async () => {
    const refused = await act('publishProduct', 'product { id }', offer({ annualRate: '0.24' }), manager);
    expect(refused).toMatchObject({ product: null, userErrors: [{ code: 'RATE_ABOVE_CAP', rule: 'rate.hard-cap' }] });
  });

  test('the catalogue shows price, limits, fees and the annual cost with everything in it', async () => {
    const code = newId('cod');
    await act('publishProduct', 'product { id }', offer({ code }), manager);
    const answer = await finance.graph(
      '{ products { code version annualRate annualCostUpTo fees { name kind amount payee } methods } }',
      {},
      salesperson,
    );
    const products = answer.data?.['products'] as unknown as { code: string; annualCostUpTo: string }[];
    expect(products.find((product) => product.code === code)).toMatchObject({
      version: 1,
      annualRate: '0.12',
      fees: [{ kind: 'FIXED', amount: '100.00' }],
      annualCostUpTo: expect.stringMatching(/^0\.1[4-9]/),
    });
    const before = await finance.graph('{ products(onDate: "2020-01-01") { code } }', {}, salesperson);
    expect(before.data).toEqual({ products: [] });
  });

  test('the rules for the time after the payout are published with the price, plain where nothing is said', async () => {
    const fields = 'product { servicingRules { holidayRule graceDays penaltyFactor earlyRepaymentFeeRate allocationOrder } }';
    const order = ['FEES', 'PENALTY', 'INTEREST', 'PRINCIPAL'];
    const plain = { holidayRule: 'NONE', graceDays: 0, penaltyFactor: '1.5', earlyRepaymentFeeRate: '0', allocationOrder: order };
    expect(await act('publishProduct', fields, offer({ code: newId('cod') }), manager)).toMatchObject({
      product: { servicingRules: plain },
    });
    const said = { holidayRule: 'FOLLOWING', graceDays: 3, penaltyFactor: '1.3', earlyRepaymentFeeRate: '0.005' };
    const published = await act('publishProduct', fields, offer({ code: newId('cod'), fees: [], servicingRules: said }), manager);
    expect(published).toMatchObject({ userErrors: [], product: { servicingRules: { ...said, allocationOrder: order } } });
    const wrong = { graceDays: 4, penaltyFactor: '1.6', allocationOrder: ['PRINCIPAL'] };
    const refused = await act('publishProduct', fields, offer({ servicingRules: wrong }), manager);
    expect(refused.userErrors.map((error) => error.field?.join('.'))).toEqual([
      ...['servicingRules.graceDays', 'servicingRules.penaltyFactor', 'servicingRules.allocationOrder'],
    ]);
  });

  test('every mistake of a form is named at once', async () => {
    const refused = await act('publishProduct', 'product { id }', offer({ name: '', methods: [], maxAmount: '1.00' }), manager);
    expect(refused.userErrors.map((error) => error.field?.join('.'))).toEqual(['name', 'methods', 'maxAmount']);
  });
});
