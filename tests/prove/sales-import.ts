// A file of leads with mistakes of every kind is taken in: each mistake is found at its line and column, everything else comes in, in time and in flat memory.
// Then the same file is taken in by workers that are killed (SIGKILL) in the middle of it and followed by others: the end must be the same, row by row.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { canonicalHash, newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import type { ImportRun } from '@weilend/sales-service/domain/import/import-run.js';
import { ImportRuns } from '@weilend/sales-service/persistence/import/import.repository.js';
import { StartImport } from '@weilend/sales-service/use-cases/import/start-import.use-case.js';
import { startTestServers } from '../../infra/local/servers.ts';
import { leadFile } from '../lib/lead-file.ts';
import type { LeadFile } from '../lib/lead-file.ts';
import { seedLeadWorld } from '../lib/lead-world.ts';
import { rounded, until } from '../lib/measure.ts';
import type { Figures, ScriptOptions } from '../lib/named-scripts.ts';
import { newKey, openSalesBooks, uploadList } from '../lib/sales-books.ts';
import type { SalesBooks } from '../lib/sales-books.ts';

const ROWS = 10_000;
const FEW_ROWS = 2_000;
const BAD_SHARE = 0.03;
const SEED = 20_261_126;
const LIMIT_MS = 180_000;
/** What is promised for ten thousand rows. */
const MOST_SECONDS = 60;
/** Eight thousand rows more may not cost more memory than this, the collector's moods included. */
const MOST_GROWTH_MB = 64;
/** Shares of the file after which a worker is killed: twice while it checks, three times while it takes in. */
const KILLS = [
  { state: 'checking', share: 0.1 },
  { state: 'checking', share: 0.7 },
  { state: 'importing', share: 0.01 },
  { state: 'importing', share: 0.4 },
  { state: 'importing', share: 0.9 },
] as const;

const MANAGER: EmployeeActor = { kind: 'employee', employeeId: newId('emp'), department: 'sales', roles: ['sales-manager'] };

interface Bench {
  readonly mongodbUri: string;
  readonly key: string;
  readonly say: (line: string) => void;
}

interface Work {
  readonly beforeMb: number;
  readonly peakMb: number;
  readonly troubles: readonly string[];
}

export async function proveSalesImport(say: (line: string) => void, { count = ROWS }: ScriptOptions): Promise<Figures> {
  const servers = await startTestServers({ cacheSizeGB: 0.5 });
  const bench: Bench = { mongodbUri: servers.mongodbUri, key: newKey(), say };
  const opened: SalesBooks[] = [];
  const open = async (name: string): Promise<SalesBooks> => {
    opened.push(await openSalesBooks(bench.mongodbUri, { name, key: bench.key }));
    return opened.at(-1) as SalesBooks;
  };
  try {
    const [few, peace, storm] = [await open('few'), await open('peace'), await open('storm')];
    const world = await seedLeadWorld(peace, MANAGER);
    for (const books of [few, storm]) await copyWorld(peace, books);
    const small = await inPeace(bench, few, leadFile(world, { rows: FEW_ROWS, badShare: BAD_SHARE, seed: SEED }));
    const file = leadFile(world, { rows: count, badShare: BAD_SHARE, seed: SEED });
    const whole = await inPeace(bench, peace, file);
    const kills = await inStorm(bench, storm, file);
    const [expected, found] = [await endOf(peace), await endOf(storm)];
    const growthMb = whole.peakMb - small.peakMb;
    const figures = {
      ...{ rows: count, bytes: file.bytes.length, bad: file.problems.length, seconds: rounded(whole.seconds) },
      ...{
        rowsPerSecond: Math.round(count / whole.seconds),
        previewSeconds: rounded(whole.previewSeconds),
      },
      ...{ peakMb: { [FEW_ROWS]: Math.round(small.peakMb), [count]: Math.round(whole.peakMb), growth: Math.round(growthMb) } },
      ...{ kills, sameEnd: expected === found, leads: await leadsOf(storm) },
    };
    const tooSlow = whole.seconds > (MOST_SECONDS * count) / ROWS;
    if (tooSlow || growthMb > MOST_GROWTH_MB || expected !== found || kills.length < KILLS.length)
      throw new Error(`does not hold: ${JSON.stringify(figures)}`);
    return figures;
  } finally {
    for (const books of opened) await books.stop();
    await servers.stop();
  }
}

