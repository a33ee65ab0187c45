// A worker is killed in the middle of a job: the effect happens once, soon after a worker is back, also when it is killed on the same job five times.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startTestServers } from '../../infra/local/servers.ts';
import { rounded, until } from '../lib/measure.ts';
import type { Figures } from '../lib/named-scripts.ts';
import { companyOfTwo, giveHandoff, startSales } from '../lib/two-departments.ts';
import type { CompanyOfTwo, RunningDepartment } from '../lib/two-departments.ts';

const KILLS = [1, 5] as const;
const TAKES_MS = 1_000;
const LIMIT_MS = 120_000;
/** What is promised: the job goes on within this after a worker is back. */
const BACK_SECONDS = 30;

interface Told {
  readonly what: 'ready' | 'begun' | 'taken';
  readonly handoffId?: string;
}

export async function proveKilledWorker(say: (line: string) => void): Promise<Figures> {
  const servers = await startTestServers();
  const company = companyOfTwo(servers);
  const sales = await startSales(company);
  try {
    const rounds: { kills: number; slowestSeconds: number; effects: number }[] = [];
    for (const kills of KILLS) {
      const round = await killTimes(kills, { company, sales });
      say(`killed ${kills} times on one job: back to work within ${rounded(round.slowestSeconds)} s, effects ${round.effects}`);
      rounds.push({ ...round, slowestSeconds: rounded(round.slowestSeconds) });
    }
    if (rounds.some(({ effects, slowestSeconds }) => effects !== 1 || slowestSeconds > BACK_SECONDS))
      throw new Error(`does not hold: ${JSON.stringify(rounds)}`);
    return { rounds };
  } finally {
    await sales.drop();
    await sales.stop();
    await servers.stop();
  }
}

/** Kills each worker while it is at the job, lets the last one finish. `slowestSeconds`: from a worker's start to the job being taken up, the longest. */
async function killTimes(
  kills: number,
  { company, sales }: { company: CompanyOfTwo; sales: RunningDepartment },
): Promise<{ kills: number; slowestSeconds: number; effects: number }> {
  let slowestSeconds = 0;
  let effects = 0;
  let handoffId: string | null = null;
  for (let life = 0; life <= kills; life++) {
    const child = await startWorker(company);
    const readyAt = performance.now();
    const told: Told[] = [];
    child.on('message', (message) => void told.push(message as Told));
    handoffId ??= await giveHandoff(sales);
    const says = (what: Told['what']): boolean => told.some((one) => one.what === what && one.handoffId === handoffId);
    await until('the worker takes the job up', LIMIT_MS, () => says('begun'));
    slowestSeconds = Math.max(slowestSeconds, (performance.now() - readyAt) / 1_000);
    if (life === kills) await until('the job is done', LIMIT_MS, () => says('taken'));
    effects += says('taken') ? 1 : 0;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  return { kills, slowestSeconds, effects: effects === 1 ? await workRows(company, handoffId) : effects };
}

async function startWorker(company: CompanyOfTwo): Promise<ChildProcess> {
  const env = { ...process.env, COMPANY_OF_TWO: JSON.stringify(company), TAKES_MS: String(TAKES_MS) };
  const child = fork(join(import.meta.dirname, 'worker-child.ts'), { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [first] = (await once(child, 'message')) as [Told];
  if (first.what !== 'ready') throw new Error('the worker spoke before it was ready');
  return child;
}

/** Effects in risk's database. */
async function workRows(company: CompanyOfTwo, handoffId: string | null): Promise<number> {
  const { Database } = await import('@weilend/mongo');
  const uri = new URL(company.mongodbUri);
  uri.pathname = `/two_risk_${company.run}`;
  const database = await Database.connect(uri.toString());
  const count = await database.collection('taken_work').countDocuments({ handoffId });
  await database.close();
  return count;
}
