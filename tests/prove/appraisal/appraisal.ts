// Applications go through the running company, customers pay and complain, violations are confirmed; the clock passes the ends of two quarters, and every salesperson has a sheet. Then all figures are counted once more
// from the company's event log, and what is owed from finance's own loans, by a reading that is written apart from the services: they agree to the fen, the
// scores to four decimals. In the end hr makes its facts again from what it heard, and nothing changes.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { rounded } from '../../lib/measure.ts';
import type { Figures, ScriptOptions } from '../../lib/named-scripts.ts';
import { runIntake } from '../../stories/intake/run-intake.ts';
import { moveOverMonths } from '../../stories/lib/company-clock.ts';
import { Company } from '../../stories/lib/company.ts';
import { at, fenOf, listAt, numberAt, textAt } from '../../stories/lib/read.ts';
import { Storyline } from '../../stories/lib/storyline.ts';
import { startTopology, stopTopology } from '../../stories/topology/topology.ts';
import { readPlainly } from './plain-reading.ts';
import type { Reading } from './plain-reading.ts';
import { liveQuarter } from './quarter-life.ts';
import { nothing, recount, standingNow } from './recount.ts';
import type { QuarterDays, Recounted } from './recount.ts';
import { rescore } from './rescore.ts';

const DATA = join(import.meta.dirname, '../../../services/risk/scorecard/credit-applications.csv');
const APPLICATIONS = 120;
const CONCURRENCY = 8;
const PATIENCE_MS = 300_000;
const QUIET_MS = 120_000;
const SHOWN = 20;
/** Scores are compared in ten-thousandths. */
const PLACES = 10_000;

const FIGURES =
  'disbursedFen loans newCustomers satisfactionTotal satisfactionSample violations severeViolations deadlinesDue deadlinesKept outstandingFen overdueFen nplFen firstPaymentDefaults';