interface Peace {
  readonly seconds: number;
  readonly previewSeconds: number;
  readonly peakMb: number;
}

/** Previews the file, then takes it in, each by a worker of its own. */
async function inPeace(bench: Bench, books: SalesBooks, file: LeadFile): Promise<Peace> {
  const fileId = await uploadList(books, MANAGER, file.bytes);
  const previewed = await through(bench, books, () => books.get(StartImport).execute(MANAGER, { fileId, kind: 'LEADS', mode: 'PREVIEW' }));
  await requireFound(books, previewed.run, file);
  if ((await leadsOf(books)) !== 1) throw new Error('a preview took rows in');
  const taken = await through(bench, books, () => books.get(StartImport).execute(MANAGER, { fileId, kind: 'LEADS', mode: 'GOOD_ROWS' }));
  await requireFound(books, taken.run, file);
  requireIn(taken.run, file);
  bench.say(
    `${file.rows} rows, ${file.problems.length} bad: previewed in ${rounded(previewed.seconds)} s, taken in in ${rounded(taken.seconds)} s`,
  );
  return { seconds: taken.seconds, previewSeconds: previewed.seconds, peakMb: taken.work.peakMb };
}

/** From the start of a run to its end as the run has it. */
async function through(
  bench: Bench,
  books: SalesBooks,
  start: () => Promise<string>,
): Promise<{ run: ImportRun; seconds: number; work: Work }> {
  const runId = await start();
  const work = await finished(worker(bench, books));
  const run = await runOf(books, runId);
  if (!work || work.troubles.length > 0) throw new Error(`the worker had trouble: ${JSON.stringify(work)}`);
  return { run, seconds: ((run.finishedAt?.getTime() ?? NaN) - (run.startedAt?.getTime() ?? NaN)) / 1_000, work };
}

/** Kills a worker at each point; the last one finishes. Answers how many rows were through at each kill. */
async function inStorm(bench: Bench, books: SalesBooks, file: LeadFile): Promise<{ state: string; rows: number }[]> {
  const fileId = await uploadList(books, MANAGER, file.bytes);
  const runId = await books.get(StartImport).execute(MANAGER, { fileId, kind: 'LEADS', mode: 'GOOD_ROWS' });
  const kills: { state: string; rows: number }[] = [];
  for (const at of KILLS) {
    const child = worker(bench, books);
    const through = (run: ImportRun): number => (at.state === 'checking' ? run.counts.rows : run.counts.imported + run.counts.failed);
    await until(`the worker is far enough ${at.state}`, LIMIT_MS, async () => {
      const run = await runOf(books, runId);
      return run.state === at.state && through(run) >= at.share * file.rows;
    });
    child.kill('SIGKILL');
    await finished(child);
    const run = await runOf(books, runId);
    if (run.finishedAt) throw new Error(`the run was over before a worker could be killed at ${JSON.stringify(at)}`);
    kills.push({ state: run.state, rows: through(run) });
    bench.say(`killed while ${run.state}, ${through(run)} rows through`);
  }
  await finished(worker(bench, books));
  const run = await runOf(books, runId);
  await requireFound(books, run, file);
  requireIn(run, file);
  return kills;
}

