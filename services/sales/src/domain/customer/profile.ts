import type { CustomerKind } from './customer.js';

// What is known of a customer beside his identity, in three sections: basic data, financial state, needs (基本信息、财务状况、贷款需求).
// A file is complete when every section that his kind of customer has is filled; until then the missing parts are listed.

export interface BasicSection {
  readonly occupation: string | null;
  readonly education: string | null;
  readonly residence: string | null;
  readonly yearsAtResidence: number | null;
  /** Age of the business in months; not asked of individuals. */
  readonly businessMonths: number | null;
  readonly industry: string | null;
}

/** Amounts in fen. */
export interface FinancialSection {
  readonly monthlyIncomeFen: number | null;
  readonly monthlyExpenseFen: number | null;
  readonly assetsFen: number | null;
  readonly liabilitiesFen: number | null;
  /** Turnover of the last year; not asked of individuals. */
  readonly annualRevenueFen: number | null;
  /** Times that he was late with a loan in the last two years, as he says himself; risk verifies it. */
  readonly statedLatePayments: number | null;
}

export interface NeedsSection {
  readonly purpose: string | null;
  readonly amountFen: number | null;
  readonly termMonths: number | null;
  readonly method: string | null;
}

export interface Profile {
  readonly basic: BasicSection;
  readonly financial: FinancialSection;
  readonly needs: NeedsSection;
}

export const emptyProfile: Profile = {
  basic: { occupation: null, education: null, residence: null, yearsAtResidence: null, businessMonths: null, industry: null },
  financial: {
    monthlyIncomeFen: null,
    monthlyExpenseFen: null,
    assetsFen: null,
    liabilitiesFen: null,
    annualRevenueFen: null,
    statedLatePayments: null,
  },
  needs: { purpose: null, amountFen: null, termMonths: null, method: null },
};

export interface Completeness {
  /** Whole percent of the parts that this kind of customer has. */
  readonly percent: number;
  /** Sections with at least one part missing. */
  readonly missingSections: readonly string[];
  /** `section.part` of everything missing. */
  readonly missing: readonly string[];
}

const ONLY_BUSINESS: readonly string[] = ['basic.businessMonths', 'basic.industry', 'financial.annualRevenueFen'];
const ONLY_PERSONS: readonly string[] = ['basic.occupation', 'basic.education', 'basic.residence', 'basic.yearsAtResidence'];

/** How complete a file is for its kind of customer [3.5]. Percent rounds down: 100 means nothing is missing. */
export function completenessOf(type: CustomerKind, profile: Profile): Completeness {
  const parts = Object.entries(profile).flatMap(([section, values]) =>
    Object.entries(values as object).map(([part, value]) => ({
      section,
      path: `${section}.${part}`,
      filled: value !== null && value !== '',
    })),
  );
  const asked = parts.filter(({ path }) => isAsked(type, path));
  const missing = asked.filter(({ filled }) => !filled);
  return {
    percent: Math.floor(((asked.length - missing.length) * 100) / asked.length),
    missingSections: [...new Set(missing.map(({ section }) => section))],
    missing: missing.map(({ path }) => path),
  };
}

/** Takes the parts that are given; a part that is left out (undefined) stays, null clears it. */
export function mergeProfile(profile: Profile, change: { readonly [S in keyof Profile]?: Partial<Profile[S]> | null }): Profile {
  return {
    basic: { ...profile.basic, ...given(change.basic) },
    financial: { ...profile.financial, ...given(change.financial) },
    needs: { ...profile.needs, ...given(change.needs) },
  };
}

function isAsked(type: CustomerKind, path: string): boolean {
  if (type === 'INDIVIDUAL') return !ONLY_BUSINESS.includes(path);
  return type === 'SELF_EMPLOYED' || !ONLY_PERSONS.includes(path);
}

function given<T extends object>(section: Partial<T> | null | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(section ?? {}).filter(([, value]) => value !== undefined)) as Partial<T>;
}
