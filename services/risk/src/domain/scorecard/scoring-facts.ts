// What the scorecard may look at. The values are those of the company's data form; sex, marital status and nationality are not among
// them and may never be. A fact that nobody has verified is null: the scorecard then refers the application to people, it never passes.

/** Own current account (活期账户状态) at the time of application, in yuan. */
export const CHECKING_ACCOUNT_STATUSES = ['OVERDRAWN', 'BELOW_200', 'AT_LEAST_200_OR_SALARY', 'NO_ACCOUNT'] as const;
/** Repayment history (信用历史) as stated on the form; the bureau report is a fact of its own. */
export const CREDIT_HISTORIES = [
  'NO_CREDITS_OR_ALL_PAID',
  'ALL_PAID_HERE',
  'PAID_DULY_TILL_NOW',
  'PAST_DELAY',
  'CRITICAL_OR_OTHER_CREDITS',
] as const;
/** Savings and bonds (储蓄), in yuan. */
export const SAVINGS_LEVELS = ['BELOW_100', 'FROM_100_TO_500', 'FROM_500_TO_1000', 'AT_LEAST_1000', 'UNKNOWN_OR_NONE'] as const;
/** Years with the present employer or in the present business (现职年限). */
export const EMPLOYMENT_SPANS = ['UNEMPLOYED', 'BELOW_1_YEAR', 'FROM_1_TO_4_YEARS', 'FROM_4_TO_7_YEARS', 'AT_LEAST_7_YEARS'] as const;
/** Others who stand for the debt (共同借款人/保证人). */
export const OTHER_DEBTORS = ['NONE', 'CO_APPLICANT', 'GUARANTOR'] as const;
/** Best property owned (财产). */
export const PROPERTIES = ['REAL_ESTATE', 'SAVINGS_AGREEMENT_OR_LIFE_INSURANCE', 'CAR_OR_OTHER', 'UNKNOWN_OR_NONE'] as const;
/** Instalment plans with others (其他分期). */
export const INSTALMENT_PLANS = ['NONE', 'BANK', 'STORES'] as const;
/** Housing (居住). */
export const HOUSINGS = ['OWN', 'RENT', 'FREE'] as const;
/** Qualification of the work done (职业). */
export const JOB_LEVELS = ['UNEMPLOYED_OR_UNSKILLED', 'UNSKILLED', 'SKILLED', 'MANAGEMENT_OR_SELF_EMPLOYED'] as const;
/** Telephone in the applicant's own name (电话). */
export const TELEPHONES = ['NONE', 'REGISTERED'] as const;

type OneOf<T extends readonly unknown[]> = T[number];

/** The applicant's facts as two investigators verified them; null is "not verified". */
export interface ApplicantFacts {
  readonly checkingAccountStatus: OneOf<typeof CHECKING_ACCOUNT_STATUSES> | null;
  readonly creditHistory: OneOf<typeof CREDIT_HISTORIES> | null;
  readonly savings: OneOf<typeof SAVINGS_LEVELS> | null;
  readonly employmentSince: OneOf<typeof EMPLOYMENT_SPANS> | null;
  /** Class of the instalment's share in the disposable income, 1 (35 % and more) to 4 (below 20 %). */
  readonly instalmentRatePercent: number | null;
  readonly otherDebtors: OneOf<typeof OTHER_DEBTORS> | null;
  /** Class of the years in the present home, 1 (under one year) to 4 (seven and more). */
  readonly residenceSince: number | null;
  readonly property: OneOf<typeof PROPERTIES> | null;
  readonly ageInYears: number | null;
  readonly otherInstalmentPlans: OneOf<typeof INSTALMENT_PLANS> | null;
  readonly housing: OneOf<typeof HOUSINGS> | null;
  readonly existingCredits: number | null;
  readonly job: OneOf<typeof JOB_LEVELS> | null;
  readonly dependants: number | null;
  readonly telephone: OneOf<typeof TELEPHONES> | null;
}

/** Everything the card reads: the applicant's facts, the loan as asked for, and the bureau's word. */
export interface ScoringFacts extends ApplicantFacts {
  readonly amountFen: number | null;
  readonly termMonths: number | null;
  readonly purpose: string | null;
  readonly bureauScore: number | null;
  readonly bureauSeriousDelinquency: boolean | null;
}

export type FactName = keyof ScoringFacts;

export const APPLICANT_FACTS = [
  'checkingAccountStatus',
  'creditHistory',
  'savings',
  'employmentSince',
  'instalmentRatePercent',
  'otherDebtors',
  'residenceSince',
  'property',
  'ageInYears',
  'otherInstalmentPlans',
  'housing',
  'existingCredits',
  'job',
  'dependants',
  'telephone',
] as const satisfies readonly (keyof ApplicantFacts)[];

/** The facts of an application that nobody has verified yet. */
export const NO_FACTS = {
  checkingAccountStatus: null,
  creditHistory: null,
  savings: null,
  employmentSince: null,
  instalmentRatePercent: null,
  otherDebtors: null,
  residenceSince: null,
  property: null,
  ageInYears: null,
  otherInstalmentPlans: null,
  housing: null,
  existingCredits: null,
  job: null,
  dependants: null,
  telephone: null,
} as const satisfies ApplicantFacts;

type Loosely<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The facts as given, each one that is left out as "not verified". */
export function factsOf(given: Loosely<ApplicantFacts>): ApplicantFacts {
  return Object.fromEntries(APPLICANT_FACTS.map((fact) => [fact, given[fact] ?? null])) as unknown as ApplicantFacts;
}
