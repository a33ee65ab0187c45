import { parseRate, RATE_SCALE, rateToScaled } from '@weilend/kernel';

// What may not fit together (矛盾规则), as a table that lending people can read: which figure or statement of the customer is held against
// which finding, how far it may be off, and how grave it is when it is further off. The company publishes tolerance and gravity as a dated
// parameter; an analysis keeps those of its day, so that what it found can be found again.

export const SEVERITIES = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const COMPARED_AMOUNTS = ['INCOME', 'TOTAL_DEBT', 'MONTHLY_PAYMENTS'] as const;
export const COMPARED_STATEMENTS = ['EMPLOYMENT', 'ADDRESS', 'TELEPHONE'] as const;
export type ComparedAmount = (typeof COMPARED_AMOUNTS)[number];
export type ComparedStatement = (typeof COMPARED_STATEMENTS)[number];
export type Against = 'documents' | 'bureau';

export const CONTRADICTION_CODES = [
  'DELINQUENCY_NOT_STATED',
  'CREDITS_UNDERSTATED',
  'AGE_DIFFERS',
  'INCOME_OVERSTATED',
  'INCOME_ABOVE_DOCUMENTS',
  'INCOME_ABOVE_BUREAU',
  'DEBT_BELOW_DOCUMENTS',
  'DEBT_BELOW_BUREAU',
  'PAYMENTS_BELOW_DOCUMENTS',
  'PAYMENTS_BELOW_BUREAU',
  'EMPLOYMENT_DIFFERS',
  'ADDRESS_DIFFERS',
  'TELEPHONE_DIFFERS',
] as const;
export type ContradictionCode = (typeof CONTRADICTION_CODES)[number];

/** A declared amount is too good when it is above (income) or below (debts, payments) the finding by more than the tolerance. */
export interface AmountRule {
  readonly code: ContradictionCode;
  readonly subject: ComparedAmount;
  readonly against: Against;
  readonly tooGood: 'above' | 'below';
}

export const AMOUNT_RULES: readonly AmountRule[] = [
  { code: 'INCOME_ABOVE_DOCUMENTS', subject: 'INCOME', against: 'documents', tooGood: 'above' },
  { code: 'INCOME_ABOVE_BUREAU', subject: 'INCOME', against: 'bureau', tooGood: 'above' },
  { code: 'DEBT_BELOW_DOCUMENTS', subject: 'TOTAL_DEBT', against: 'documents', tooGood: 'below' },
  { code: 'DEBT_BELOW_BUREAU', subject: 'TOTAL_DEBT', against: 'bureau', tooGood: 'below' },
  { code: 'PAYMENTS_BELOW_DOCUMENTS', subject: 'MONTHLY_PAYMENTS', against: 'documents', tooGood: 'below' },
  { code: 'PAYMENTS_BELOW_BUREAU', subject: 'MONTHLY_PAYMENTS', against: 'bureau', tooGood: 'below' },
];

export const STATEMENT_RULES: readonly { readonly code: ContradictionCode; readonly subject: ComparedStatement }[] = [
  { code: 'EMPLOYMENT_DIFFERS', subject: 'EMPLOYMENT' },
  { code: 'ADDRESS_DIFFERS', subject: 'ADDRESS' },
  { code: 'TELEPHONE_DIFFERS', subject: 'TELEPHONE' },
];

export interface RulePolicy {
  readonly code: ContradictionCode;
  readonly severity: Severity;
  /** How far off an amount may be, as a fraction of the finding; not read where no amounts are compared. */
  readonly tolerance: string;
}

/** What holds for a rule that the published table does not name, and for analyses from before there was one. */
const FIRST: Readonly<Partial<Record<ContradictionCode, Omit<RulePolicy, 'code'>>>> = {
  DELINQUENCY_NOT_STATED: { severity: 'HIGH', tolerance: '0' },
  INCOME_OVERSTATED: { severity: 'HIGH', tolerance: '0.2' },
};
const OTHERWISE = { severity: 'MEDIUM', tolerance: '0.2' } as const;

/** The rule in force by a published table; an entry that is not readable is as if it were not there. */
export function policyOf(table: readonly RulePolicy[], code: ContradictionCode): RulePolicy {
  const named = table.find((one) => one.code === code);
  const readable = named && SEVERITIES.includes(named.severity) && /^\d{1,4}(\.\d{1,12})?$/.test(named.tolerance);
  return readable ? named : { code, ...(FIRST[code] ?? OTHERWISE) };
}

/** True when a declared amount is better than the finding by more than the tolerance; exact. */
export function isTooGood(
  declaredFen: number,
  foundFen: number,
  { tooGood, tolerance }: { tooGood: 'above' | 'below'; tolerance: string },
): boolean {
  const off = rateToScaled(parseRate(tolerance));
  const [declared, found] = [BigInt(declaredFen) * RATE_SCALE, BigInt(foundFen)];
  return tooGood === 'above' ? declared > found * (RATE_SCALE + off) : declared < found * (off > RATE_SCALE ? 0n : RATE_SCALE - off);
}
