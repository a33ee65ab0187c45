import type { HandoffData, RiskRating, RiskRecommendation } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { Platform } from '@weilend/service';
import type { ApplicantFacts } from '../../src/domain/scorecard/scoring-facts.js';
import type { FinaliseRiskReportRequest } from '../../src/use-cases/report/report-draft.js';

/** A valid resident id whose sequence digits (15th to 17th) are 002: the simulated bureau has nothing against him. */
export const GOOD_ID = '11010519491231002X';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A valid resident id of the no-th person; `sequence` is what the simulated bureau reads. */
export function residentId(no: number, sequence = '002'): string {
  const born = `${1950 + (no % 50)}${String(1 + (Math.floor(no / 50) % 12)).padStart(2, '0')}${String(1 + (Math.floor(no / 600) % 28)).padStart(2, '0')}`;
  const digits = `110105${born}${sequence}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return `${digits}${'10X98765432'[sum % 11]}`;
}

export const HASH = 'a'.repeat(64);

export const GOOD_FACTS: ApplicantFacts = {
  checkingAccountStatus: 'NO_ACCOUNT',
  creditHistory: 'CRITICAL_OR_OTHER_CREDITS',
  savings: 'AT_LEAST_1000',
  employmentSince: 'AT_LEAST_7_YEARS',
  instalmentRatePercent: 1,
  otherDebtors: 'NONE',
  residenceSince: 4,
  property: 'REAL_ESTATE',
  ageInYears: 40,
  otherInstalmentPlans: 'NONE',
  housing: 'OWN',
  existingCredits: 2,
  job: 'SKILLED',
  dependants: 1,
  telephone: 'REGISTERED',
};

export type Handover = HandoffData<'investigate-application'>;

/** Work from sales as it arrives; `change` overrides single members. */
export function handover(risk: { readonly platform: Pick<Platform, 'cipher'> }, change: Partial<Handover> = {}): Handover {
  const salespersonId = newId('emp');
  return {
    applicationId: newId('app'),
    participants: [{ role: 'SALESPERSON', employeeId: change.salespersonId ?? salespersonId }],
    customerId: newId('cus'),
    customerType: 'INDIVIDUAL',
    salespersonId,
    productId: newId('prd'),
    amountFen: 300_000,
    termMonths: 12,
    annualRate: '0.12',
    method: 'EQUAL_INSTALMENT',
    purpose: 'HOUSEHOLD_GOODS',
    round: 1,
    identityIndex: risk.platform.cipher.blindIndex('identity', GOOD_ID),
    consents: [
      { consentId: newId('cns'), kind: 'CREDIT_INQUIRY', purpose: 'loan application', validUntil: '2999-12-31', evidenceHash: HASH },
    ],
    ...change,
  };
}

/** What two investigators would write about a good customer. */
export function draft(investigationId: string, change: Partial<FinaliseRiskReportRequest> = {}): FinaliseRiskReportRequest {
  return {
    investigationId,
    sections: {
      truthOfInformation: 'The statements were compared with documents and are true.',
      repaymentAbility: 'The income covers the instalment several times over.',
      creditStanding: 'The bureau knows of no overdue debt at present.',
    },
    fiveC: { character: 'reliable', capacity: 'sufficient', capital: 'own shop', collateral: 'none needed', conditions: 'stable trade' },
    recommended: { amountFen: 300_000, termMonths: 12 },
    rating: 'LOW' as RiskRating,
    recommendation: 'APPROVE' as RiskRecommendation,
    ...change,
  };
}

export const visit = (investigationId: string, photoFileIds: readonly string[]) => ({
  investigationId,
  place: 'the shop in Chaoyang district',
  visitedAt: new Date(Date.now() - 3_600_000),
  peopleMet: [{ name: '王先生', relation: 'borrower' }],
  photoFileIds,
  findings: 'A running shop with stock and customers.',
});

export const call = (investigationId: string) => ({
  investigationId,
  spokenTo: 'Ms Li, accountant of the employer',
  numberKind: 'EMPLOYER_LANDLINE' as const,
  calledAt: new Date(Date.now() - 3_600_000),
  answers: [{ question: 'Does he work there?', answer: 'Yes, since 2015' }],
});

export const analysis = (investigationId: string, facts: Partial<ApplicantFacts> = GOOD_FACTS) => ({
  investigationId,
  facts,
  sources: 'wage slips and tax receipts',
});