const worker = ({ mongodbUri, key }: Bench, { platform }: SalesBooks): ChildProcess =>
  fork(join(import.meta.dirname, 'sales-import-child.ts'), [mongodbUri, platform.database.connection.name, key], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

/** What the worker told at its end; null when it was killed. */
function finished(child: ChildProcess): Promise<Work | null> {
  let told: Work | null = null;
  child.on('message', (message) => (told = message as Work));
  return new Promise((resolve) => child.once('close', () => resolve(told)));
}

async function runOf(books: SalesBooks, runId: string): Promise<ImportRun> {
  const run = await books.get(ImportRuns).peek(runId);
  if (!run) throw new Error(`no run ${runId}`);
  return run;
}

/** Every mistake is found at its line and column, and nothing else is. */
async function requireFound(books: SalesBooks, run: ImportRun, file: LeadFile): Promise<void> {
  const rows = await books.platform.database
    .collection<{ _id: string; line: number; column: string | null; code: string }>('import_problems')
    .find({ runId: run.id } as never)
    .sort({ _id: 1 })
    .toArray();
  const found = rows.map(({ line, column, code }) => `${line} ${column ?? '-'} ${code}`);
  const wanted = file.problems.map(({ line, column, code }) => `${line} ${column ?? '-'} ${code}`);
  const missing = wanted.filter((one) => !found.includes(one));
  const extra = found.filter((one) => !wanted.includes(one));
  if (missing.length + extra.length > 0 || found.length !== wanted.length)
    throw new Error(`mistakes not found: ${missing.slice(0, 5).join('; ')}; found without being there: ${extra.slice(0, 5).join('; ')}`);
}

function requireIn({ state, counts }: ImportRun, file: LeadFile): void {
  const { rows, good, bad, duplicatesInFile, duplicatesOnFile, imported, failed } = counts;
  const found = { state, rows, good, bad, duplicatesInFile, duplicatesOnFile, imported, failed };
  const wanted = {
    ...{ state: 'imported', rows: file.rows, good: file.good, bad: file.rows - file.good },
    ...{ duplicatesInFile: file.duplicatesInFile, duplicatesOnFile: file.duplicatesOnFile, imported: file.good, failed: 0 },
  };
  if (canonicalHash(found) !== canonicalHash(wanted)) throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}

const leadsOf = ({ platform }: SalesBooks): Promise<number> => platform.database.collection('leads').countDocuments();

/** What the last run left: each row with the lead that it became, without ids and times that are new in every run. Throws when a row became two. */
async function endOf(books: SalesBooks): Promise<string> {
  const { database } = books.platform;
  const rows = await database
    .collection<{ _id: string; line: number; subjectId: string }>('imported_rows')
    .find()
    .sort({ line: 1 })
    .toArray();
  // Sealed anew each time, and the moments that follow from when the row came in.
  const anew = { phone: 0, createdAt: 0, 'assignments.at': 0, promisedResponseAt: 0, firstResponseDueAt: 0 };
  const kept = { projection: { version: 0, ...anew } };
  const leads = new Map((await database.collection('leads').find({}, kept).toArray()).map((lead) => [lead._id, lead]));
  const subjects = new Set(rows.map(({ subjectId }) => subjectId));
  // One lead was there before.
  if (subjects.size !== rows.length || leads.size !== rows.length + 1)
    throw new Error(`${rows.length} rows became ${leads.size - 1} leads`);
  const [left, files] = [
    await database.collection('import_keys').countDocuments(),
    await database.collection('objects.files').countDocuments(),
  ];
  if (left + files > 0) throw new Error(`${left} keys and ${files} files are left behind`);
  return canonicalHash(rows.map(({ line, subjectId }) => [line, { ...leads.get(subjectId), _id: null }]));
}

const WORLD = ['leads', 'customers', 'partners', 'activities', 'employee_directory'];

async function copyWorld(from: SalesBooks, to: SalesBooks): Promise<void> {
  const db = to.platform.database.connection.name;
  for (const coll of WORLD)
    await from.platform.database
      .collection(coll)
      .aggregate([{ $out: { db, coll } }])
      .toArray();
}
