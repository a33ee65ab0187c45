// The attributes a card may score on, and how each is cut into bands. Sex, marital status and nationality are not in the list and cannot be asked for.
import { LOAN_PURPOSES } from '@weilend/contracts';
import { Problem } from '../../../../infra/local/problem.ts';
import { COLUMNS, FORBIDDEN_COLUMNS } from '../application-form.ts';
import type { FormFact, FormFacts } from '../application-form.ts';

export interface NumberAttribute {
  readonly kind: 'NUMBER';
  readonly fact: FormFact;
  /** The card knows values `from <= value < below`; others are for people. */
  readonly from: number;
  readonly below: number;
  /** Limits of bands are multiples of this. */
  readonly step: number;
  readonly shape: 'MONOTONE' | 'ONE_TURN';
}

export interface LevelAttribute {
  readonly kind: 'LEVELS';
  readonly fact: FormFact;
  /** All that may occur, also what the data never showed. */
  readonly levels: readonly string[];
}

export type Attribute = NumberAttribute | LevelAttribute;

/** An application whose outcome is known. */
export interface Outcome {
  readonly facts: FormFacts;
  readonly isBad: boolean;
}

// The ranges are those of the expert card. Only the amount may turn: very small loans are taken by people who have nothing else, very large ones strain.
const NUMBERS: readonly NumberAttribute[] = [
  { kind: 'NUMBER', fact: 'termMonths', from: 1, below: 121, step: 1, shape: 'MONOTONE' },
  { kind: 'NUMBER', fact: 'amountFen', from: 1, below: 10_000_000_000, step: 10_000, shape: 'ONE_TURN' },
  { kind: 'NUMBER', fact: 'instalmentRatePercent', from: 1, below: 5, step: 1, shape: 'MONOTONE' },
  { kind: 'NUMBER', fact: 'residenceSince', from: 1, below: 5, step: 1, shape: 'MONOTONE' },
  { kind: 'NUMBER', fact: 'ageInYears', from: 18, below: 100, step: 1, shape: 'MONOTONE' },
  { kind: 'NUMBER', fact: 'existingCredits', from: 0, below: 20, step: 1, shape: 'MONOTONE' },
  { kind: 'NUMBER', fact: 'dependants', from: 0, below: 20, step: 1, shape: 'MONOTONE' },
];

const LEVELS: readonly LevelAttribute[] = Object.values(COLUMNS).flatMap((column) => {
  if (!('texts' in column)) return [];
  const offered = column.fact === 'purpose' ? LOAN_PURPOSES : [];
  return [{ kind: 'LEVELS', fact: column.fact, levels: [...new Set([...Object.values(column.texts), ...offered])] }];
});

/** In the order of the form. */
export const ATTRIBUTES: readonly Attribute[] = Object.values(COLUMNS).flatMap(({ fact }) =>
  [...NUMBERS, ...LEVELS].filter((attribute) => attribute.fact === fact),
);

/**
 * The attributes that somebody asks for, by column of the file or by fact; all of them when nothing is asked for.
 * @throws Problem for one that may not be scored on or is not known.
 */
export function attributesNamed(names: readonly string[] | undefined): readonly Attribute[] {
  if (!names) return ATTRIBUTES;
  const forbidden = names.filter((name) => FORBIDDEN_COLUMNS.includes(name));
  if (forbidden.length > 0)
    throw new Problem(
      `No card may score on ${forbidden.join(' and ')}: sex, marital status and nationality are forbidden by law and by the company's rules. Leave them out.`,
    );
  const facts = names.map((name) => COLUMNS[name]?.fact ?? name);
  const unknown = facts.filter((fact) => !ATTRIBUTES.some((attribute) => attribute.fact === fact));
  if (unknown.length > 0) throw new Problem(`No attribute is called ${unknown.join(', ')}: there are ${Object.keys(COLUMNS).join(', ')}.`);
  return ATTRIBUTES.filter(({ fact }) => facts.includes(fact));
}
