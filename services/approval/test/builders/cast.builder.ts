import type { EventData, HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person } from '@weilend/testing';
import type { PublishPolicyRequest } from '../../src/use-cases/committee/publish-policy.use-case.js';

/** The people of the tests: a chair, four members, a secretary, and who sold and investigated the loan. */
export interface Cast {
  readonly chair: EmployeeActor;
  readonly members: readonly EmployeeActor[];
  readonly secretary: EmployeeActor;
  readonly seller: EmployeeActor;
  readonly investigators: readonly [EmployeeActor, EmployeeActor];
}

export function aCast(): Cast {
  return {
    chair: person('approval', 'committee-chair'),
    members: [1, 2, 3, 4].map(() => person('approval', 'committee-member')),
    secretary: person('approval', 'committee-secretary'),
    seller: person('sales', 'salesperson'),
    investigators: [person('risk', 'investigator', 'committee-member'), person('risk', 'investigator')],
  };
}

export const PRODUCT_ID = newId('prd');

export function aProduct(change: Partial<EventData<'finance.product-published.v1'>> = {}): EventData<'finance.product-published.v1'> {
  return {
    productId: PRODUCT_ID,
    version: 1,
    code: 'P1',
    name: '个人消费贷',
    customerTypes: ['INDIVIDUAL'],
    purposes: ['EDUCATION'],
    methods: ['EQUAL_INSTALMENT'],
    minAmountFen: 100_000,
    maxAmountFen: 200_000_000,
    minTermMonths: 3,
    maxTermMonths: 36,
    annualRate: '0.12',
    dayCount: 'PERIODIC',
    fees: [],
    effectiveFrom: '2020-01-01',
    ...change,
  };
}

/** Chair alone up to 50,000 yuan, three seats up to 200,000, everybody up to 1,000,000. */
export const aPolicy: PublishPolicyRequest = {
  bands: [
    { authority: 'INDIVIDUAL', upToFen: 5_000_000, membersNeeded: 1, chairVeto: false },
    { authority: 'SMALL', upToFen: 20_000_000, membersNeeded: 3, chairVeto: true },
    { authority: 'FULL', upToFen: 100_000_000, membersNeeded: 5, chairVeto: true },
  ],
};

/** Risk's handoff of a loan of 80,000 yuan unless changed. */
export function aReport(cast: Cast, change: Partial<HandoffData<'decide-application'>> = {}): HandoffData<'decide-application'> {
  return {
    applicationId: newId('app'),
    investigationId: newId('inv'),
    reportId: newId('rep'),
    reportVersion: 1,
    reportHash: 'a'.repeat(64),
    rating: 'MEDIUM',
    recommendation: 'APPROVE',
    score: 610,
    scorecardId: 'individual',
    scorecardVersion: 1,
    recommendedAmountFen: 8_000_000,
    recommendedTermMonths: 12,
    recommendedAnnualRate: null,
    participants: [
      { role: 'SALESPERSON', employeeId: cast.seller.employeeId },
      ...cast.investigators.map(({ employeeId }) => ({ role: 'INVESTIGATOR' as const, employeeId })),
    ],
    customerId: newId('cus'),
    customerType: 'INDIVIDUAL',
    salespersonId: cast.seller.employeeId,
    productId: PRODUCT_ID,
    amountFen: 8_000_000,
    termMonths: 12,
    annualRate: '0.12',
    method: 'EQUAL_INSTALMENT',
    purpose: 'EDUCATION',
    ...change,
  };
}
