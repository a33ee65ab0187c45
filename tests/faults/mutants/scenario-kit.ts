// What the scenarios have in common: a few loans, people who act with keys, a system in which something is stopped for a while.
import { pause } from '../../../infra/local/commands.ts';
import { Storyline } from '../../stories/lib/storyline.ts';
import { applicantRows } from '../clients/applicants.ts';
import type { Loans } from '../clients/play-loans.ts';
import { beginLoans } from '../clients/play-loans.ts';
import type { Nemesis } from '../nemesis/nemesis.ts';
import type { World } from '../run/world.ts';

export interface Stage {
  readonly world: World;
  readonly nemesis: Nemesis;
  /** Keeps what one scenario makes apart from what others make. */
  readonly run: string;
  readonly seed: number;
}

export type Scenario = (stage: Stage) => Promise<Loans | null>;

export interface LoansOfScenario {
  readonly count: number;
  /** Every one of them is left lying at risk until this resolves. */
  readonly lyingUntil?: Promise<void>;
}

export function someLoans({ world, run, seed }: Stage, { count, lyingUntil }: LoansOfScenario): Promise<Loans> {
  const lateness = { every: lyingUntil ? 1 : Number.MAX_SAFE_INTEGER, until: lyingUntil ?? Promise.resolve() };
  return beginLoans(world.company, { rows: applicantRows(seed, count), run, atATime: count, everyMs: 0, lateness });
}

export const storyOf = ({ run }: Stage, no: string): Storyline => new Storyline(run, no);

/** Does `act` again and again until `work` is over. */
export async function whileGoing(work: Promise<unknown>, act: () => Promise<unknown>): Promise<void> {
  let isOver = false;
  void work.finally(() => (isOver = true));
  while (!isOver) {
    await act();
    await pause(200);
  }
}

/** Ids of loans that are running, as finance has them. */
export async function loanIds({ world }: Stage): Promise<string[]> {
  const rows = await world.root.db('weilend_finance').collection('loans').find({ state: 'ACTIVE' }).limit(2).toArray();
  return rows.map(({ _id }) => String(_id));
}
