// The clients of a run: whole loans through the gateway, so many at a time, each to the end that the oracle expects.
import { pause } from '../../../infra/local/commands.ts';
import { applicantOf } from '../../stories/intake/applicant.ts';
import { differences } from '../../stories/intake/compare.ts';
import { clientOf, playRow } from '../../stories/intake/play-row.ts';
import { readPage } from '../../stories/lib/application-page.ts';
import type { Company } from '../../stories/lib/company.ts';
import { inParallel } from '../../stories/lib/in-parallel.ts';
import { Storyline } from '../../stories/lib/storyline.ts';
import type { Row } from '../../stories/oracle.ts';
import { expectedOf } from '../../stories/oracle.ts';

export interface LoansOptions {
  readonly rows: readonly Row[];
  readonly run: string;
  readonly atATime: number;
  /** Milliseconds between two beginnings: the work is spread over the whole storm. */
  readonly everyMs: number;
  /** Every so many-th application is left lying at risk until this resolves. */
  readonly lateness: { readonly every: number; readonly until: Promise<void> };
}

export interface PlayedLoan {
  readonly no: string;
  readonly applicationId: string | null;
  readonly story: Storyline;
  /** What kept it from its end, or what is not as the oracle expects; empty when it went as it must. */
  readonly problems: readonly string[];
}

export interface Loans {
  readonly played: readonly PlayedLoan[];
  /** What must never be readable anywhere: numbers of the invented people. */
  readonly canaries: readonly string[];
  readonly done: Promise<void>;
}

export async function beginLoans(company: Company, { rows, run, atATime, everyMs, lateness }: LoansOptions): Promise<Loans> {
  const base = { company, productIds: await company.productIds(), run, today: await company.today() };
  const applicants = rows.map(applicantOf);
  const isLate = (no: string): boolean => (applicants.findIndex((one) => one.no === no) + 1) % lateness.every === 0;
  const setting = { ...base, beforeInvestigation: async ({ no }: { no: string }) => (isLate(no) ? lateness.until : undefined) };
  const played: PlayedLoan[] = [];
  const began = performance.now();
  const done = inParallel(applicants, atATime, async (applicant, turn) => {
    await pause(Math.max(0, began + turn * everyMs - performance.now()));
    const story = new Storyline(run, applicant.no);
    const problem = await playRow(setting, applicant, story, turn).then(
      () => null,
      (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
    );
    played.push({ no: applicant.no, applicationId: story.applicationId, story, problems: problem === null ? [] : [problem] });
  });
  const canaries = applicants.flatMap((applicant) => {
    const { residentId, phone, cardNumber } = clientOf(applicant, base).identity;
    return [residentId, phone, cardNumber];
  });
  return { played, canaries, done };
}

/** Every loan that was played to its end as the graph shows it, against the oracle. */
export async function judgeLoans(company: Company, rows: readonly Row[], played: readonly PlayedLoan[]): Promise<PlayedLoan[]> {
  const expected = new Map(rows.map((row) => [row['application_no'] ?? '', expectedOf(row)]));
  return Promise.all(
    played.map(async (loan) => {
      const wanted = expected.get(loan.no);
      if (loan.problems.length > 0 || !loan.applicationId || !wanted) return loan;
      return { ...loan, problems: differences(wanted, await readPage(company, loan.applicationId)) };
    }),
  );
}
