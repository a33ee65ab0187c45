// What a row of the data says of an applicant, in the words of the graph. What the columns mean is read where the scorecards read it; the outcome, sex,
// marital status and nationality are not among them, so that they never reach a decision.
import { readForm } from '../../../services/risk/scorecard/application-form.ts';
import type { FormFact, FormFacts } from '../../../services/risk/scorecard/application-form.ts';
import type { CsvRow } from './csv.ts';

export interface Applicant {
  readonly no: string;
  readonly customerType: 'INDIVIDUAL' | 'SELF_EMPLOYED';
  readonly purpose: string;
  readonly purposeNote: string;
  /** Whole yuan. */
  readonly amountYuan: number;
  readonly termMonths: number;
  readonly ageInYears: number;
  readonly hasTelephone: boolean;
  /** What the investigators verify, as `ApplicantFactsInput` takes it. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** Has overdrawn his account and owes instalments to a bank: the bureau knows of it. */
  readonly isKnownToBureau: boolean;
  /** Has neither a telephone nor a home of his own: the first check sends him for a proof of his address. */
  readonly isReturnedFirst: boolean;
}

/** @throws Error for a text that the data do not use. */
export function applicantOf(row: CsvRow): Applicant {
  const no = row['application_no'] ?? '';
  const { facts: form, problems } = readForm(row);
  const [first] = problems;
  if (first) throw new Error(`${no}: ${first.column} ${first.problem}`);
  const { amountFen, termMonths, purpose, ...facts } = form as { readonly [Fact in FormFact]: NonNullable<FormFacts[Fact]> };
  return {
    no,
    facts,
    customerType: row['purpose'] === 'business' ? 'SELF_EMPLOYED' : 'INDIVIDUAL',
    purpose,
    purposeNote: row['purpose'] ?? '',
    amountYuan: amountFen / 100,
    termMonths,
    ageInYears: facts.ageInYears,
    hasTelephone: facts.telephone === 'REGISTERED',
    isKnownToBureau: facts.otherInstalmentPlans === 'BANK' && facts.checkingAccountStatus === 'OVERDRAWN',
    isReturnedFirst: facts.telephone === 'NONE' && facts.housing !== 'OWN',
  };
}
