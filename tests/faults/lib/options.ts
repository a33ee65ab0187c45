// The command line of the harness.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { FaultKind } from '../nemesis/schedule.ts';
import { FAULT_KINDS } from '../nemesis/schedule.ts';

export interface FaultsOptions {
  readonly seeds: readonly number[];
  readonly loans: number;
  readonly minutes: number;
  readonly clients: number;
  readonly kinds: readonly FaultKind[];
  readonly json: string | null;
  /** Instead of the storm: one protection removed at a time. */
  readonly mutants: boolean;
  /** Names of mutants; all when empty. */
  readonly only: readonly string[];
  /** Folder of a run that failed: its options are taken again. */
  readonly replay: string | null;
  /** Where what is left of a failed run goes. */
  readonly keep: string;
}

/** What a small machine can carry through the departments while things break. */
const LOANS_A_MINUTE = 30;
const LEAST_MINUTES = 2;
const MANY_LOANS = 60;
const FEW_CLIENTS = 6;
const MANY_CLIENTS = 12;

export const USAGE = `npm run faults [-- options]
  --seed S|A..B      seed of a run, or several runs one after the other (default 1)
  --loans N          loans that are played (default 12)
  --minutes M        how long the faults last (default 2, more from 60 loans on: a minute for every 30)
  --clients C        loans at a time (default 6, from 60 loans on 12)
  --kinds A,B        kinds of faults (default all): ${FAULT_KINDS.join(' ')}
  --json FILE        write the summaries
  --replay FOLDER    the run of a folder that a failed run left
  --mutants          remove one protection at a time; every one must be noticed
  --only A,B         these mutants only
  --keep FOLDER      where a failed run is kept (default out/faults)`;

/** @throws Error with the usage for anything that is not understood. */
export function readOptions(argv: readonly string[], cwd: string): FaultsOptions {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        seed: { type: 'string', default: '1' },
        loans: { type: 'string', default: '12' },
        minutes: { type: 'string' },
        clients: { type: 'string' },
        kinds: { type: 'string', default: FAULT_KINDS.join() },
        json: { type: 'string' },
        replay: { type: 'string' },
        mutants: { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
        keep: { type: 'string', default: 'out/faults' },
      },
    });
    const loans = whole('loans', values.loans);
    return {
      seeds: seedsOf(values.seed),
      loans,
      minutes: values.minutes ? whole('minutes', values.minutes) : Math.max(LEAST_MINUTES, Math.ceil(loans / LOANS_A_MINUTE)),
      clients: values.clients ? whole('clients', values.clients) : loans < MANY_LOANS ? FEW_CLIENTS : MANY_CLIENTS,
      kinds: kindsOf(values.kinds),
      json: values.json ? resolve(cwd, values.json) : null,
      replay: values.replay ? resolve(cwd, values.replay) : null,
      mutants: values.mutants,
      only: values.only.split(',').filter((name) => name !== ''),
      keep: resolve(cwd, values.keep),
    };
  } catch (problem) {
    throw new Error(`${problem instanceof Error ? problem.message : String(problem)}\n\n${USAGE}`);
  }
}

function seedsOf(text: string): number[] {
  const [first = '', last = first] = text.split('..');
  const [from, to] = [whole('seed', first), whole('seed', last)];
  if (to < from || to - from > 999) throw new Error(`--seed takes S or A..B, not "${text}"`);
  return Array.from({ length: to - from + 1 }, (_unused, place) => from + place);
}

function kindsOf(text: string): FaultKind[] {
  return text
    .split(',')
    .filter((name) => name !== '' && name !== 'none')
    .map((name) => {
      const kind = FAULT_KINDS.find((one) => one === name);
      if (!kind) throw new Error(`--kinds knows no "${name}"`);
      return kind;
    });
}

function whole(name: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`--${name} takes a whole number from 1 on, not "${text}"`);
  return Number(text);
}
