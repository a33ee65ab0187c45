// Everything that lies in Redis is lost while 20,000 handoffs wait there: the outbox refills the queues, and each handoff takes effect once.
import { startTestServers } from '../../infra/local/servers.ts';
import { atOnce, rounded, until } from '../lib/measure.ts';
import type { Figures } from '../lib/named-scripts.ts';
import { companyOfTwo, effectsOf, giveHandoff, startRisk, startSales } from '../lib/two-departments.ts';
import type { RunningDepartment } from '../lib/two-departments.ts';

const HANDOFFS = 20_000;
const CONCURRENCY = 32;
const LIMIT_MS = 600_000;
/** What is promised: the queues are full again by then. */
const REFILL_SECONDS = 60;

export async function proveRedisRefill(say: (line: string) => void): Promise<Figures> {
  const servers = await startTestServers();
  const company = companyOfTwo(servers);
  const sales = await startSales(company);
  try {
    say(`giving ${HANDOFFS} handoffs that nobody takes yet`);
    await atOnce(HANDOFFS, CONCURRENCY, () => giveHandoff(sales));
    await until('all are in the queue', LIMIT_MS, async () => (await waiting(sales)) === HANDOFFS);
    await sales.redis.flushall();
    const lostAt = performance.now();
    say('Redis is empty');
    await until('all are in the queue again', LIMIT_MS, async () => (await waiting(sales)) === HANDOFFS);
    const refillSeconds = (performance.now() - lostAt) / 1_000;
    say(`refilled in ${rounded(refillSeconds)} s`);
    const { lost, doubled, seconds } = await takeAll(company);
    const figures = { handoffs: HANDOFFS, refillSeconds: rounded(refillSeconds), takenSeconds: rounded(seconds), lost, doubled };
    if (lost > 0 || doubled > 0 || refillSeconds > REFILL_SECONDS) throw new Error(`does not hold: ${JSON.stringify(figures)}`);
    return figures;
  } finally {
    await sales.stop();
    await servers.stop();
  }
}

async function takeAll(company: ReturnType<typeof companyOfTwo>): Promise<{ lost: number; doubled: number; seconds: number }> {
  const startedAt = performance.now();
  let taken = 0;
  const risk = await startRisk(company, { taken: () => void (taken += 1) }, { concurrency: CONCURRENCY });
  try {
    await until('all are taken', LIMIT_MS, () => taken >= HANDOFFS);
    const seconds = (performance.now() - startedAt) / 1_000;
    const effects = [...(await effectsOf(risk)).values()];
    return { lost: HANDOFFS - effects.length, doubled: effects.filter((count) => count > 1).length, seconds };
  } finally {
    await risk.stop();
  }
}

const waiting = ({ messaging }: RunningDepartment): Promise<number> => messaging.queues.queue('handoffs', 'risk').getWaitingCount();
