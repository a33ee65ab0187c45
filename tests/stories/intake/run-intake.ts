// The run over a file of real applications: so many at a time, each to its end, then every one against the oracle and the company against its books.
import { readFile } from 'node:fs/promises';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import type { ApplicationPage } from '../lib/application-page.ts';
import { readPage } from '../lib/application-page.ts';
import type { Company } from '../lib/company.ts';
import { inParallel } from '../lib/in-parallel.ts';
import { Storyline } from '../lib/storyline.ts';
import type { RefusalMet } from '../lib/storyline.ts';
import { expectedOf, rowsOf } from '../oracle.ts';
import { aftermath } from './aftermath.ts';
import { applicantOf } from './applicant.ts';
import type { Applicant } from './applicant.ts';
import { differences, openWork } from './compare.ts';
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

interface Played {
  readonly applicant: Applicant;
  readonly story: Storyline;
  /** What kept it from its end. */
  readonly problem: string | null;
}

interface Ending extends Played {
  readonly page: ApplicationPage | null;
  readonly problems: readonly string[];
}

/** Pages that are read at the same time when everything is over. */
const READERS = 6;
/** How long the last words of a department may take to reach the others. */
const QUIET_LIMIT_MS = 60_000;

export async function runIntake(company: Company, options: IntakeOptions): Promise<IntakeReport> {
  const applicants = (await readCsv(options.file)).slice(0, options.limit).map(applicantOf);
  const setting = { company, productIds: await company.productIds(), run: options.run, today: await company.today() };
  const played = new Map<string, Played>();
  const startedAt = performance.now();
  await inParallel(applicants, options.concurrency, async (applicant, turn) => {
    const story = new Storyline(options.run, applicant.no);
    const problem = await playRow(setting, applicant, story, turn).then(() => null, textOf);
    played.set(applicant.no, { applicant, story, problem });
    progress(options.say, played, { total: applicants.length, startedAt });
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  options.say('Everything is played: reading every page and the books');
  const endings = await judgeAll(company, options.file, [...played.values()]);
  return {
    ...(await reportOf(company, endings)),
    seconds: Math.round(seconds * 10) / 10,
    applicationsPerMinute: Math.round((applicants.length / seconds) * 600) / 10,
  };
}

/** Every application as the graph shows it in the end, in the order of the file, against the oracle. */
async function judgeAll(company: Company, file: string, played: readonly Played[]): Promise<readonly Ending[]> {
  const expected = new Map(rowsOf(await readFile(file, 'utf8')).map((row) => [row['application_no'] ?? '', expectedOf(row)]));
  const endings: Ending[] = [];
  await inParallel(played, READERS, async (one) => {
    const problems = one.problem === null ? [] : [one.problem];
    const page = one.story.applicationId
      ? await quietPage(company, one.story.applicationId).catch((thrown: unknown) => void problems.push(textOf(thrown)))
      : null;
    const wanted = expected.get(one.applicant.no);
    endings.push({ ...one, page: page ?? null, problems: [...problems, ...(page && wanted ? differences(wanted, page) : [])] });
  });
  return endings.sort((a, b) => (a.applicant.no < b.applicant.no ? -1 : 1));
}

/** The page once nothing is on its way any more; the page as it is when something stays open. */
function quietPage(company: Company, id: string): Promise<ApplicationPage> {
  const quiet = async (): Promise<ApplicationPage | null> => {
    const page = await readPage(company, id);
    return openWork(page).length === 0 ? page : null;
  };
  return waitFor('the board to be quiet', quiet, { limitMs: QUIET_LIMIT_MS, everyMs: 500 }).catch(() => readPage(company, id));
}

async function reportOf(
  company: Company,
  endings: readonly Ending[],
): Promise<Pick<IntakeReport, 'applications' | 'failures' | 'counts' | 'requests'>> {
  const contracts = endings.flatMap(({ page }) => (page?.contract?.state === 'SIGNED' ? [page.contract.id] : []));
  const failures = endings.flatMap(({ applicant, problems }) => problems.map((problem) => ({ no: applicant.no, problem })));
  const ofCompany = (await aftermath(company, contracts)).map((problem) => ({ no: 'company', problem }));
  const applications = endings.map(({ applicant, story, page }) => ({
    ...{ no: applicant.no, id: story.applicationId, outcome: page?.stage ?? 'NOT_OPENED' },
    ...{ stages: page?.stages ?? [], userErrors: story.refusals },
  }));
  return { applications, failures: [...failures, ...ofCompany], counts: countsOf(endings), requests: company.client.counts };
}

const textOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

function progress(
  say: (line: string) => void,
  played: ReadonlyMap<string, Played>,
  { total, startedAt }: { total: number; startedAt: number },
): void {
  if (played.size % 10 !== 0 && played.size !== total) return;
  const stopped = [...played.values()].filter(({ problem }) => problem !== null).length;
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  say(`${String(played.size).padStart(4)} of ${total} in ${seconds} s${stopped > 0 ? `, ${stopped} did not get to their end` : ''}`);
}

function countsOf(endings: readonly Ending[]): Record<string, number> {
  const count = (matches: (page: ApplicationPage) => boolean): number => endings.filter(({ page }) => page && matches(page)).length;
  return {
    paidOut: count(({ stage }) => stage === 'DISBURSED'),
    rejected: count(({ stage }) => stage === 'REJECTED'),
    conditional: count(({ decision }) => decision === 'CONDITIONAL'),
    returnedFirst: count(({ rounds }) => rounds > 1),
    refusalsMet: endings.reduce((sum, { story }) => sum + story.refusals.length, 0),
  };
}
