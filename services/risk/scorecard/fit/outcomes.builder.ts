// Applications for specs: everybody is average but for what is said.
import type { FormFacts } from '../application-form.ts';
import type { Outcome } from './attributes.ts';

const average: FormFacts = {
  checkingAccountStatus: 'BELOW_200',
  termMonths: 18,
  creditHistory: 'PAID_DULY_TILL_NOW',
  purpose: 'VEHICLE',
  amountFen: 250_000,
  savings: 'BELOW_100',
  employmentSince: 'FROM_1_TO_4_YEARS',
  instalmentRatePercent: 2,
  otherDebtors: 'NONE',
  residenceSince: 2,
  property: 'CAR_OR_OTHER',
  ageInYears: 35,
  otherInstalmentPlans: 'NONE',
  housing: 'OWN',
  existingCredits: 1,
  job: 'SKILLED',
  dependants: 1,
  telephone: 'NONE',
};

/** So many goods and so many bads with these facts. */
export function some(goods: number, bads: number, facts: Partial<FormFacts> = {}): Outcome[] {
  return Array.from({ length: goods + bads }, (_, at) => ({ facts: { ...average, ...facts }, isBad: at >= goods }));
}
