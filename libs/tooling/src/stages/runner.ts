// Runs stages two at a time (the machine this must fit has two cores), each as soon as what it waits for has ended. A failing stage stops nothing.
import type { Stage, StageResult } from './stage.ts';

export interface Progress {
  started(stage: Stage): void;
  ended(result: StageResult): void;
}

const LANES = 2;

/**
 * @param run how one stage is run
 * @returns one result per stage, in the order of the list
 */
export async function runStages(
  stages: readonly Stage[],
  run: (stage: Stage) => Promise<StageResult>,
  progress: Progress,
): Promise<StageResult[]> {
  const results = new Map<string, StageResult>();
  const running = new Map<string, Promise<void>>();
  const begin = (stage: Stage): void => {
    progress.started(stage);
    const work = run(stage).then((result) => {
      results.set(stage.name, result);
      running.delete(stage.name);
      progress.ended(result);
    });
    running.set(stage.name, work);
  };
  while (results.size < stages.length) {
    const next = stages.find((stage) => !results.has(stage.name) && !running.has(stage.name) && isReady(stage, stages, results));
    if (next && running.size < LANES) begin(next);
    else if (running.size > 0) await Promise.race(running.values());
    else
      throw new Error(
        `Stages wait for each other: ${stages
          .filter(({ name }) => !results.has(name))
          .map(({ name }) => name)
          .join(', ')}`,
      );
  }
  return stages.flatMap(({ name }) => results.get(name) ?? []);
}

/** A stage named in `after` that is not in this list is not waited for. */
function isReady(stage: Stage, stages: readonly Stage[], results: ReadonlyMap<string, StageResult>): boolean {
  return (stage.after ?? []).every((name) => results.has(name) || !stages.some((other) => other.name === name));
}
