// How long a quarter takes: figures and scores of all people, the closing of all their sheets and their bonus statements with everything that they write, against
// what the database alone takes to add up the same facts in the same run. Memory must not grow with the facts.
import { randomBytes } from 'node:crypto';
import { hrCollections } from '@weilend/hr-service/persistence/all.js';
import { AppraisalQuarters, AppraisalSchemes, AppraisalSheets } from '@weilend/hr-service/persistence/appraisal/appraisal.repository.js';
import { AppraisalTallies } from '@weilend/hr-service/persistence/appraisal/tally.repository.js';
import { CalibrationQueries } from '@weilend/hr-service/queries/appraisal/calibration.queries.js';
import { SheetlessPeople } from '@weilend/hr-service/persistence/appraisal/sheetless-people.js';
import { CarryClosingOn, CloseAppraisalQuarter } from '@weilend/hr-service/use-cases/appraisal/close-appraisal-quarter.use-case.js';
import { SheetCloser } from '@weilend/hr-service/use-cases/appraisal/sheet-closer.js';
import { DueWork } from '@weilend/hr-service/use-cases/due-work.js';
import { ClosedQuarters } from '@weilend/hr-service/use-cases/indicator/closed-quarters.js';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import { createPlatform, preparePlatform } from '@weilend/service';
import type { Platform } from '@weilend/service';
import { startTestServers } from '../../../infra/local/servers.ts';
import { percentileOf, rounded } from '../../lib/measure.ts';
import type { Figures, ScriptOptions } from '../../lib/named-scripts.ts';
import { checkStatements, prepareAll, seedBonus } from './bonus-pass.ts';
import { QUARTER, seedFacts, seedSheets } from './fact-book.ts';

const MEASURED = 3;
const CACHE_GB = 4;
/** What is promised: no more than three times what the database needs to add up the facts, and flat memory. */
const LIMITS = { ratio: 3, peakRssMiB: 1024 };

interface Scored {
  readonly people: number;
  readonly checksum: number;
}

export async function benchAppraisal(say: (line: string) => void, { people = 5_000, loans = 1_000_000 }: ScriptOptions): Promise<Figures> {
  const servers = await startTestServers({ cacheSizeGB: CACHE_GB });
  const uri = new URL(servers.mongodbUri);
  uri.pathname = `/hr_${randomBytes(4).toString('hex')}`;
  const key = randomBytes(32).toString('base64');
  const keys = { FIELD_KEYS: JSON.stringify({ k1: key }), FIELD_KEY_ID: 'k1', BLIND_INDEX_KEY: key, CLOCK_MODE: 'system' as const };
  const database = await Database.connect(uri.toString());
  const platform = createPlatform('hr', database, {}, keys);
  try {
    say(`facts of ${loans} loans of ${people} people are made`);
    const staff = Array.from({ length: people }, () => newId('emp'));
    const facts = await seedFacts(database, staff, loans);
    await preparePlatform(platform, { collections: hrCollections, migrations: [] });
    await seedSheets(database, staff);
    await seedBonus(database, staff);
    say(`${facts} facts; figures and scores`);
    return await measured(platform, { people, loans, facts }, say);
  } finally {
    platform.clock.stop();
    await database.close();
    await servers.stop();
  }
}

async function measured(
  platform: Platform,
  of: { people: number; loans: number; facts: number },
  say: (line: string) => void,
): Promise<Figures> {
  const scores = new CalibrationQueries(platform.database, new AppraisalTallies(platform.database));
  const [bare, scored]: [number[], number[]] = [[], []];
  // The first pass of each warms up.
  await bareAggregation(platform.database);
  const first = await scoreAll(scores);
  const peak = watchMemory();
  for (let n = 0; n < MEASURED; n += 1) {
    bare.push(await timed(() => bareAggregation(platform.database)));
    scored.push(await timed(() => scoreAll(scores)));
  }
  const hr = { kind: 'employee', employeeId: newId('emp'), department: 'hr', roles: ['hr-manager'] } as const;
  const closing = await timed(() => closeAll(platform, hr));
  const bonuses = await timed(() => prepareAll(platform, hr));
  const peakRssMiB = peak.stop();
  const closed = await platform.database.collection('appraisal_sheets').countDocuments({ state: 'CLOSED' } as never);
  if (closed !== of.people || first.people !== of.people)
    throw new Error(`not everybody was scored: ${first.people}, closed ${closed} of ${of.people}`);
  const { parts } = await checkStatements(platform.database, of.people);
  const [bareSeconds, seconds] = [percentileOf(bare, 0.5), percentileOf(scored, 0.5)];
  const whole = closing + bonuses;
  say(`  bare ${rounded(bareSeconds, 2)} s, figures and scores ${rounded(seconds, 2)} s`);
  say(`  closing ${rounded(closing, 2)} s, bonus statements with ${parts} parts ${rounded(bonuses, 2)} s`);
  const figures = {
    ...of,
    bareSeconds: rounded(bareSeconds, 2),
    seconds: rounded(seconds, 2),
    peoplePerSecond: Math.round(of.people / seconds),
    ratioToBare: rounded(seconds / bareSeconds, 2),
    closingSeconds: rounded(closing, 2),
    bonusParts: parts,
    bonusSeconds: rounded(bonuses, 2),
    closedPeoplePerSecond: Math.round(of.people / whole),
    closingToBare: rounded(closing / bareSeconds, 2),
    quarterToBare: rounded(whole / bareSeconds, 2),
    peakRssMiB,
  };
  if (figures.ratioToBare > LIMITS.ratio || figures.quarterToBare > LIMITS.ratio || peakRssMiB > LIMITS.peakRssMiB)
    throw new Error(`does not hold: ${JSON.stringify({ figures, limits: LIMITS })}`);
  return figures;
}

/** The limit: one question that adds up the same facts by person and kind from the same index, and nothing else. */
async function bareAggregation(database: Database): Promise<void> {
  const match = { $match: { employeeId: { $gte: '' }, quarter: { $lte: QUARTER } } };
  const group = { $group: { _id: { e: '$employeeId', k: '$kind' }, count: { $sum: 1 }, total: { $sum: '$value' } } };
  const rows = database.collection('appraisal_facts').aggregate([match, group], { hint: 'tally', allowDiskUse: true });
  let count = 0;
  while (await rows.next()) count += 1;
  if (count === 0) throw new Error('there are no facts');
}

async function scoreAll(scores: CalibrationQueries): Promise<Scored> {
  let [people, checksum] = [0, 0];
  for await (const some of scores.scoresOf(QUARTER)) {
    people += some.length;
    for (const { total } of some) checksum += total;
  }
  return { people, checksum };
}

/** As the company closes it: begun by a person, carried on by the job, each sheet saved, audited and announced. */
async function closeAll({ database, work, outbox, clock }: Platform, actor: EmployeeActor): Promise<void> {
  const sheets = new AppraisalSheets(database);
  const quarters = new ClosedQuarters(new AppraisalQuarters(database), sheets, clock);
  const closer = new SheetCloser(sheets, new AppraisalSchemes(database), new AppraisalTallies(database), outbox, clock);
  await new CloseAppraisalQuarter(work, quarters, closer, new SheetlessPeople(database), clock).execute(actor, { quarter: QUARTER });
  const carryOn = new CarryClosingOn(work, quarters, closer, clock, new DueWork());
  while (await carryOn.execute());
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return (performance.now() - startedAt) / 1_000;
}

function watchMemory(): { stop: () => number } {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 100);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(most / 1_048_576);
    },
  };
}
