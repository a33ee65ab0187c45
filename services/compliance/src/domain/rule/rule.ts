// The rules of the company (制度) reach everybody they are addressed to: each version is published with its text, each person acknowledges that
// version, and who has not is on a list. A new version asks everybody again; an acknowledgement names the hash of the text that was read [7.7].
import { canonicalHash, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

export interface CompanyRule {
  readonly id: string;
  /** Stays the same over all versions, e.g. `sales-department`. */
  readonly code: string;
  readonly ruleVersion: number;
  readonly title: string;
  readonly text: string;
  readonly textHash: string;
  /** Roles it is addressed to; empty for everybody. */
  readonly audience: readonly string[];
  readonly effectiveFrom: LocalDate;
  readonly publishedBy: string;
}

export interface Acknowledgement {
  readonly id: string;
  readonly ruleId: string;
  readonly employeeId: string;
  readonly textHash: string;
  readonly acknowledgedAt: Date;
}

export interface Person {
  readonly employeeId: string;
  readonly roles: readonly string[];
}

export type RuleFacts = Omit<CompanyRule, 'ruleVersion' | 'textHash'>;

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The next version of a rule. Throws RULE_TEXT_MISSING or RULE_RETROACTIVE. `earlier` are the versions of the same code. */
export function publishRule(facts: RuleFacts, earlier: readonly CompanyRule[], today: LocalDate): CompanyRule {
  const written = CODE.test(facts.code) && facts.title.trim() !== '' && facts.text.trim() !== '';
  if (!written) throw new DomainError('RULE_TEXT_MISSING', {}, 'text');
  if (facts.effectiveFrom < today) throw new DomainError('RULE_RETROACTIVE', { effectiveFrom: facts.effectiveFrom }, 'effectiveFrom');
  const ruleVersion = Math.max(0, ...earlier.map((one) => one.ruleVersion)) + 1;
  return { ...facts, ruleVersion, textHash: canonicalHash(facts.text) };
}

/** Throws RULE_SUPERSEDED, RULE_NOT_ADDRESSED or RULE_ACKNOWLEDGED. `versions` are all versions of the code. */
export function acknowledge(
  rule: CompanyRule,
  person: Person,
  known: { versions: readonly CompanyRule[]; earlier: Acknowledgement | null },
): Omit<Acknowledgement, 'id' | 'acknowledgedAt'> {
  if (known.versions.some((one) => one.ruleVersion > rule.ruleVersion))
    throw new DomainError('RULE_SUPERSEDED', { ruleVersion: rule.ruleVersion });
  if (!isAddressed(rule, person)) throw new DomainError('RULE_NOT_ADDRESSED');
  if (known.earlier) throw new DomainError('RULE_ACKNOWLEDGED');
  return { ruleId: rule.id, employeeId: person.employeeId, textHash: rule.textHash };
}

/** The newest version of each code. */
export function currentRules<R extends CompanyRule>(rules: readonly R[]): R[] {
  const newest = new Map<string, R>();
  for (const rule of rules) if ((newest.get(rule.code)?.ruleVersion ?? 0) < rule.ruleVersion) newest.set(rule.code, rule);
  return [...newest.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Who still owes an acknowledgement of a rule. */
export function missingFor(
  rule: CompanyRule,
  people: readonly Person[],
  given: readonly Pick<Acknowledgement, 'ruleId' | 'employeeId'>[],
): string[] {
  const done = new Set(given.filter((one) => one.ruleId === rule.id).map((one) => one.employeeId));
  return people.filter((person) => isAddressed(rule, person) && !done.has(person.employeeId)).map((person) => person.employeeId);
}

function isAddressed({ audience }: CompanyRule, { roles }: Person): boolean {
  return audience.length === 0 || roles.some((role) => audience.includes(role));
}
