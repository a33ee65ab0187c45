import type { Scorecard } from './scorecard.js';

// The expert card for individuals: points as experienced lenders would set them, tuned by hand on the 700 real applications of the
// company's data so that about 60 % pass, 20 % pass with conditions and 20 % are rejected. Amounts are in fen, ages in years, terms in
// months. In the source data the texts of the repayment histories are known to be permuted, so their points follow what was observed.
// Version 0 never changes: a better card is a new version beside it.
export const scorecardV0: Scorecard = {
  id: 'individual-expert',
  version: 0,
  required: ['bureauScore', 'bureauSeriousDelinquency'],
  attributes: {
    checkingAccountStatus: [
      { values: ['OVERDRAWN'], points: 0 },
      { values: ['BELOW_200'], points: 7 },
      { values: ['AT_LEAST_200_OR_SALARY'], points: 24 },
      { values: ['NO_ACCOUNT'], points: 32 },
    ],
    creditHistory: [
      { values: ['NO_CREDITS_OR_ALL_PAID', 'ALL_PAID_HERE'], points: 0 },
      { values: ['PAID_DULY_TILL_NOW', 'PAST_DELAY'], points: 20 },
      { values: ['CRITICAL_OR_OTHER_CREDITS'], points: 30 },
    ],
    savings: [
      { values: ['BELOW_100', 'FROM_100_TO_500'], points: 0 },
      { values: ['FROM_500_TO_1000', 'UNKNOWN_OR_NONE'], points: 11 },
      { values: ['AT_LEAST_1000'], points: 16 },
    ],
    employmentSince: [
      { values: ['BELOW_1_YEAR'], points: 0 },
      { values: ['UNEMPLOYED'], points: 5 },
      { values: ['FROM_1_TO_4_YEARS'], points: 10 },
      { values: ['FROM_4_TO_7_YEARS', 'AT_LEAST_7_YEARS'], points: 14 },
    ],
    instalmentRatePercent: [
      { values: [1], points: 12 },
      { values: [2, 3], points: 4 },
      { values: [4], points: 0 },
    ],
    otherDebtors: [
      { values: ['CO_APPLICANT'], points: 0 },
      { values: ['NONE'], points: 11 },
      { values: ['GUARANTOR'], points: 22 },
    ],
    residenceSince: [
      { values: [1, 2], points: 0 },
      { values: [3, 4], points: 1 },
    ],
    property: [
      { values: ['UNKNOWN_OR_NONE'], points: 0 },
      { values: ['CAR_OR_OTHER', 'SAVINGS_AGREEMENT_OR_LIFE_INSURANCE'], points: 3 },
      { values: ['REAL_ESTATE'], points: 5 },
    ],
    ageInYears: [
      { from: 18, below: 26, points: 0 },
      { from: 26, below: 35, points: 5 },
      { from: 35, below: 50, points: 11 },
      { from: 50, below: 100, points: 6 },
    ],
    otherInstalmentPlans: [
      { values: ['BANK'], points: 0 },
      { values: ['STORES'], points: 2 },
      { values: ['NONE'], points: 8 },
    ],
    housing: [
      { values: ['FREE'], points: 0 },
      { values: ['RENT'], points: 2 },
      { values: ['OWN'], points: 8 },
    ],
    existingCredits: [
      { values: [0, 1, 2], points: 1 },
      { from: 3, below: 20, points: 0 },
    ],
    job: [
      { values: ['UNEMPLOYED_OR_UNSKILLED'], points: 0 },
      { values: ['UNSKILLED', 'SKILLED', 'MANAGEMENT_OR_SELF_EMPLOYED'], points: 1 },
    ],
    dependants: [
      { values: [0, 1], points: 1 },
      { from: 2, below: 20, points: 0 },
    ],
    telephone: [
      { values: ['NONE'], points: 0 },
      { values: ['REGISTERED'], points: 3 },
    ],
    amountFen: [
      { from: 1, below: 150_000, points: 18 },
      { from: 150_000, below: 400_000, points: 24 },
      { from: 400_000, below: 800_000, points: 12 },
      { from: 800_000, below: 10_000_000_000, points: 0 },
    ],
    termMonths: [
      { from: 1, below: 7, points: 28 },
      { from: 7, below: 13, points: 14 },
      { from: 13, below: 25, points: 11 },
      { from: 25, below: 37, points: 7 },
      { from: 37, below: 121, points: 0 },
    ],
    purpose: [
      { values: ['OTHER', 'HOME_REPAIR', 'TRAVEL'], points: 0 },
      { values: ['VEHICLE', 'EDUCATION', 'WORKING_CAPITAL', 'EQUIPMENT', 'STOCK_PURCHASE', 'MEDICAL'], points: 4 },
      { values: ['HOUSEHOLD_GOODS'], points: 7 },
    ],
  },
  knockOuts: [
    { code: 'UNDER_AGE', fact: 'ageInYears', below: 18 },
    { code: 'SERIOUS_DELINQUENCY', fact: 'bureauSeriousDelinquency', values: [true] },
    { code: 'BUREAU_SCORE_TOO_LOW', fact: 'bureauScore', below: 400 },
  ],
  refer: [
    { code: 'MANY_EXISTING_CREDITS', fact: 'existingCredits', from: 6 },
    { code: 'AMOUNT_BEYOND_CARD', fact: 'amountFen', from: 50_000_000 },
  ],
  grades: [
    { atLeast: 120, rating: 'LOW', recommendation: 'APPROVE' },
    { atLeast: 106, rating: 'MEDIUM', recommendation: 'APPROVE_WITH_CONDITIONS' },
    { atLeast: 0, rating: 'HIGH', recommendation: 'REJECT' },
  ],
};
