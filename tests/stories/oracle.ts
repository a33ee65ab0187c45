// What must become of an application, computed from the row of the data and from the company's written rules alone: nothing of the services, of their
// libraries or of the story is used here. The scorecard is copied from its printed form, in the words of the data. `node tests/stories/oracle.ts FILE`
// prints what is expected of each row.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export type Row = Readonly<Record<string, string>>;

export interface Expected {
  readonly no: string;
  readonly score: number;
  readonly recommendation: 'APPROVE' | 'APPROVE_WITH_CONDITIONS' | 'REJECT';
  readonly decision: 'APPROVED' | 'CONDITIONAL' | 'REJECTED';
  /** Stage of the application in the end. */
  readonly outcome: 'DISBURSED' | 'REJECTED';
  readonly isReturnedFirst: boolean;
  /** Hand-ins of the documents. */
  readonly rounds: 1 | 2;
  /** Fen that leave the company. */
  readonly paidOutFen: number;
}

type Points = readonly (readonly [text: string, points: number])[];

export const TEXT_POINTS: Readonly<Record<string, Points>> = {
  status_of_existing_checking_account: [
    ['... < 0 DM', 0],
    ['0 <= ... < 200 DM', 7],
    ['... >= 200 DM / salary assignments for at least 1 year', 24],
    ['no checking account', 32],
  ],
  credit_history: [
    ['no credits taken/ all credits paid back duly', 0],
    ['all credits at this bank paid back duly', 0],
    ['existing credits paid back duly till now', 20],
    ['delay in paying off in the past', 20],
    ['critical account/ other credits existing (not at this bank)', 30],
  ],
  savings_account_and_bonds: [
    ['... < 100 DM', 0],
    ['100 <= ... < 500 DM', 0],
    ['500 <= ... < 1000 DM', 11],
    ['... >= 1000 DM', 16],
    ['unknown/ no savings account', 11],
  ],
  present_employment_since: [
    ['... < 1 year', 0],
    ['unemployed', 5],
    ['1 <= ... < 4 years', 10],
    ['4 <= ... < 7 years', 14],
    ['... >= 7 years', 14],
  ],
  installment_rate_in_percentage_of_disposable_income: [
    ['1', 12],
    ['2', 4],
    ['3', 4],
    ['4', 0],
  ],
  other_debtors_or_guarantors: [
    ['co-applicant', 0],
    ['none', 11],
    ['guarantor', 22],
  ],
  present_residence_since: [
    ['1', 0],
    ['2', 0],
    ['3', 1],
    ['4', 1],
  ],
  property: [
    ['unknown / no property', 0],
    ['car or other, not in attribute Savings account/bonds', 3],
    ['building society savings agreement/ life insurance', 3],
    ['real estate', 5],
  ],
  other_installment_plans: [
    ['bank', 0],
    ['stores', 2],
    ['none', 8],
  ],
  housing: [
    ['for free', 0],
    ['rent', 2],
    ['own', 8],
  ],
  job: [
    ['unemployed/ unskilled - non-resident', 0],
    ['unskilled - resident', 1],
    ['skilled employee / official', 1],
    ['management/ self-employed/ highly qualified employee/ officer', 1],
  ],
  number_of_people_being_liable_to_provide_maintenance_for: [
    ['1', 1],
    ['2', 0],
  ],
  telephone: [
    ['none', 0],
    ['yes, registered under the customers name', 3],
  ],
  purpose: [
    ['others', 0],
    ['repairs', 0],
    ['vacation', 0],
    ['car (new)', 4],
    ['car (used)', 4],
    ['education', 4],
    ['retraining', 4],
    ['business', 4],
    ['furniture/equipment', 7],
    ['radio/television', 7],
    ['domestic appliances', 7],
  ],
};

