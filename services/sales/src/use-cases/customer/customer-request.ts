import type { CustomerKind, IdentityClaim } from '../../domain/customer/customer.js';
import type { Profile, ProfileChange } from '../../domain/customer/profile.js';

export interface IdentityRequest {
  readonly type: CustomerKind;
  readonly name: string;
  readonly residentId?: string | null;
  readonly creditCode?: string | null;
  readonly representativeName?: string | null;
  readonly phone: string;
  readonly address: string;
}

/** Money fields hold fen, as the scalar gives them. */
export interface ProfileRequest {
  readonly basic?: Partial<Profile['basic']> | null;
  readonly employment?: Partial<Profile['employment']> | null;
  readonly family?: Partial<Profile['family']> | null;
  readonly business?: Partial<Profile['business']> | null;
  readonly financial?: {
    readonly monthlyIncome?: number | null;
    readonly monthlyExpense?: number | null;
    readonly assets?: number | null;
    readonly liabilities?: number | null;
    readonly annualRevenue?: number | null;
    readonly statedLatePayments?: number | null;
  } | null;
  readonly debts?: {
    readonly otherLoans?: number | null;
    readonly otherLoansBalance?: number | null;
    readonly monthlyDebtService?: number | null;
    readonly guarantees?: number | null;
  } | null;
  readonly needs?: {
    readonly purpose?: string | null;
    readonly amount?: number | null;
    readonly termMonths?: number | null;
    readonly method?: string | null;
  } | null;
}

export function identityClaim(request: IdentityRequest): IdentityClaim {
  return {
    type: request.type,
    name: request.name,
    residentId: request.residentId ?? null,
    creditCode: request.creditCode ?? null,
    representativeName: request.representativeName ?? null,
    phone: request.phone,
    address: request.address,
  };
}

/** Names of the request to names of the file; what is left out stays left out. */
export function profileChange(request: ProfileRequest | null | undefined): ProfileChange {
  const { basic, employment, family, business, financial, debts, needs } = request ?? {};
  return {
    basic: basic ?? null,
    employment: employment ?? null,
    family: family ?? null,
    business: business ?? null,
    financial: financial && {
      monthlyIncomeFen: financial.monthlyIncome,
      monthlyExpenseFen: financial.monthlyExpense,
      assetsFen: financial.assets,
      liabilitiesFen: financial.liabilities,
      annualRevenueFen: financial.annualRevenue,
      statedLatePayments: financial.statedLatePayments,
    },
    debts: debts && {
      otherLoans: debts.otherLoans,
      otherLoansFen: debts.otherLoansBalance,
      monthlyDebtServiceFen: debts.monthlyDebtService,
      guaranteesFen: debts.guarantees,
    },
    needs: needs && { purpose: needs.purpose, amountFen: needs.amount, termMonths: needs.termMonths, method: needs.method },
  };
}
