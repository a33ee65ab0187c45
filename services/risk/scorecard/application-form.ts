// What a row of a file of applications says, in the words of the scorecard. This is the one place that knows the columns: the tool that fits and judges
// cards and the intake that plays the rows through the system both read through it. The outcome and the attributes that nobody may score on are not here.
import type { ScoringFacts } from '@weilend/risk-service/domain/scorecard/scoring-facts.js';

/** What the form says; the bureau's word comes from elsewhere. */
export type FormFacts = Omit<ScoringFacts, 'bureauScore' | 'bureauSeriousDelinquency'>;
export type FormFact = keyof FormFacts;
export type Row = Readonly<Record<string, string | undefined>>;

export interface ColumnProblem {
  readonly column: string;
  readonly problem: string;
}

interface TextColumn {
  readonly fact: FormFact;
  /** Text of the file -> value of the fact. */
  readonly texts: Readonly<Record<string, string>>;
}

interface NumberColumn {
  readonly fact: FormFact;
  readonly least: number;
  readonly most: number;
  /** Units of the fact in one unit of the file. */
  readonly times?: number;
}

export const OUTCOME_COLUMN = 'creditability';
/** Sex, marital status and nationality: law and fairness forbid to score on them, so they are dropped before anybody sees the row. */
export const FORBIDDEN_COLUMNS: readonly string[] = ['personal_status_and_sex', 'foreign_worker'];

export const COLUMNS: Readonly<Record<string, TextColumn | NumberColumn>> = {
  status_of_existing_checking_account: {
    fact: 'checkingAccountStatus',
    texts: {
      '... < 0 DM': 'OVERDRAWN',
      '0 <= ... < 200 DM': 'BELOW_200',
      '... >= 200 DM / salary assignments for at least 1 year': 'AT_LEAST_200_OR_SALARY',
      'no checking account': 'NO_ACCOUNT',
    },
  },
  duration_in_month: { fact: 'termMonths', least: 1, most: 120 },
  credit_history: {
    fact: 'creditHistory',
    texts: {
      'no credits taken/ all credits paid back duly': 'NO_CREDITS_OR_ALL_PAID',
      'all credits at this bank paid back duly': 'ALL_PAID_HERE',
      'existing credits paid back duly till now': 'PAID_DULY_TILL_NOW',
      'delay in paying off in the past': 'PAST_DELAY',
      'critical account/ other credits existing (not at this bank)': 'CRITICAL_OR_OTHER_CREDITS',
    },
  },
  purpose: {
    fact: 'purpose',
    texts: {
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
    },
  },
  // Whole yuan in the file, fen in the system.
  credit_amount: { fact: 'amountFen', least: 1, most: 99_999_999, times: 100 },
  savings_account_and_bonds: {
    fact: 'savings',
    texts: {
      '... < 100 DM': 'BELOW_100',
      '100 <= ... < 500 DM': 'FROM_100_TO_500',
      '500 <= ... < 1000 DM': 'FROM_500_TO_1000',
      '... >= 1000 DM': 'AT_LEAST_1000',
      'unknown/ no savings account': 'UNKNOWN_OR_NONE',
    },
  },
  present_employment_since: {
    fact: 'employmentSince',
    texts: {
      unemployed: 'UNEMPLOYED',
      '... < 1 year': 'BELOW_1_YEAR',
      '1 <= ... < 4 years': 'FROM_1_TO_4_YEARS',
      '4 <= ... < 7 years': 'FROM_4_TO_7_YEARS',
      '... >= 7 years': 'AT_LEAST_7_YEARS',
    },
  },
  installment_rate_in_percentage_of_disposable_income: { fact: 'instalmentRatePercent', least: 1, most: 4 },
  other_debtors_or_guarantors: {
    fact: 'otherDebtors',
    texts: { none: 'NONE', 'co-applicant': 'CO_APPLICANT', guarantor: 'GUARANTOR' },
  },
  present_residence_since: { fact: 'residenceSince', least: 1, most: 4 },
  property: {
    fact: 'property',
    texts: {
      'real estate': 'REAL_ESTATE',
      'building society savings agreement/ life insurance': 'SAVINGS_AGREEMENT_OR_LIFE_INSURANCE',
      'car or other, not in attribute Savings account/bonds': 'CAR_OR_OTHER',
      'unknown / no property': 'UNKNOWN_OR_NONE',
    },
  },
  age_in_years: { fact: 'ageInYears', least: 1, most: 120 },
  other_installment_plans: { fact: 'otherInstalmentPlans', texts: { none: 'NONE', bank: 'BANK', stores: 'STORES' } },
  housing: { fact: 'housing', texts: { own: 'OWN', rent: 'RENT', 'for free': 'FREE' } },
  number_of_existing_credits_at_this_bank: { fact: 'existingCredits', least: 0, most: 99 },
  job: {
    fact: 'job',
    texts: {
      'unemployed/ unskilled - non-resident': 'UNEMPLOYED_OR_UNSKILLED',
      'unskilled - resident': 'UNSKILLED',
      'skilled employee / official': 'SKILLED',
      'management/ self-employed/ highly qualified employee/ officer': 'MANAGEMENT_OR_SELF_EMPLOYED',
    },
  },
  number_of_people_being_liable_to_provide_maintenance_for: { fact: 'dependants', least: 0, most: 99 },
  telephone: { fact: 'telephone', texts: { none: 'NONE', 'yes, registered under the customers name': 'REGISTERED' } },
};

/** The facts of a row; a column whose text means nothing is a problem and its fact is left null. */
export function readForm(row: Row): { readonly facts: FormFacts; readonly problems: readonly ColumnProblem[] } {
  const problems: ColumnProblem[] = [];
  const facts = Object.entries(COLUMNS).map(([column, meaning]) => {
    const value = valueOf(meaning, row[column]);
    if (value === null) problems.push({ column, problem: problemOf(meaning, row[column]) });
    return [meaning.fact, value] as const;
  });
  return { facts: Object.fromEntries(facts) as unknown as FormFacts, problems };
}

function valueOf(column: TextColumn | NumberColumn, text = ''): string | number | null {
  if ('texts' in column) return Object.hasOwn(column.texts, text) ? (column.texts[text] ?? null) : null;
  if (!/^\d{1,8}$/.test(text)) return null;
  const number = Number(text);
  return number >= column.least && number <= column.most ? number * (column.times ?? 1) : null;
}

function problemOf(column: TextColumn | NumberColumn, text = ''): string {
  if (text === '') return 'is empty';
  if ('texts' in column) return `"${text}" is not one of: ${Object.keys(column.texts).join(' | ')}`;
  return `"${text}" is no whole number from ${column.least} to ${column.most}`;
}
