// The run over a file of real applications: so many at a time, each to its end, then every one against the oracle and the company against its books.
import { readFile } from 'node:fs/promises';
import type { ApplicationPage } from '../lib/application-page.ts';
import { readPage } from '../lib/application-page.ts';
import type { Company } from '../lib/company.ts';
import { inParallel } from '../lib/in-parallel.ts';
import { Storyline } from '../lib/storyline.ts';
import type { RefusalMet } from '../lib/storyline.ts';
import { expectedOf, rowsOf } from '../oracle.ts';
import type { Expected } from '../oracle.ts';
import { aftermath } from './aftermath.ts';
import { applicantOf } from './applicant.ts';
import type { Applicant } from './applicant.ts';
import { differences } from './compare.ts';
import { readCsv } from './csv.ts';
import { playRow } from './play-row.ts';

export interface IntakeOptions {
  readonly file: string;
  readonly limit: number;
  readonly concurrency: number;
  readonly run: string;
  readonly say: (line: string) => void;
}

export interface PlayedApplication {
  readonly no: string;
  readonly id: string | null;
  readonly outcome: string;
  readonly stages: readonly { readonly name: string; readonly at: string }[];
  readonly userErrors: readonly RefusalMet[];
}

export interface IntakeReport {
  readonly applications: readonly PlayedApplication[];
  readonly failures: readonly { readonly no: string; readonly problem: string }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly requests: { readonly requests: number; readonly repeats: number };
  readonly seconds: number;
  readonly applicationsPerMinute: number;
}

interface Ending {
  readonly application: PlayedApplication;
  readonly page: ApplicationPage | null;
  readonly problems: readonly string[];
}

export async function runIntake(company: Company, options: IntakeOptions): Promise<IntakeReport> {
  const applicants = (await readCsv(options.file)).slice(0, options.limit).map(applicantOf);
  const expected = new Map(rowsOf(await readFile(options.file, 'utf8')).map((row) => [row['application_no'] ?? '', expectedOf(row)]));
  const setting = { company, productIds: await company.productIds(), run: options.run, today: await company.today() };
  const endings = new Map<string, Ending>();
  const startedAt = performance.now();
  await inParallel(applicants, options.concurrency, async (applicant, turn) => {
    const ending = await playToEnd(applicant, expected.get(applicant.no), (story) => playRow(setting, applicant, story, turn), setting);
    endings.set(applicant.no, ending);
    progress(options.say, endings, { total: applicants.length, startedAt });
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  const inOrder = applicants.map(({ no }) => endings.get(no) as Ending);
  const contracts = inOrder.flatMap(({ page }) => (page?.contract?.state === 'SIGNED' ? [page.contract.id] : []));
  const company_ = (await aftermath(company, contracts)).map((problem) => ({ no: 'company', problem }));
  return {
    applications: inOrder.map(({ application }) => application),
    failures: [
      ...inOrder.flatMap(({ application, problems }) => problems.map((problem) => ({ no: application.no, problem }))),
      ...company_,
    ],
    counts: countsOf(inOrder),
    requests: company.client.counts,
    seconds: Math.round(seconds * 10) / 10,
    applicationsPerMinute: Math.round((applicants.length / seconds) * 600) / 10,
  };
}

async function playToEnd(
  { no }: Applicant,
  expected: Expected | undefined,
  play: (story: Storyline) => Promise<void>,
  { company, run }: { readonly company: Company; readonly run: string },
): Promise<Ending> {
  const story = new Storyline(run, no);
  const problems: string[] = [];
  const note = (problem: unknown): void => void problems.push(problem instanceof Error ? problem.message : String(problem));
  await play(story).catch(note);
  const page = story.applicationId
    ? await settledPage(company, story.applicationId, expected).catch((problem: unknown) => (note(problem), null))
    : null;
  if (page && expected) problems.push(...differences(expected, page));
  const application = {
    no,
    id: story.applicationId,
    outcome: page?.stage ?? 'NOT_OPENED',
    stages: page?.stages ?? [],
    userErrors: story.refusals,
  };
  return { application, page, problems };
}

/** The last words of one department may reach the board of another a moment after the end. */
async function settledPage(company: Company, id: string, expected: Expected | undefined): Promise<ApplicationPage> {
  const board = company.watch(company.one('auditor'), { field: 'application', select: 'id handoffs { id type state }' });
  const goesOn = ['care-for-loan'];
  const isQuiet = (seen: unknown): boolean => {
    const { handoffs } = seen as { handoffs: readonly { type: string; state: string }[] | null };
    return (
      handoffs !== null &&
      handoffs.every(({ type, state }) => ['COMPLETED', 'RETURNED', 'RECALLED'].includes(state) || goesOn.includes(type))
    );
  };
  if (expected) await board.until(id, 'the board to be quiet', isQuiet).catch(() => null);
  return readPage(company, id);
}

function progress(
  say: (line: string) => void,
  endings: ReadonlyMap<string, Ending>,
  { total, startedAt }: { total: number; startedAt: number },
): void {
  if (endings.size % 10 !== 0 && endings.size !== total) return;
  const failed = [...endings.values()].filter(({ problems }) => problems.length > 0).length;
  say(
    `${String(endings.size).padStart(4)} of ${total} in ${Math.round((performance.now() - startedAt) / 1_000)} s${failed > 0 ? `, ${failed} not as they must be` : ''}`,
  );
}

function countsOf(endings: readonly Ending[]): Record<string, number> {
  const count = (matches: (page: ApplicationPage) => boolean): number => endings.filter(({ page }) => page && matches(page)).length;
  return {
    paidOut: count(({ stage }) => stage === 'DISBURSED'),
    rejected: count(({ stage }) => stage === 'REJECTED'),
    conditional: count(({ decision }) => decision === 'CONDITIONAL'),
    returnedFirst: count(({ rounds }) => rounds > 1),
    refusalsMet: endings.reduce((sum, { application }) => sum + application.userErrors.length, 0),
  };
}
