// I5: net, the levels that fired are those that the true times call for: each due one once, none early, none after the work was done unless it was taken
// back.
import type { BoardFact, CoordinationFacts, LoggedFact, Verdict } from './facts.ts';

const FIRED = 'coordination.handoff-escalated.v1';
const WITHDRAWN = 'coordination.handoff-level-withdrawn.v1';
const MOVED = 'coordination.clock-moved.v1';
/** A department stamps what it says before the log of the company receives it, never much later. */
const TOLERANCE_MS = 1_000;

export function levelsTrue(facts: CoordinationFacts): Verdict {
  const fired = countsOf(facts.log, FIRED);
  const withdrawn = countsOf(facts.log, WITHDRAWN);
  const levels = facts.board.flatMap((row) => row.levels.map((level) => ({ row, level })));
  return {
    checked: levels.filter(({ level }) => level.firedAt).length,
    problems: [
      ...levels.flatMap(({ row, level }) => levelProblems(row, level, facts.now)),
      ...levels.flatMap(({ row, level }) => [
        ...wordProblems(`${row._id} level ${level.level}: fired`, level.firedAt !== null, fired.get(`${row._id}/${level.level}`)),
        ...wordProblems(
          `${row._id} level ${level.level}: withdrawn`,
          level.withdrawnAt !== null,
          withdrawn.get(`${row._id}/${level.level}`),
        ),
      ]),
      ...earlyProblems(facts),
    ],
  };
}

function levelProblems({ _id, closing, openedAt, pauses }: BoardFact, level: BoardFact['levels'][number], now: Date): string[] {
  const [name, at] = [`${_id} level ${level.level}`, level.at.getTime()];
  const found: string[] = [];
  if (level.firedAt && level.firedAt.getTime() < at) found.push(`${name} fired early`);
  const isDoneBefore = closing !== null && closing.at.getTime() < at;
  if (level.firedAt && isDoneBefore && !level.withdrawnAt) found.push(`${name} fired after the work was done and was not taken back`);
  if (level.withdrawnAt && !isDoneBefore) found.push(`${name} was taken back although the work was late`);
  // Work that was closed after the moment may have been closed before anybody could fire.
  const isWaited = closing === null && openedAt !== null && pauses.length === 0;
  if (isWaited && !level.firedAt && at <= now.getTime()) found.push(`${name} is due and never fired`);
  return found;
}

function wordProblems(what: string, isSo: boolean, count = 0): string[] {
  return count === (isSo ? 1 : 0) ? [] : [`${what} ${isSo ? 'once' : 'never'} by the board, ${count} times by the log`];
}

/** By the database's own clock: no word of a level before its moment, whatever the clock of the service was. */
function earlyProblems({ board, log }: CoordinationFacts): string[] {
  const moments = new Map(
    board.flatMap(({ _id, levels }) => levels.map(({ level, at }): [string, number] => [`${_id}/${level}`, at.getTime()])),
  );
  let offsetMs = 0;
  return [...log]
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
    .flatMap(({ envelope, receivedAt }) => {
      if (envelope.type === MOVED) offsetMs = Math.max(offsetMs, Number(envelope.data['offsetMs']));
      const moment = envelope.type === FIRED ? moments.get(levelOf(envelope.data)) : undefined;
      const isEarly = moment !== undefined && receivedAt.getTime() + offsetMs + TOLERANCE_MS < moment;
      return isEarly ? [`${levelOf(envelope.data)} fired before its moment by the database's clock`] : [];
    });
}

const levelOf = (data: Readonly<Record<string, unknown>>): string => `${String(data['handoffId'])}/${String(data['level'])}`;

function countsOf(log: readonly LoggedFact[], type: string): ReadonlyMap<string, number> {
  const words = log.filter(({ envelope }) => envelope.type === type);
  return new Map([...Map.groupBy(words, ({ envelope }) => levelOf(envelope.data))].map(([key, group]) => [key, group.length]));
}
