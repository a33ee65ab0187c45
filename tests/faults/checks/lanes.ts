// I4: in every lane the numbers are without a gap, and they were applied one after the other.
import type { DepartmentFacts, Facts, Verdict } from './facts.ts';

export interface LaneVerdict extends Verdict {
  readonly reordered: number;
}

export function lanesInOrder({
  departments,
  laneSteps,
  coordination,
}: Pick<Facts, 'departments' | 'laneSteps' | 'coordination'>): LaneVerdict {
  const steps = stepProblems(laneSteps);
  const logged = logProblems(coordination.log);
  return {
    checked: departments.reduce((sum, { lanes }) => sum + lanes.length, 0),
    reordered: steps.length + logged.length,
    problems: [...departments.flatMap(gapProblems), ...steps, ...logged],
  };
}

function gapProblems({ name, inbox, lanes }: DepartmentFacts): string[] {
  const byLane = Map.groupBy(inbox, ({ lane }) => lane);
  return lanes.flatMap(({ _id, applied }) => {
    const numbers = (byLane.get(_id) ?? []).map(({ sequence }) => sequence).sort((a, b) => a - b);
    const isWhole = numbers.length === applied && numbers.every((number, place) => number === place + 1);
    return isWhole ? [] : [`${name}, lane ${_id}: applied up to ${applied}, received ${numbers.join(',').slice(0, 80)}`];
  });
}

/** Every write of a lane's row that moved it, in the order of the database. */
function stepProblems(steps: Facts['laneSteps']): string[] {
  const last = new Map<string, number>();
  return steps.flatMap(({ department, lane, applied }) => {
    const key = `${department}, lane ${lane}`;
    const before = last.get(key) ?? 0;
    last.set(key, applied);
    return applied === before + 1 || applied === before ? [] : [`${key}: ${applied} was applied after ${before}`];
  });
}

/** The log of the company keeps each lane's order. */
function logProblems(log: Facts['coordination']['log']): string[] {
  const placed = log.filter(({ placed: isPlaced }) => isPlaced).sort((a, b) => (a.cursor ?? 0) - (b.cursor ?? 0));
  const last = new Map<string, number>();
  return placed.flatMap(({ envelope }) => {
    const lane = `${envelope.source}:${envelope.subject}`;
    const before = last.get(lane) ?? 0;
    last.set(lane, Number(envelope.sequence));
    return Number(envelope.sequence) > before ? [] : [`the log has ${envelope.id} of ${lane} in the wrong place`];
  });
}
