// The command line of the story.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StoryOptions {
  /** File of real applications; the scripted ones are played when none is given. */
  readonly intake: string | null;
  readonly limit: number;
  readonly concurrency: number;
  readonly json: string | null;
  /** Name of the run: what it makes is kept apart from every other run. */
  readonly run: string;
  /** How long a department may be away. */
  readonly patienceMs: number;
  /** Names of the scripts to play; all when empty. */
  readonly only: readonly string[];
}

export const USAGE = `npm run story [-- options]
  --intake FILE      play real applications of a CSV file instead of the scripted ones
  --limit N          the first N of them (default: all)
  --concurrency C    so many at a time (default 16)
  --json FILE        write what happened
  --only A,B         play these scripts only
  --run NAME         name of the run (default: the time)
  --patience S       seconds that a department may be away (default 180)`;

/** @throws Error with the usage for anything that is not understood. */
export function readOptions(argv: readonly string[], now: Date, cwd: string): StoryOptions {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        intake: { type: 'string' },
        limit: { type: 'string' },
        concurrency: { type: 'string', default: '16' },
        json: { type: 'string' },
        only: { type: 'string', default: '' },
        run: { type: 'string', default: Math.floor(now.getTime() / 1_000).toString(36) },
        patience: { type: 'string', default: '180' },
      },
    });
    if (!/^[a-z0-9-]{1,30}$/.test(values.run)) throw new Error('--run takes lower-case letters, digits and dashes');
    return {
      intake: values.intake ? resolve(cwd, values.intake) : null,
      limit: values.limit ? whole('limit', values.limit) : Number.MAX_SAFE_INTEGER,
      concurrency: whole('concurrency', values.concurrency),
      json: values.json ? resolve(cwd, values.json) : null,
      run: values.run,
      patienceMs: whole('patience', values.patience) * 1_000,
      only: values.only.split(',').filter((name) => name !== ''),
    };
  } catch (problem) {
    throw new Error(`${problem instanceof Error ? problem.message : String(problem)}\n\n${USAGE}`);
  }
}

function whole(name: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`--${name} takes a whole number from 1 on, not "${text}"`);
  return Number(text);
}
