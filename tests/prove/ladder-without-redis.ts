// Redis is emptied, alarms and all, just before a level of the ladder is due: the level still rings, once, soon after its moment.
import { pause } from '../../infra/local/commands.ts';
import { advanceClock } from '../faults/clients/advance-clock.ts';
import { World } from '../faults/run/world.ts';
import { rounded, until } from '../lib/measure.ts';
import type { Figures } from '../lib/named-scripts.ts';
import type { Company } from '../stories/lib/company.ts';
import { at, listAt, textAt } from '../stories/lib/read.ts';

const PATIENCE_MS = 120_000;
const LIMIT_MS = 120_000;
/** Redis is emptied so long before the moment. */
const BEFORE_MS = 1_500;
/** What is promised. */
const LATE_SECONDS = 60;
const HOUR_MS = 3_600_000;
/** Ten in the morning in Shanghai, in the middle of the working hours. */
const TEN_UTC = 2;
const LEVELS = [0, 1, 2, 3];

export async function proveLadderWithoutRedis(say: (line: string) => void): Promise<Figures> {
  const world = await World.prepare({ seed: 1, patches: [], patienceMs: PATIENCE_MS, say });
  try {
    await world.start();
    const { company } = world;
    await advanceClock(company, hoursToTen(await company.now()));
    const handoffId = await leaveAlone(company);
    const levels: { level: number; lateSeconds: number }[] = [];
    for (const level of LEVELS) {
      const moment = new Date(textAt(await levelOf(company, handoffId, level), 'at')).getTime();
      await pause(Math.max(0, moment - BEFORE_MS - (await company.now()).getTime()));
      await world.redis.flushall();
      await until(`level ${level} rings`, LIMIT_MS, async () => at(await levelOf(company, handoffId, level), 'state') === 'FIRED');
      const lateMs = new Date(textAt(await levelOf(company, handoffId, level), 'firedAt')).getTime() - moment;
      levels.push({ level, lateSeconds: rounded(lateMs / 1_000) });
      say(`level ${level} rang ${rounded(lateMs / 1_000)} s after its moment`);
    }
    const rings = await ringsOf(world, handoffId);
    const figures = { levels, rings };
    const isOnce = rings.length === LEVELS.length && LEVELS.every((level) => rings.filter((one) => one === level).length === 1);
    if (!isOnce || levels.some(({ lateSeconds }) => lateSeconds < 0 || lateSeconds > LATE_SECONDS))
      throw new Error(`does not hold: ${JSON.stringify(figures)}`);
    return figures;
  } finally {
    await world.stop();
  }
}

/** Hours to ten o'clock of the next weekday. */
function hoursToTen(now: Date): number {
  const ten = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, TEN_UTC));
  while ([0, 6].includes(ten.getUTCDay())) ten.setUTCDate(ten.getUTCDate() + 1);
  return (ten.getTime() - now.getTime()) / HOUR_MS;
}

/** A request with a minute of working time that nobody answers. @returns the handoff that keeps its time */
async function leaveAlone(company: Company): Promise<string> {
  const [payload] = await company.one('sales-manager').does({
    verb: 'requestCollaboration',
    input: { requestKey: 'left-alone', to: 'RISK', need: '请提供行业风险意见', deadline: '1m' },
    select: 'collaboration { handoff { id } }',
  });
  return textAt(payload, 'collaboration', 'handoff', 'id');
}

async function levelOf(company: Company, handoffId: string, level: number): Promise<unknown> {
  const { data } = await company
    .one('coordinator')
    .ask('query Left($id: ID!) { handoff(id: $id) { levels { level at firedAt state } } }', { id: handoffId });
  return listAt(data, 'handoff', 'levels').find((one) => at(one, 'level') === level);
}

/** Levels that coordination has told of, each as often as it did. */
async function ringsOf({ root }: World, handoffId: string): Promise<number[]> {
  const outbox = root.db('weilend_coordination').collection('outbox');
  const told = await outbox.find({ 'envelope.type': 'coordination.handoff-escalated.v1', 'envelope.subject': handoffId }).toArray();
  return told.map((row) => Number(at(row, 'envelope', 'data', 'level')));
}
