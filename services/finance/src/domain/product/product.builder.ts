import { parseLocalDate, parseRate } from '@weilend/kernel';
import { PLAIN_RULES } from '../schedule/schedule-rules.js';
import type { Fee, LoanProduct, ProductOffer } from './product.js';
import { plainServicing } from './servicing-rules.js';

export const byRate: Fee = {
  code: 'SERVICE',
  name: '服务费',
  kind: 'RATE_OF_PRINCIPAL',
  amountFen: null,
  rate: parseRate('0.03'),
  payee: '本公司',
};
export const fixed: Fee = { code: 'NOTARY', name: '公证费', kind: 'FIXED', amountFen: 200_00, rate: null, payee: '市公证处' };

/** An offer that may be published: 12 %, 1,000 to 500,000 yuan, 3 to 36 months, no fees. */
export function anOffer(change: Partial<ProductOffer> = {}): ProductOffer {
  return {
    name: '小微经营贷',
    customerTypes: ['MICRO_ENTERPRISE', 'SELF_EMPLOYED'],
    purposes: ['WORKING_CAPITAL'],
    methods: ['EQUAL_INSTALMENT', 'INTEREST_ONLY'],
    minAmountFen: 1_000_00,
    maxAmountFen: 500_000_00,
    minTermMonths: 3,
    maxTermMonths: 36,
    annualRate: parseRate('0.12'),
    ...PLAIN_RULES,
    ...plainServicing(parseRate('1.5')),
    fees: [],
    effectiveFrom: parseLocalDate('2026-11-23'),
    ...change,
  };
}

export function aProduct(...offers: Partial<ProductOffer>[]): LoanProduct {
  return {
    id: 'prd_1',
    code: 'BIZ',
    versions: (offers.length > 0 ? offers : [{}]).map((offer, index) => ({ ...anOffer(offer), no: index + 1 })),
  };
}
