import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import type { CustomerKind } from './customer.js';

// What is known of a customer beside his identity, in sections: basic data, employment, family, business, financial state, debts, needs
// (基本信息、工作、家庭、经营、财务状况、负债、贷款需求). A file is complete when every part that his kind of customer has is filled; until then
// the missing parts are listed. What contradicts itself is not taken: it would have to be untrue in one of two places.

export interface BasicSection {
  readonly occupation: string | null;
  readonly education: string | null;
  readonly residence: string | null;
  readonly yearsAtResidence: number | null;
  /** Age of the business in months; not asked of individuals. */
  readonly businessMonths: number | null;
  readonly industry: string | null;
}

/** Where an individual earns his income. */
export interface EmploymentSection {
  readonly employer: string | null;
  readonly position: string | null;
  readonly employedMonths: number | null;
}

export interface FamilySection {
  readonly maritalStatus: string | null;
  readonly dependants: number | null;
}

/** The licence and the place of business of a self-employed person or an enterprise. */
export interface BusinessSection {
  /** What the licence allows (经营范围). */
  readonly scope: string | null;
  readonly licenceIssuedOn: LocalDate | null;
  /** Last day; 9999-12-31 for a licence without an end (长期). */
  readonly licenceValidUntil: LocalDate | null;
  readonly premises: string | null;
  readonly employees: number | null;
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

/** What he owes others already, as he says; amounts in fen. */
export interface DebtsSection {
  readonly otherLoans: number | null;
  readonly otherLoansFen: number | null;
  readonly monthlyDebtServiceFen: number | null;
  /** Debts of others that he guarantees. */
  readonly guaranteesFen: number | null;
}

export interface NeedsSection {
  readonly purpose: string | null;
  readonly amountFen: number | null;
  readonly termMonths: number | null;
  readonly method: string | null;
}

export interface Profile {
  readonly basic: BasicSection;
  readonly employment: EmploymentSection;
  readonly family: FamilySection;
  readonly business: BusinessSection;
  readonly financial: FinancialSection;
  readonly debts: DebtsSection;
  readonly needs: NeedsSection;
}

export const emptyProfile: Profile = {
  basic: { occupation: null, education: null, residence: null, yearsAtResidence: null, businessMonths: null, industry: null },
  employment: { employer: null, position: null, employedMonths: null },
  family: { maritalStatus: null, dependants: null },
  business: { scope: null, licenceIssuedOn: null, licenceValidUntil: null, premises: null, employees: null },
  financial: {
    ...{ monthlyIncomeFen: null, monthlyExpenseFen: null, assetsFen: null, liabilitiesFen: null },
    ...{ annualRevenueFen: null, statedLatePayments: null },
  },
  debts: { otherLoans: null, otherLoansFen: null, monthlyDebtServiceFen: null, guaranteesFen: null },
  needs: { purpose: null, amountFen: null, termMonths: null, method: null },
};

export type ProfileChange = { readonly [S in keyof Profile]?: Partial<Profile[S]> | null };

export interface Completeness {
  /** Whole percent of the parts that this kind of customer has. */
  readonly percent: number;
  /** Sections with at least one part missing. */
  readonly missingSections: readonly string[];
  /** `section.part` of everything missing. */
  readonly missing: readonly string[];
}

/** Sections and parts that a kind of customer does not have [3.8]. */
const NOT_ASKED: Readonly<Record<CustomerKind, readonly string[]>> = {
  INDIVIDUAL: ['business', 'basic.businessMonths', 'basic.industry', 'financial.annualRevenueFen'],
  SELF_EMPLOYED: ['employment'],
  MICRO_ENTERPRISE: ['employment', 'family', 'basic.occupation', 'basic.education', 'basic.residence', 'basic.yearsAtResidence'],
};

/** How complete a file is for its kind of customer [3.5]. Percent rounds down: 100 means nothing is missing. */
export function completenessOf(type: CustomerKind, profile: Profile): Completeness {
  const asked = partsOf(profile).filter(({ section, path }) => !NOT_ASKED[type].some((part) => part === section || part === path));
  const missing = asked.filter(({ value }) => value === null || value === '');
  return {
    percent: Math.floor(((asked.length - missing.length) * 100) / asked.length),
    missingSections: [...new Set(missing.map(({ section }) => section))],
    missing: missing.map(({ path }) => path),
  };
}

/** Takes the parts that are given; a part that is left out (undefined) stays, null clears it. Refuses what contradicts itself [3.6]. */
export function mergeProfile(profile: Profile, change: ProfileChange): Profile {
  const merged = Object.fromEntries(
    Object.entries(profile).map(([section, values]) => [section, { ...(values as object), ...given(change[section as keyof Profile]) }]),
  ) as unknown as Profile;
  checkProfile(merged);
  return merged;
}

function checkProfile(profile: Profile): void {
  const { debts, business } = profile;
  const refusals = new Refusals();
  for (const { path, value } of partsOf(profile))
    if (typeof value === 'number' && value < 0) refusals.add(new DomainError('PROFILE_VALUE_INVALID', { part: path }, `profile.${path}`));
  if (business.licenceIssuedOn && business.licenceValidUntil && business.licenceValidUntil < business.licenceIssuedOn)
    refusals.add(contradiction('business.licenceValidUntil', 'business.licenceIssuedOn'));
  const owes = (debts.otherLoansFen ?? 0) > 0 || (debts.monthlyDebtServiceFen ?? 0) > 0;
  if (debts.otherLoans === 0 && owes) refusals.add(contradiction('debts.otherLoans', 'debts.otherLoansFen'));
  refusals.done();
}

const contradiction = (part: string, other: string): DomainError =>
  new DomainError('PROFILE_CONTRADICTION', { part, other }, `profile.${part}`);

function partsOf(profile: Profile): { section: string; path: string; value: unknown }[] {
  return Object.entries(profile).flatMap(([section, values]) =>
    Object.entries(values as object).map(([part, value]) => ({ section, path: `${section}.${part}`, value: value as unknown })),
  );
}

function given(section: object | null | undefined): object {
  return Object.fromEntries(Object.entries(section ?? {}).filter(([, value]) => value !== undefined));
}