const SHEETS = `query Sheets($quarter: String, $after: String) {
  appraisalSheets(quarter: $quarter, first: 100, after: $after) {
    nodes { id employee { id } total lines { points } figures { ${FIGURES} } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const REBUILDS =
  'query Rebuilds { factRebuilds(first: 1) { nodes { id state subjects done facts differing named keptHash rebuiltHash } } }';

export async function proveAppraisal(
  say: (line: string) => void,
  { data: file = DATA, limit = APPLICATIONS }: ScriptOptions,
): Promise<Figures> {
  await access(file);
  await startTopology();
  try {
    const startedAt = performance.now();
    const { STORY_HOME: home = '', STORY_GATEWAY_URL: gatewayUrl = '' } = process.env;
    const company = await Company.open({ gatewayUrl, demoFile: join(home, 'demo.json'), patienceMs: PATIENCE_MS });
    const run = Math.floor(Date.now() / 1_000).toString(36);
    const played = await runIntake(company, { file, limit, concurrency: CONCURRENCY, run, say });
    if (played.failures.length > 0) throw new Error(`the run did not end as it must: ${JSON.stringify(played.failures.slice(0, SHOWN))}`);
    const story = new Storyline(run, 'appraisal');
    const first = quarterOf(await company.today());
    await liveQuarter(company, story, played.applications);
    const quarters = [first, quarterAfter(first)];
    for (const quarter of quarters) {
      await passQuarter(company, story, quarter, say);
      await quietSheets(company, quarter, home);
    }
    const compared = await compareAll(company, home, quarters);
    say(`${compared.sheets} sheets counted once more: ${compared.differences.length} differences; ${JSON.stringify(compared.sums)}`);
    if (compared.differences.length > 0) throw new Error(`does not hold: ${JSON.stringify(compared.differences.slice(0, SHOWN), null, 2)}`);
    const nowhere = Object.entries(compared.sums).flatMap(([name, sum]) => (BigInt(sum) === 0n ? [name] : []));
    if (nowhere.length > 0) throw new Error(`nothing was compared of ${nowhere.join(', ')}`);
    const before = await allSheets(company, quarters);
    const rebuilt = await rebuild(company);
    if (JSON.stringify(await allSheets(company, quarters)) !== JSON.stringify(before)) throw new Error('the rebuild has changed a figure');
    say(`${rebuilt.facts} facts made again from what was heard about ${rebuilt.subjects} subjects: nothing differs`);
    return {
      applications: played.applications.length,
      quarters,
      ...compared,
      differences: 0,
      rebuilt,
      seconds: rounded((performance.now() - startedAt) / 1_000),
    };
  } finally {
    await stopTopology();
  }
}

interface SheetSeen {
  readonly employeeId: string;
  readonly total: number;
  readonly points: readonly (number | null)[];
  readonly figures: unknown;
}

const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

function daysOf(quarter: string): QuarterDays {
  const [year = '', no = '1'] = quarter.split('-Q');
  const last = Number(no) * 3;
  const end = new Date(Date.UTC(Number(year), last, 0)).toISOString().slice(0, 10);
  return { from: `${year}-${String(last - 2).padStart(2, '0')}-01`, to: end };
}

/** Moves the company's clock to the second morning after the quarter: instalments that nobody pays are late by then, every day is closed, and what is over is told. */
async function passQuarter(company: Company, story: Storyline, quarter: string, say: (line: string) => void): Promise<void> {
  const after = new Date(Date.parse(`${daysOf(quarter).to}T12:00:00Z`) + 36 * 3_600_000);
  say(`The clock moves to ${after.toISOString()}`);
  await moveOverMonths({ company, story }, after);
}

/** The next quarter: by its end the loans that nobody pays are non-performing, and their first instalments in default. */
function quarterAfter(quarter: string): string {
  const [year = '', no = ''] = quarter.split('-Q');
  return no === '4' ? `${Number(year) + 1}-Q1` : `${year}-Q${Number(no) + 1}`;
}

/** The sheets when nothing moves any more: the same twice, with a day end and every message in between. */
async function quietSheets(company: Company, quarter: string, home: string): Promise<SheetSeen[]> {
  let before = '';
  return waitFor(
    'the figures to rest',
    async () => {
      const sheets = await sheetsOf(company, quarter);
      const now = JSON.stringify([sheets, (await readPlainly(home)).log.length]);
      const rests = now === before && sheets.length > 0;
      before = now;
      return rests ? sheets : null;
    },
    { limitMs: QUIET_MS, everyMs: 5_000 },
  );
}

async function sheetsOf(company: Company, quarter: string): Promise<SheetSeen[]> {
  const seen: SheetSeen[] = [];
  for (let after: unknown = null; ;) {
    const { data } = await company.one('hr-manager').ask(SHEETS, { quarter, after });
    for (const node of listAt(data, 'appraisalSheets', 'nodes')) {
      const points = listAt(node, 'lines').map((line) => at(line, 'points') as number | null);
      seen.push({ employeeId: textAt(node, 'employee', 'id'), total: numberAt(node, 'total'), points, figures: at(node, 'figures') });
    }
    if (at(data, 'appraisalSheets', 'pageInfo', 'hasNextPage') !== true) return seen;
    after = at(data, 'appraisalSheets', 'pageInfo', 'endCursor');
  }
}

const allSheets = (company: Company, quarters: readonly string[]): Promise<SheetSeen[][]> =>
  Promise.all(quarters.map((quarter) => sheetsOf(company, quarter)));

/** Both quarters against one reading, and what hr's facts add up to by now; each figure's sum over all people and quarters says that it was there. */
async function compareAll(company: Company, home: string, quarters: readonly string[]) {
  const reading = await readPlainly(home);
  const seen = await allSheets(company, quarters);
  const each = quarters.map((quarter, place) => compare(reading, seen[place] ?? [], quarter));
  const sums: Record<string, string> = {};
  for (const { counted } of each) {
    for (const one of counted) {
      for (const name of Object.keys(one) as (keyof Recounted)[]) sums[name] = (BigInt(sums[name] ?? 0) + BigInt(one[name])).toString();
    }
  }
  const differences = [...each.flatMap((one) => one.differences), ...differencesNow(reading)];
  return { sheets: each.reduce((sum, one) => sum + one.sheets, 0), sums, differences };
}

function compare(reading: Reading, sheets: readonly SheetSeen[], quarter: string) {
  const counted = recount(reading, daysOf(quarter));
  const schemes = new Map(reading.schemes.map((row) => [String(row['_id']), row]));
  const schemeOf = new Map(
    reading.sheets.filter((row) => row['quarter'] === quarter).map((row) => [row['employeeId'], schemes.get(String(row['schemeId']))]),
  );
  const differences: object[] = [];
  for (const { employeeId, total, points, figures } of sheets) {
    const mine = counted.get(employeeId) ?? nothing();
    for (const name of Object.keys(mine) as (keyof Recounted)[]) {
      const theirs = name.endsWith('Fen') ? fenOf(textAt(figures, name)) : numberAt(figures, name);
      if (BigInt(theirs) !== BigInt(mine[name])) differences.push({ employeeId, figure: name, sheet: theirs, counted: String(mine[name]) });
    }
    const scheme = schemeOf.get(employeeId);
    if (!scheme) throw new Error(`the sheet of ${employeeId} has no scheme`);
    const again = rescore(scheme, mine);
    const said = [total, ...points].map((one) => (one === null ? null : Math.round(one * PLACES)));
    const own = [again.total, ...again.points].map((one) => (one === null ? null : Number(one)));
    if (JSON.stringify(said) !== JSON.stringify(own)) differences.push({ employeeId, said, own });
  }
  const missing = [...counted.keys()].filter(
    (one) => (counted.get(one)?.loans ?? 0) > 0 && !sheets.some(({ employeeId }) => employeeId === one),
  );
  differences.push(...missing.map((employeeId) => ({ employeeId, problem: 'sold loans and has no sheet' })));
  return { sheets: sheets.length, counted: [...counted.values()], differences };
}

/** What hr's facts add up to by now against what finance's own loans say now. */
function differencesNow({ loans, facts }: Reading): object[] {
  const kinds = { OUTSTANDING: 'outstanding', OVERDUE: 'overdue', NON_PERFORMING: 'bad' } as const;
  const now = standingNow(loans);
  const kept = new Map<string, bigint>();
  for (const fact of facts) {
    if (!(String(fact['kind']) in kinds)) continue;
    const key = `${String(fact['employeeId'])} ${String(fact['kind'])}`;
    kept.set(key, (kept.get(key) ?? 0n) + BigInt(Number(fact['value'])));
  }
  return [...now].flatMap(([employeeId, sums]) =>
    Object.entries(kinds)
      .map(([kind, name]) => ({ employeeId, kind, finance: String(sums[name]), hr: String(kept.get(`${employeeId} ${kind}`) ?? 0n) }))
      .filter(({ finance, hr }) => finance !== hr),
  );
}

async function rebuild(company: Company) {
  const manager = company.one('hr-manager');
  await manager.does({ verb: 'rebuildAppraisalFacts', input: {}, select: 'factRebuild { id }' });
  const done = await waitFor(
    'the facts to be made again',
    async () => {
      const [node] = listAt((await manager.ask(REBUILDS)).data, 'factRebuilds', 'nodes');
      return at(node, 'state') === 'DONE' ? node : null;
    },
    { limitMs: QUIET_MS, everyMs: 1_000 },
  );
  const [differing, kept, rebuilt] = [numberAt(done, 'differing'), textAt(done, 'keptHash'), textAt(done, 'rebuiltHash')];
  if (differing > 0 || kept !== rebuilt) throw new Error(`the rebuild differs: ${JSON.stringify(done)}`);
  return { subjects: numberAt(done, 'subjects'), facts: numberAt(done, 'facts'), hash: kept };
}