/** Points up to, but not including, a limit. */
const NUMBER_POINTS: Readonly<Record<string, readonly (readonly [below: number, points: number])[]>> = {
  age_in_years: [
    [26, 0],
    [35, 5],
    [50, 11],
    [100, 6],
  ],
  credit_amount: [
    [1_500, 18],
    [4_000, 24],
    [8_000, 12],
    [Number.POSITIVE_INFINITY, 0],
  ],
  duration_in_month: [
    [7, 28],
    [13, 14],
    [25, 11],
    [37, 7],
    [Number.POSITIVE_INFINITY, 0],
  ],
  number_of_existing_credits_at_this_bank: [
    [3, 1],
    [20, 0],
  ],
};

const APPROVED_FROM = 120;
const CONDITIONAL_FROM = 106;

export function expectedOf(row: Row): Expected {
  const score = scoreOf(row);
  const recommendation = isKnownToBureau(row) ? 'REJECT' : recommendationOf(score);
  const decision = ({ APPROVE: 'APPROVED', APPROVE_WITH_CONDITIONS: 'CONDITIONAL', REJECT: 'REJECTED' } as const)[recommendation];
  const isReturnedFirst = row['telephone'] === 'none' && row['housing'] !== 'own';
  return {
    no: row['application_no'] ?? '',
    score,
    recommendation,
    decision,
    outcome: decision === 'REJECTED' ? 'REJECTED' : 'DISBURSED',
    isReturnedFirst,
    rounds: isReturnedFirst ? 2 : 1,
    paidOutFen: decision === 'REJECTED' ? 0 : Number(row['credit_amount']) * 100,
  };
}

function scoreOf(row: Row): number {
  const texts = Object.entries(TEXT_POINTS).map(
    ([column, points]) => points.find(([text]) => text === row[column])?.[1] ?? unknown(row, column),
  );
  const numbers = Object.entries(NUMBER_POINTS).map(
    ([column, bands]) => bands.find(([below]) => Number(row[column]) < below)?.[1] ?? unknown(row, column),
  );
  return [...texts, ...numbers].reduce((sum, points) => sum + points, 0);
}

/** Who has overdrawn his account and owes instalments to a bank is in serious delinquency at the bureau: that rejects whatever the points say. */
function isKnownToBureau(row: Row): boolean {
  return row['other_installment_plans'] === 'bank' && row['status_of_existing_checking_account'] === '... < 0 DM';
}

function recommendationOf(score: number): Expected['recommendation'] {
  if (score >= APPROVED_FROM) return 'APPROVE';
  return score >= CONDITIONAL_FROM ? 'APPROVE_WITH_CONDITIONS' : 'REJECT';
}

function unknown(row: Row, column: string): never {
  throw new Error(`${row['application_no']}: no rule for ${column} "${row[column]}"`);
}

/** The file again, by its own few lines: the oracle shares nothing with what it judges. */
export function rowsOf(text: string): Row[] {
  const [heading = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = split(heading);
  return lines.map((line) => Object.fromEntries(split(line).map((value, place) => [names[place] ?? '', value])));
}

function split(line: string): string[] {
  const fields = [''];
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted) fields.push('');
    else fields[fields.length - 1] += character;
  }
  return fields;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , path = '', limit] = process.argv;
  const expected = rowsOf(readFileSync(path, 'utf8'))
    .slice(0, limit ? Number(limit) : undefined)
    .map(expectedOf);
  const count = (name: string, matches: (one: Expected) => boolean) => console.log(`${name}: ${expected.filter(matches).length}`);
  for (const one of expected)
    console.log(
      `${one.no}  ${String(one.score).padStart(4)}  ${one.decision.padEnd(11)}  ${one.outcome}${one.isReturnedFirst ? '  returned first' : ''}`,
    );
  count('approved', ({ decision }) => decision === 'APPROVED');
  count('conditional', ({ decision }) => decision === 'CONDITIONAL');
  count('rejected', ({ decision }) => decision === 'REJECTED');
  count('returned first', ({ isReturnedFirst }) => isReturnedFirst);
}
