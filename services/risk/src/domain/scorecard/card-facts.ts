import {
  CHECKING_ACCOUNT_STATUSES,
  CREDIT_HISTORIES,
  EMPLOYMENT_SPANS,
  HOUSINGS,
  INSTALMENT_PLANS,
  JOB_LEVELS,
  OTHER_DEBTORS,
  PROPERTIES,
  SAVINGS_LEVELS,
  TELEPHONES,
} from './scoring-facts.js';
import type { FactName } from './scoring-facts.js';

// What a scorecard may be made of: every fact with its kind and its words. Sex, marital status, nationality, ethnic origin and religion are no
// facts of the company; a card that names one of them is refused by that very name, so that nobody takes it for a misspelling [1.5].

/** A fact is a word of a closed list (null: any word, as the purposes are the company's list), a whole number, or yes and no. */
export type FactKind =
  | { readonly kind: 'TEXT'; readonly values: readonly string[] | null }
  | { readonly kind: 'NUMBER' }
  | { readonly kind: 'FLAG' };

export type CardValue = string | number | boolean;

const text = (values: readonly string[] | null): FactKind => ({ kind: 'TEXT', values });
const number: FactKind = { kind: 'NUMBER' };

export const CARD_FACTS: Readonly<Record<FactName, FactKind>> = {
  checkingAccountStatus: text(CHECKING_ACCOUNT_STATUSES),
  creditHistory: text(CREDIT_HISTORIES),
  savings: text(SAVINGS_LEVELS),
  employmentSince: text(EMPLOYMENT_SPANS),
  instalmentRatePercent: number,
  otherDebtors: text(OTHER_DEBTORS),
  residenceSince: number,
  property: text(PROPERTIES),
  ageInYears: number,
  otherInstalmentPlans: text(INSTALMENT_PLANS),
  housing: text(HOUSINGS),
  existingCredits: number,
  job: text(JOB_LEVELS),
  dependants: number,
  telephone: text(TELEPHONES),
  amountFen: number,
  termMonths: number,
  purpose: text(null),
  bureauScore: number,
  bureauSeriousDelinquency: { kind: 'FLAG' },
};

export const FACT_NAMES = Object.keys(CARD_FACTS) as FactName[];

/** The bureau's word: no card does without it. */
export const BUREAU_FACTS = ['bureauScore', 'bureauSeriousDelinquency'] as const satisfies readonly FactName[];

const FORBIDDEN = /sex|gender|female|marital|marriage|married|divorc|national|foreign|citizen|ethnic|religio|personal_?status/i;

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(CARD_FACTS, name);
}

/** True for a name of what may never be looked at. */
export function isForbidden(name: string): boolean {
  return !isFactName(name) && FORBIDDEN.test(name);
}

/** True when the value can be one of the fact. */
export function fits(fact: FactName, value: unknown): value is CardValue {
  const known = CARD_FACTS[fact];
  if (known.kind === 'NUMBER') return Number.isSafeInteger(value);
  if (known.kind === 'FLAG') return typeof value === 'boolean';
  return typeof value === 'string' && (known.values === null ? /^[A-Z][A-Z_0-9]*$/.test(value) : known.values.includes(value));
}

/** A value as it is typed into a form, as the value that the fact takes; a text that is none stays what it is, and fits nowhere. */
export function valueOf(fact: string, typed: string): CardValue {
  const kind = isFactName(fact) ? CARD_FACTS[fact].kind : 'TEXT';
  if (kind === 'NUMBER' && /^\d{1,15}$/.test(typed)) return Number(typed);
  if (kind === 'FLAG' && (typed === 'true' || typed === 'false')) return typed === 'true';
  return typed;
}
