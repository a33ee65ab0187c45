import type { CustomerKind, IdentityClaim } from '../../domain/customer/customer.js';
import type { mergeProfile, Profile } from '../../domain/customer/profile.js';

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
  readonly financial?: {
    readonly monthlyIncome?: number | null;
    readonly monthlyExpense?: number | null;
    readonly assets?: number | null;
    readonly liabilities?: number | null;
    readonly annualRevenue?: number | null;
    readonly statedLatePayments?: number | null;
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
export function profileChange(request: ProfileRequest | null | undefined): Parameters<typeof mergeProfile>[1] {
  const { basic, financial, needs } = request ?? {};
  return {
    basic: basic ?? null,
    financial: financial && {
      monthlyIncomeFen: financial.monthlyIncome,
      monthlyExpenseFen: financial.monthlyExpense,
      assetsFen: financial.assets,
      liabilitiesFen: financial.liabilities,
      annualRevenueFen: financial.annualRevenue,
      statedLatePayments: financial.statedLatePayments,
    },
    needs: needs && { purpose: needs.purpose, amountFen: needs.amount, termMonths: needs.termMonths, method: needs.method },
  };
}
