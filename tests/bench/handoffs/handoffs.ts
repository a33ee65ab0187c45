// How fast work goes from one department to the next: from the commit of the giver's mutation to the commit of the taker's effect.
import { startTestServers } from '../../../infra/local/servers.ts';
import type { TestServers } from '../../../infra/local/servers.ts';
import { bareLimit } from './bare-limit.ts';
import { atOnce, paced, percentileOf, rounded, until } from '../../lib/measure.ts';
import type { Figures } from '../../lib/named-scripts.ts';
import { companyOfTwo, giveHandoff, startRisk, startSales } from '../../lib/two-departments.ts';
import type { RunningDepartment } from '../../lib/two-departments.ts';

const CONCURRENCY = 16;
const WARM_UP = 200;
const ROUND = 1_000;
const ROUNDS = 3;
const PER_SECOND = 50;
const PACED = 1_000;
const LIMIT_MS = 300_000;

export async function benchHandoffs(say: (line: string) => void): Promise<Figures> {
  const servers = await startTestServers();
  try {
    return await measure(servers, say);
  } finally {
    await servers.stop();
  }
}

interface Pair {
  readonly sales: RunningDepartment;
  /** What happens when risk has taken a handoff: set by who measures. */
  onTaken: (handoffId: string) => void;
}

/** Product and limit take turns, so that a machine that slows down slows both. */
async function measure(servers: TestServers, say: (line: string) => void): Promise<Figures> {
  const company = companyOfTwo(servers);
  const options = { concurrency: CONCURRENCY };
  const pair: Pair = { sales: await startSales(company, options), onTaken: () => undefined };
  const risk = await startRisk(company, { taken: (id) => pair.onTaken(id) }, options);
  try {
    await throughput(pair, WARM_UP);
    await bareLimit(servers, { count: WARM_UP, concurrency: CONCURRENCY });
    const rounds: { own: number; limit: number }[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const own = await throughput(pair, ROUND);
      const limit = await bareLimit(servers, { count: ROUND, concurrency: CONCURRENCY });
      rounds.push({ own, limit });
      say(`round ${round}: ${rounded(own)} handoffs/s, limit ${rounded(limit)}/s, ratio ${rounded(own / limit, 2)}`);
    }
    return figuresOf(rounds, await latencies(pair));
  } finally {
    for (const department of [pair.sales, risk]) {
      await department.drop();
      await department.stop();
    }
  }
}

function figuresOf(rounds: readonly { own: number; limit: number }[], latency: readonly number[]): Figures {
  const handoffsPerSecond = median(rounds.map(({ own }) => own));
  const limitPerSecond = median(rounds.map(({ limit }) => limit));
  return {
    handoffsPerSecond: rounded(handoffsPerSecond),
    limitPerSecond: rounded(limitPerSecond),
    ratioToLimit: rounded(handoffsPerSecond / limitPerSecond, 3),
    latencyMs: { p50: rounded(percentileOf(latency, 0.5)), p99: rounded(percentileOf(latency, 0.99)) },
    concurrency: CONCURRENCY,
    latencyAtPerSecond: PER_SECOND,
    rounds: rounds.map(({ own, limit }) => ({ handoffsPerSecond: rounded(own), limitPerSecond: rounded(limit) })),
  };
}

async function throughput(pair: Pair, count: number): Promise<number> {
  let taken = 0;
  pair.onTaken = () => void (taken += 1);
  const startedAt = performance.now();
  await atOnce(count, CONCURRENCY, () => giveHandoff(pair.sales));
  await until('every handoff is taken', LIMIT_MS, () => taken >= count);
  return (count * 1_000) / (performance.now() - startedAt);
}

/** Milliseconds from the giver's commit to the taker's. */
async function latencies(pair: Pair): Promise<number[]> {
  const givenAt = new Map<string, number>();
  const takenAt = new Map<string, number>();
  pair.onTaken = (id) => void takenAt.set(id, performance.now());
  await paced(PACED, PER_SECOND, async () => {
    const id = await giveHandoff(pair.sales);
    givenAt.set(id, performance.now());
  });
  await until('every handoff is taken', LIMIT_MS, () => takenAt.size >= PACED);
  return [...givenAt].map(([id, at]) => (takenAt.get(id) ?? Number.NaN) - at);
}

const median = (values: readonly number[]): number => percentileOf(values, 0.5);
