// What a row of the data says of an applicant, in the words of the graph. The outcome column is dropped here, before anybody sees the row: it must
// never reach a decision. Sex, marital status and nationality have no word in the graph and stay out as well.
import type { CsvRow } from './csv.ts';

export interface Applicant {
  readonly no: string;
  readonly customerType: 'INDIVIDUAL' | 'SELF_EMPLOYED';
  readonly purpose: string;
  readonly purposeNote: string;
  /** Whole yuan. */
  readonly amountYuan: number;
  readonly termMonths: number;
  readonly ageInYears: number;
  readonly hasTelephone: boolean;
  /** What the investigators verify, as `ApplicantFactsInput` takes it. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** Has overdrawn his account and owes instalments to a bank: the bureau knows of it. */
  readonly isKnownToBureau: boolean;
  /** Has neither a telephone nor a home of his own: the first check sends him for a proof of his address. */
  readonly isReturnedFirst: boolean;
}

const OUTCOME = 'creditability';

const PURPOSES: Readonly<Record<string, string>> = {
  'car (new)': 'VEHICLE',
  'car (used)': 'VEHICLE',
  'furniture/equipment': 'HOUSEHOLD_GOODS',
  'radio/television': 'HOUSEHOLD_GOODS',
  'domestic appliances': 'HOUSEHOLD_GOODS',
  repairs: 'HOME_REPAIR',
  education: 'EDUCATION',
  retraining: 'EDUCATION',
  vacation: 'TRAVEL',
  business: 'WORKING_CAPITAL',
  others: 'OTHER',
};

/** Column of the data -> fact of the graph and what the texts mean there. */
const TEXTS: Readonly<Record<string, readonly [fact: string, values: Readonly<Record<string, string>>]>> = {
  status_of_existing_checking_account: [
    'checkingAccountStatus',
    {
      '... < 0 DM': 'OVERDRAWN',
      '0 <= ... < 200 DM': 'BELOW_200',
      '... >= 200 DM / salary assignments for at least 1 year': 'AT_LEAST_200_OR_SALARY',
      'no checking account': 'NO_ACCOUNT',
    },
  ],
  credit_history: [
    'creditHistory',
    {
      'no credits taken/ all credits paid back duly': 'NO_CREDITS_OR_ALL_PAID',
      'all credits at this bank paid back duly': 'ALL_PAID_HERE',
      'existing credits paid back duly till now': 'PAID_DULY_TILL_NOW',
      'delay in paying off in the past': 'PAST_DELAY',
      'critical account/ other credits existing (not at this bank)': 'CRITICAL_OR_OTHER_CREDITS',
    },
  ],
  savings_account_and_bonds: [
    'savings',
    {
      '... < 100 DM': 'BELOW_100',
      '100 <= ... < 500 DM': 'FROM_100_TO_500',
      '500 <= ... < 1000 DM': 'FROM_500_TO_1000',
      '... >= 1000 DM': 'AT_LEAST_1000',
      'unknown/ no savings account': 'UNKNOWN_OR_NONE',
    },
  ],
  present_employment_since: [
    'employmentSince',
    {
      unemployed: 'UNEMPLOYED',
      '... < 1 year': 'BELOW_1_YEAR',
      '1 <= ... < 4 years': 'FROM_1_TO_4_YEARS',
      '4 <= ... < 7 years': 'FROM_4_TO_7_YEARS',
      '... >= 7 years': 'AT_LEAST_7_YEARS',
    },
  ],
  other_debtors_or_guarantors: ['otherDebtors', { none: 'NONE', 'co-applicant': 'CO_APPLICANT', guarantor: 'GUARANTOR' }],
  property: [
    'property',
    {
      'real estate': 'REAL_ESTATE',
      'building society savings agreement/ life insurance': 'SAVINGS_AGREEMENT_OR_LIFE_INSURANCE',
      'car or other, not in attribute Savings account/bonds': 'CAR_OR_OTHER',
      'unknown / no property': 'UNKNOWN_OR_NONE',
    },
  ],
  other_installment_plans: ['otherInstalmentPlans', { none: 'NONE', bank: 'BANK', stores: 'STORES' }],
  housing: ['housing', { own: 'OWN', rent: 'RENT', 'for free': 'FREE' }],
  job: [
    'job',
    {
      'unemployed/ unskilled - non-resident': 'UNEMPLOYED_OR_UNSKILLED',
      'unskilled - resident': 'UNSKILLED',
      'skilled employee / official': 'SKILLED',
      'management/ self-employed/ highly qualified employee/ officer': 'MANAGEMENT_OR_SELF_EMPLOYED',
    },
  ],
  telephone: ['telephone', { none: 'NONE', 'yes, registered under the customers name': 'REGISTERED' }],
};

const NUMBERS: Readonly<Record<string, string>> = {
  installment_rate_in_percentage_of_disposable_income: 'instalmentRatePercent',
  present_residence_since: 'residenceSince',
  age_in_years: 'ageInYears',
  number_of_existing_credits_at_this_bank: 'existingCredits',
  number_of_people_being_liable_to_provide_maintenance_for: 'dependants',
};

/** @throws Error for a text that the data do not use. */
export function applicantOf({ [OUTCOME]: _outcome, ...row }: CsvRow): Applicant {
  const no = row['application_no'] ?? '';
  const texts = Object.entries(TEXTS).map(([column, [fact, values]]) => [fact, meaning(no, row[column], values)] as const);
  const numbers = Object.entries(NUMBERS).map(([column, fact]) => [fact, whole(no, row[column])] as const);
  const facts = Object.fromEntries<string | number>([...texts, ...numbers]);
  return {
    no,
    facts,
    customerType: row['purpose'] === 'business' ? 'SELF_EMPLOYED' : 'INDIVIDUAL',
    purpose: meaning(no, row['purpose'], PURPOSES),
    purposeNote: row['purpose'] ?? '',
    amountYuan: whole(no, row['credit_amount']),
    termMonths: whole(no, row['duration_in_month']),
    ageInYears: whole(no, row['age_in_years']),
    hasTelephone: facts['telephone'] === 'REGISTERED',
    isKnownToBureau: facts['otherInstalmentPlans'] === 'BANK' && facts['checkingAccountStatus'] === 'OVERDRAWN',
    isReturnedFirst: facts['telephone'] === 'NONE' && facts['housing'] !== 'OWN',
  };
}

function meaning(no: string, text: string | undefined, values: Readonly<Record<string, string>>): string {
  const found = values[text ?? ''];
  if (found === undefined) throw new Error(`${no}: "${text}" means nothing here`);
  return found;
}

function whole(no: string, text: string | undefined): number {
  if (!/^\d+$/.test(text ?? '')) throw new Error(`${no}: "${text}" is no whole number`);
  return Number(text);
}
