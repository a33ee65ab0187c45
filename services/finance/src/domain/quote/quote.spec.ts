import { describe, expect, it } from '@jest/globals';
import { DomainErrors, parseLocalDate, parseRate } from '@weilend/kernel';
import { aProduct } from '../product/product.builder.js';
import { getInForce } from '../product/product.js';
import { quoteLoan, termsHash } from './quote.js';
import type { QuoteRequest } from './quote.js';

const startOn = parseLocalDate('2026-11-23');
const version = getInForce(aProduct({ methods: ['EQUAL_INSTALMENT', 'INTEREST_ONLY', 'BULLET'] }), startOn);
const request: QuoteRequest = {
  productId: 'prd_1',
  amountFen: 50_000_00,
  termMonths: 12,
  methods: ['EQUAL_INSTALMENT'],
  startOn,
  cap: parseRate('0.24'),
};
const quote = (change: Partial<QuoteRequest> = {}) => quoteLoan(version, { ...request, ...change });

describe('[4.3] quotes for a proposal', () => {
  it('are one for each wanted method that the product offers', () => {
    const quotes = quote({ methods: ['BULLET', 'EQUAL_PRINCIPAL', 'EQUAL_INSTALMENT', 'BULLET'] });
    expect(quotes.map((one) => one.method)).toEqual(['BULLET', 'EQUAL_INSTALMENT']);
    expect(quotes.every((one) => one.withinCap && one.productVersion === 1)).toBe(true);
    expect(new Set(quotes.map((one) => one.termsHash)).size).toBe(2);
  });

  it.each<[string, Partial<QuoteRequest>, string]>([
    ['an amount above the limit', { amountFen: 500_000_01 }, 'AMOUNT_OUT_OF_RANGE'],
    ['an amount below the limit', { amountFen: 1 }, 'AMOUNT_OUT_OF_RANGE'],
    ['a term beyond the limit', { termMonths: 37 }, 'TERM_OUT_OF_RANGE'],
    ['only methods that are not offered', { methods: ['EQUAL_PRINCIPAL'] }, 'METHOD_NOT_OFFERED'],
    ['no method', { methods: [] }, 'METHOD_NOT_OFFERED'],
  ])('are refused for %s', (_title, change, code) => expect(() => quote(change)).toThrow(code));

  it('name amount and term at once', () => expect(() => quote({ amountFen: 1, termMonths: 99 })).toThrow(DomainErrors));

  it('say when the annual cost is above the cap', () => {
    expect(quote({ cap: parseRate('0.12') }).map((one) => one.withinCap)).toEqual([false]);
  });
});

describe('the hash of the terms', () => {
  const terms = { productId: 'prd_1', amountFen: 1, termMonths: 1, annualRate: parseRate('0.1'), method: 'BULLET' as const };
  it('is the same for the same terms, whatever else the object holds', () => {
    expect(termsHash({ ...terms, extra: 1 } as never)).toBe(termsHash(terms));
  });
  it.each([
    { productId: 'prd_2' },
    { amountFen: 2 },
    { termMonths: 2 },
    { annualRate: parseRate('0.11') },
    { method: 'INTEREST_ONLY' as const },
  ])('differs with %p', (change) => {
    expect(termsHash({ ...terms, ...change })).not.toBe(termsHash(terms));
  });
});
