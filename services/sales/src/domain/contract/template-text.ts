import { DomainError, formatYuan, rmbCapitals } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import { CLAUSE_KEYS, methodName, percentText } from './clauses.js';
import type { ClauseFacts, ContractClause } from './clauses.js';

// What a contract template says: its sections in their order, each a title and a text with places for the facts of one contract, written as
// {amount}. Eleven sections are mandatory, more than law's seven clauses: also fees, early repayment, disputes and the use of personal data.
// Optional sections (a guarantor, a joint borrower) come into a contract only when the salesperson asks for them.

export const MANDATORY_SECTIONS = [...CLAUSE_KEYS, 'FEES', 'EARLY_REPAYMENT', 'DATA_USE', 'DISPUTE'] as const;

export interface TemplateSection {
  /** Capital letters and _, e.g. `DEFAULT_LIABILITY`. */
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly isOptional: boolean;
}

/** What each place in a text becomes. */
const PLACES: Readonly<Record<string, (facts: ClauseFacts) => string>> = {
  lender: ({ lender }) => lender,
  borrower: ({ borrower }) => borrower,
  amount: ({ terms }) => formatYuan(terms.amountFen),
  amountCapitals: ({ terms }) => rmbCapitals(terms.amountFen),
  term: ({ terms }) => `${terms.termMonths}个月`,
  startOn: ({ startOn }) => startOn,
  rate: ({ terms }) => percentText(terms.annualRate),
  method: ({ terms }) => methodName(terms.method),
  purpose: ({ purpose }) => purpose,
  overdueFactor: ({ overdueFactor }) => overdueFactor,
};
export const PLACEHOLDERS: readonly string[] = Object.keys(PLACES);

/** Places that a section cannot do without: the figures of the contract must stand in it [4.16]. */
const CARRIED: ReadonlyMap<string, readonly string[]> = new Map([
  ['PARTIES', ['lender', 'borrower']],
  ['AMOUNT', ['amount', 'amountCapitals']],
  ['TERM', ['term']],
  ['RATE', ['rate']],
  ['REPAYMENT_METHOD', ['method']],
  ['DEFAULT_LIABILITY', ['overdueFactor']],
]);
const PLACE = /\{([^{}]*)\}/g;
const KEY = /^[A-Z][A-Z_]{1,39}$/;
const MOST_SECTIONS = 40;
const MOST_CHARACTERS = 4_000;

/** Refuses, each by name: a mandatory section that is missing, empty or optional, a place that does not exist or is missing, a key that comes twice. */
export function checkSections(sections: readonly TemplateSection[]): void {
  const refusals = new Refusals();
  if (sections.length > MOST_SECTIONS) refusals.add(invalid('sections', `a template has at most ${MOST_SECTIONS} sections`));
  for (const key of MANDATORY_SECTIONS) {
    const found = sections.find((section) => section.key === key && !section.isOptional && section.text.trim() !== '');
    if (!found) refusals.add(new DomainError('TEMPLATE_SECTION_MISSING', { section: key }, 'sections'));
  }
  sections.forEach((section, place) => refusals.add(...problemsOf(section, sections.slice(0, place))));
  refusals.done();
}

function problemsOf({ key, title, text }: TemplateSection, before: readonly TemplateSection[]): DomainError[] {
  const field = `sections.${key}`;
  const named = [...text.matchAll(PLACE)].map((match) => match[1] ?? '');
  const lost = (CARRIED.get(key) ?? []).filter((placeholder) => !named.includes(placeholder));
  const unknown = [...new Set(named.filter((name) => !PLACEHOLDERS.includes(name)))];
  return [
    ...(KEY.test(key) ? [] : [invalid(field, 'the key of a section is written in capital letters and _, e.g. GUARANTEE')]),
    ...(before.some((one) => one.key === key) ? [invalid(field, `the section ${key} comes twice`)] : []),
    ...(title.trim() === '' ? [invalid(field, `the section ${key} has no title`)] : []),
    ...(text.trim() === '' || text.length > MOST_CHARACTERS ? [invalid(field, `a section has 1 to ${MOST_CHARACTERS} characters`)] : []),
    ...(/[{}]/.test(text.replace(PLACE, '')) ? [invalid(field, `the section ${key} has a brace without its partner`)] : []),
    ...unknown.map(
      (placeholder) => new DomainError('TEMPLATE_PLACEHOLDER_UNKNOWN', { section: key, placeholder, known: PLACEHOLDERS }, field),
    ),
    ...lost.map((placeholder) => new DomainError('TEMPLATE_PLACEHOLDER_MISSING', { section: key, placeholder }, field)),
  ];
}

/** The clauses of one contract: every section that is not optional, and the optional ones that are wanted. Throws CLAUSE_UNKNOWN for one there is not. */
export function writeClauses(
  sections: readonly TemplateSection[],
  facts: ClauseFacts,
  wanted: readonly string[] = [],
): readonly ContractClause[] {
  const refusals = new Refusals();
  for (const key of wanted) {
    if (!sections.some((section) => section.key === key && section.isOptional))
      refusals.add(new DomainError('CLAUSE_UNKNOWN', { clause: key }, 'optionalClauses'));
  }
  refusals.done();
  return sections
    .filter(({ key, isOptional }) => !isOptional || wanted.includes(key))
    .map(({ key, title, text }) => ({ key, title, text: text.replace(PLACE, (whole, name: string) => PLACES[name]?.(facts) ?? whole) }));
}

/** Keys of the sections that every contract of the template has. */
export function mandatoryKeys(sections: readonly TemplateSection[]): readonly string[] {
  return sections.filter(({ isOptional }) => !isOptional).map(({ key }) => key);
}

function invalid(field: string, problem: string): DomainError {
  return new DomainError('INPUT_INVALID', { problem }, field);
}
