// One department is stopped and started as its next version while the stories play: the new version says more in an event and changes its stored data. Nobody
// else may notice, no story may end otherwise, and nothing may be lost or doubled.
import { pause } from '../../infra/local/commands.ts';
import { untilQuiet } from '../faults/run/drain.ts';
import { judge } from '../faults/run/judge.ts';
import { World } from '../faults/run/world.ts';
import type { Patch } from '../faults/mutants/patches.ts';
import { until } from '../lib/measure.ts';
import type { Figures } from '../lib/named-scripts.ts';
import type { Company } from '../stories/lib/company.ts';
import { playScripts } from '../stories/scripts/play-scripts.ts';

const DEPLOYED = 'risk';
const EVENT = 'risk.report-finalised.v1';
/** Reports of the old version that must have been told of before: the stories are in full swing by then. */
const REPORTS_BEFORE = 3;
const REPORTS_LIMIT_MS = 60_000;
const DRAIN_LIMIT_MS = 120_000;
const PATIENCE_MS = 240_000;
const ASK_EVERY_MS = 150;

/** What the next version has more: an optional field of an event, and a migration of the investigations. */
const nextVersion: readonly Patch[] = [
  {
    file: 'libs/contracts/dist/events/risk.events.js',
    find: 'reportHash: hashField,',
    put: 'reportHash: hashField, reviewNote: z.string().optional(),',
  },
  {
    file: 'services/risk/dist/use-cases/finalise-risk-report/finalise-risk-report.use-case.js',
    find: `event('${EVENT}', applicationId, figures)`,
    put: `event('${EVENT}', applicationId, { ...figures, reviewNote: 'next version' })`,
  },
  {
    file: 'services/risk/dist/risk.module.js',
    find: 'migrations: [',
    put: "migrations: [ { name: '0999-next-version', up: (database) => database.collection('investigations').updateMany({}, { $set: { nextVersion: true } }) },",
  },
  {
    file: 'services/risk/dist/persistence/investigation.schema.js',
    find: "name: 'investigations',\n    fields: {",
    put: "name: 'investigations',\n    fields: { nextVersion: { type: Boolean, default: true },",
  },
];

/** One question for each department that is not deployed. */
const QUESTIONS: Readonly<Record<string, string>> = {
  sales: '{ applications(first: 1) { nodes { id } } }',
  approval: '{ approvalCases(first: 1) { nodes { id } } }',
  finance: '{ products { id } }',
  training: '{ trainingSessions(first: 1) { nodes { id } } }',
  hr: '{ employees(first: 1) { nodes { id } } }',
  coordination: '{ handoffs(first: 1) { nodes { id } } }',
  compliance: '{ violations(first: 1) { nodes { id } } }',
};

export async function proveIndependentDeployment(say: (line: string) => void): Promise<Figures> {
  const world = await World.prepare({ seed: 1, patches: [], patienceMs: PATIENCE_MS, say });
  try {
    await world.start();
    world.readers.start();
    const asking = askOthers(world.company);
    const stories = playScripts(world.company, { run: 'deploy', only: [], say: () => undefined });
    await until('reports of the old version', REPORTS_LIMIT_MS, async () => (await newVersionAtWork(world)).eventsBefore >= REPORTS_BEFORE);
    const began = performance.now();
    await world.topology.deploy(DEPLOYED, nextVersion);
    const deploySeconds = Math.round((performance.now() - began) / 100) / 10;
    say(`${DEPLOYED} runs as its next version after ${deploySeconds} s`);
    const played = await stories;
    const asked = await asking.stop();
    const drain = await untilQuiet(world, DRAIN_LIMIT_MS);
    const { invariants, lost, doubled, reordered, ledgerDriftFen } = await judge(world, drain, []);
    const broken = Object.entries(invariants).flatMap(([name, { problems }]) => problems.map((problem) => `${name}: ${problem}`));
    const storyProblems = played.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`));
    const figures = { scripts: played.length, deploySeconds, ...asked, ...(await newVersionAtWork(world)), drainSeconds: drain.seconds };
    const counts = { lost, doubled, reordered, ledgerDriftFen };
    if (broken.length + storyProblems.length + asked.failed.length > 0 || figures.eventsOfNextVersion === 0 || !figures.migrated)
      throw new Error(`does not hold: ${JSON.stringify({ ...figures, ...counts, broken, storyProblems }, null, 2)}`);
    return { ...figures, ...counts };
  } finally {
    await world.stop();
  }
}

/** Asks every other department again and again, and keeps what was not answered. */
function askOthers(company: Company): { stop(): Promise<{ asked: number; failed: readonly string[] }> } {
  let stopped = false;
  let asked = 0;
  const failed: string[] = [];
  const person = company.one('auditor');
  const running = (async () => {
    while (!stopped) {
      for (const [department, document] of Object.entries(QUESTIONS)) {
        asked += 1;
        await person.ask(document).then(
          ({ errors }) => void (errors.length > 0 && failed.push(`${department}: ${JSON.stringify(errors[0])}`)),
          (thrown: unknown) => void failed.push(`${department}: ${String(thrown)}`),
        );
      }
      await pause(ASK_EVERY_MS);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await running;
      return { asked, failed };
    },
  };
}

async function newVersionAtWork({ root }: World): Promise<{ eventsOfNextVersion: number; eventsBefore: number; migrated: boolean }> {
  const log = root.db('weilend_coordination').collection('event_log');
  const eventsOfNextVersion = await log.countDocuments({ type: EVENT, 'envelope.data.reviewNote': 'next version' });
  const eventsBefore = (await log.countDocuments({ type: EVENT })) - eventsOfNextVersion;
  const migrated =
    (await root.db(`weilend_${DEPLOYED}`).collection<{ _id: string }>('migrations').findOne({ _id: '0999-next-version' })) !== null;
  return { eventsOfNextVersion, eventsBefore, migrated };
}
