// What the demo company has decided before its first customer: products with price and fee list, who may approve how much, how people are appraised,
// whom it works with. Amounts are yuan as the graph writes them.

/** Products in the order in which they are published; the code is their name for people. */
export const products = [
  {
    code: 'XF-01',
    name: '惠民消费贷',
    customerTypes: ['INDIVIDUAL', 'SELF_EMPLOYED'],
    purposes: ['HOUSEHOLD_GOODS', 'VEHICLE', 'HOME_REPAIR', 'EDUCATION', 'MEDICAL', 'TRAVEL', 'OTHER'],
    methods: ['EQUAL_INSTALMENT', 'INTEREST_ONLY'],
    minAmount: '200.00',
    maxAmount: '200000.00',
    minTermMonths: 3,
    maxTermMonths: 72,
    annualRate: '0.12',
    dayCount: 'PERIODIC',
    fees: [],
  },
  {
    code: 'JY-01',
    name: '小微经营贷',
    customerTypes: ['SELF_EMPLOYED', 'MICRO_ENTERPRISE'],
    purposes: ['WORKING_CAPITAL', 'STOCK_PURCHASE', 'EQUIPMENT', 'OTHER'],
    methods: ['EQUAL_INSTALMENT', 'INTEREST_ONLY'],
    minAmount: '200.00',
    maxAmount: '3000000.00',
    minTermMonths: 3,
    maxTermMonths: 72,
    annualRate: '0.108',
    dayCount: 'PERIODIC',
    fees: [],
  },
  {
    code: 'SB-01',
    name: '设备更新贷',
    customerTypes: ['MICRO_ENTERPRISE'],
    purposes: ['EQUIPMENT', 'VEHICLE'],
    methods: ['EQUAL_INSTALMENT'],
    minAmount: '50000.00',
    maxAmount: '5000000.00',
    minTermMonths: 12,
    maxTermMonths: 60,
    annualRate: '0.09',
    dayCount: 'PERIODIC',
    fees: [{ code: 'SURVEY', name: '设备评估费', kind: 'FIXED', amount: '300.00', payee: '微贷小额贷款有限公司' }],
  },
] as const;

/** Small loans are the chair's, larger ones a small committee's, the largest the full committee's [4.12]. */
export const policyBands = [
  { authority: 'INDIVIDUAL', upTo: '5000.00', membersNeeded: 1 },
  { authority: 'SMALL', upTo: '200000.00', membersNeeded: 3 },
  { authority: 'FULL', upTo: '5000000.00', membersNeeded: 4 },
] as const;

/** Performance is heaviest [5.1]; targets in fen, loans, customers, points and violations. */
export const appraisalLines = [
  { indicator: 'DISBURSED_AMOUNT', weight: 40, target: 50_000_000 },
  { indicator: 'LOANS', weight: 15, target: 30 },
  { indicator: 'NEW_CUSTOMERS', weight: 15, target: 20 },
  { indicator: 'SATISFACTION_SCORE', weight: 8, target: 4.5 },
  { indicator: 'DEADLINES_KEPT', weight: 4, target: 0.95 },
  { indicator: 'OVERDUE_RATE', weight: 6, target: 0.05 },
  { indicator: 'NPL_RATE', weight: 2, target: 0.02 },
  { indicator: 'VIOLATION_FREE', weight: 10, target: 1 },
] as const;

/** Nothing makes up for a severe violation, and a bad book is capped. */
export const appraisalGates = [
  { kind: 'SEVERE_VIOLATION', above: 0, cap: 0 },
  { kind: 'OVERDUE_RATE', above: 0.15, cap: 80 },
] as const;
/** Points that a manager may add or take off in all. */
export const APPRAISAL_ADJUSTMENT = 5;

/**
 * The people of the demo read fast: a contract is there for a second before it is explained, where a real company's policy gives it the time that
 * a text takes. The limits themselves are what they are everywhere.
 */
export const quickReading = [
  { key: 'contract.reading-speed', value: '100000' },
  { key: 'contract.reading-floor', value: '1' },
] as const;

export const partners = [
  { name: '安居家具城', creditCode: '91330106MA2B7K4X8Q' },
  { name: '顺达汽车服务', creditCode: '91330108MA27W9R3CE' },
] as const;

export const activities = [{ kind: 'COMMUNITY', name: '社区金融知识讲座', cost: '1200.00' }] as const;
