import { DomainError, refuseAll } from '@weilend/kernel';
import { BUREAU_FACTS, CARD_FACTS, fits, isFactName, isForbidden } from './card-facts.js';
import { gradeProblems } from './check-grades.js';
import type { Band, Condition, DecisiveRule, Scorecard } from './scorecard.js';
import type { FactName } from './scoring-facts.js';

// What a scorecard must be like before anybody may propose it: it looks only at what the company may look at, every number falls into exactly one
// band, points are whole and never negative, and whatever it reads must have been verified, so that a missing fact can never approve anybody.

/** Throws everything that is wrong with the card at once [1.5, 4.10]. */
export function checkScorecard(card: Scorecard): void {
  refuseAll(problemsOf(card));
}

/** Throws for every fact that is forbidden or that nobody knows: such a card is not even written down. */
export function checkFactNames(card: Scorecard): void {
  refuseAll(namedProblems(card));
}

/** Everything that is wrong with the card; none when it may be proposed. */
export function problemsOf(card: Scorecard): DomainError[] {
  const names = namedProblems(card);
  // What is said of bands makes sense only for facts that there are.
  if (names.length > 0) return names;
  const attributes = Object.entries(card.attributes) as [FactName, readonly Band[]][];
  return [
    ...(attributes.length === 0 ? [new DomainError('SCORECARD_EMPTY', {}, 'attributes')] : []),
    ...attributes.flatMap(([fact, bands]) => bandProblems(fact, bands)),
    ...ruleProblems(card),
    ...requiredProblems(card),
    ...gradeProblems(card),
  ];
}

/** Facts that are forbidden or that nobody knows, wherever they stand. */
function namedProblems({ required, attributes, knockOuts, refer }: Scorecard): DomainError[] {
  const places: [string, string][] = [
    ...required.map((fact, no): [string, string] => [fact, `required.${no}`]),
    ...Object.keys(attributes).map((fact): [string, string] => [fact, `attributes.${fact}`]),
    ...knockOuts.map(({ fact }, no): [string, string] => [fact, `knockOuts.${no}.fact`]),
    ...refer.map(({ fact }, no): [string, string] => [fact, `refer.${no}.fact`]),
  ];
  return places.flatMap(([fact, field]) => {
    if (isFactName(fact)) return [];
    return [new DomainError(isForbidden(fact) ? 'SCORECARD_ATTRIBUTE_FORBIDDEN' : 'SCORECARD_FACT_UNKNOWN', { fact }, field)];
  });
}

function bandProblems(fact: FactName, bands: readonly Band[]): DomainError[] {
  const field = `attributes.${fact}`;
  if (bands.length === 0) return [new DomainError('SCORECARD_BAND_INVALID', { fact }, field)];
  const found: DomainError[] = [];
  bands.forEach((band, no) => {
    if (!isWellFormed(fact, band)) found.push(new DomainError('SCORECARD_BAND_INVALID', { fact }, `${field}.${no}`));
    if (!Number.isSafeInteger(band.points) || band.points < 0) {
      found.push(new DomainError('SCORECARD_POINTS_INVALID', { fact }, `${field}.${no}.points`));
    }
  });
  if (found.length > 0) return found;
  return CARD_FACTS[fact].kind === 'NUMBER' ? rangeProblems(fact, bands, field) : repeatedValues(fact, bands, field);
}

/** Values of the fact, each once, or a range of whole numbers that is not empty. */
function isWellFormed(fact: FactName, condition: Condition): boolean {
  if ('values' in condition) {
    const { values } = condition;
    return values.length > 0 && new Set(values).size === values.length && values.every((value) => fits(fact, value));
  }
  const { from, below } = condition;
  const isNumber = CARD_FACTS[fact].kind === 'NUMBER' && (from !== undefined || below !== undefined);
  const whole = [from, below].every((end) => end === undefined || Number.isSafeInteger(end));
  return isNumber && whole && (from ?? -Infinity) < (below ?? Infinity);
}

/** Numbers are whole, so that a single value is the range up to the next one; sorted, each range begins where the one before it ends. */
function rangeProblems(fact: FactName, bands: readonly Band[], field: string): DomainError[] {
  const ranges = bands.flatMap(rangesOf).sort((one, other) => one.from - other.from);
  const next = (place: number): { from: number } => ranges[place + 1] ?? { from: Infinity };
  const pairs = ranges.slice(0, -1).map((range, place) => ({ end: range.below, begin: next(place).from }));
  const overlap = pairs.find(({ end, begin }) => begin < end);
  if (overlap) return [new DomainError('SCORECARD_BANDS_OVERLAP', { fact, at: overlap.begin }, field)];
  const gap = pairs.find(({ end, begin }) => begin > end);
  return gap ? [new DomainError('SCORECARD_BANDS_GAP', { fact, from: gap.end, to: gap.begin }, field)] : [];
}

function rangesOf(band: Band): { from: number; below: number }[] {
  if ('values' in band) return band.values.map((value) => ({ from: Number(value), below: Number(value) + 1 }));
  return [{ from: band.from ?? -Infinity, below: band.below ?? Infinity }];
}

function repeatedValues(fact: FactName, bands: readonly Band[], field: string): DomainError[] {
  const values = bands.flatMap((band) => ('values' in band ? band.values : []));
  const twice = values.find((value, place) => values.indexOf(value) !== place);
  return twice === undefined ? [] : [new DomainError('SCORECARD_BANDS_OVERLAP', { fact, at: twice }, field)];
}

function ruleProblems({ knockOuts, refer }: Scorecard): DomainError[] {
  const rules = [
    ...knockOuts.map((rule, no) => ({ rule, field: `knockOuts.${no}` })),
    ...refer.map((rule, no) => ({ rule, field: `refer.${no}` })),
  ];
  const codes = rules.map(({ rule }) => rule.code);
  const isSound = (rule: DecisiveRule, place: number): boolean =>
    /^[A-Z][A-Z0-9_]{2,39}$/.test(rule.code) && codes.indexOf(rule.code) === place && isWellFormed(rule.fact, rule);
  return rules.flatMap(({ rule, field }, place) =>
    isSound(rule, place) ? [] : [new DomainError('SCORECARD_RULE_INVALID', { code: rule.code }, field)],
  );
}

/** A rule on a fact that may be missing would let pass whom it is there to stop; the bureau's word is never left out. */
function requiredProblems({ required, attributes, knockOuts, refer }: Scorecard): DomainError[] {
  const needed = new Set<FactName>([...required, ...(Object.keys(attributes) as FactName[])]);
  const loose = [...new Set([...knockOuts, ...refer].map(({ fact }) => fact))].filter((fact) => !needed.has(fact));
  const silent = BUREAU_FACTS.filter((fact) => !needed.has(fact));
  const twice = required.filter((fact, place) => required.indexOf(fact) !== place);
  return [
    ...loose.map((fact) => new DomainError('SCORECARD_RULE_FACT_OPTIONAL', { fact }, 'required')),
    ...silent.filter((fact) => !loose.includes(fact)).map((fact) => new DomainError('SCORECARD_BUREAU_OPTIONAL', { fact }, 'required')),
    ...twice.map((fact) => new DomainError('SCORECARD_BAND_INVALID', { fact }, 'required')),
  ];
}
