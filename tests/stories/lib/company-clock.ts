// The controlled clock of the company, as the coordinator moves it: stopping at every day and deadline, or straight over months. Whoever needs the days in
// between to be closed at finance waits for that as well: finance closes them one after the other by itself.
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import type { Company } from './company.ts';
import { daysAfter } from './prospects.ts';
import { at, numberAt, textAt } from './read.ts';
import type { Storyline } from './storyline.ts';

export interface Telling {
  readonly company: Company;
  readonly story: Storyline;
}

export type Stops = 'EVERY_DAY' | 'NOWHERE';

const CLOCK_LIMIT_MS = 180_000;
const ASK_EVERY_MS = 300;
const DAY_ENDS = 'query DayEnds { dayEnds(first: 1) { businessDate state } }';

/** Moves the company's clock and waits until every department has followed. @returns how often it stopped */
export async function moveClock({ company, story }: Telling, to: Date, stops: Stops = 'EVERY_DAY'): Promise<number> {
  const coordinator = company.one('coordinator');
  const started = await story.act(coordinator, {
    verb: 'advanceClock',
    input: { to: to.toISOString(), stops },
    select: 'clockAdvance { id state steps }',
  });
  const id = textAt(started, 'clockAdvance', 'id');
  const arrived = await waitFor(
    `the clock to arrive at ${to.toISOString()}`,
    async () => {
      const { data } = await coordinator.ask('query Advance($id: ID!) { clockAdvance(id: $id) { state steps now } }', { id });
      return at(data, 'clockAdvance', 'state') === 'ARRIVED' ? at(data, 'clockAdvance') : null;
    },
    { limitMs: CLOCK_LIMIT_MS, everyMs: ASK_EVERY_MS },
  );
  company.forgetClock();
  return numberAt(arrived, 'steps');
}

/** Goes on to a moment months away, and waits until finance has closed every day before it. */
export async function moveOverMonths(telling: Telling, to: Date): Promise<void> {
  await moveClock(telling, to, 'NOWHERE');

  const yesterday = daysAfter(await telling.company.today(), -1);
  await waitFor(
    `finance to have closed ${yesterday}`,
    async () => {
      const { data } = await telling.company.one('finance-manager').ask(DAY_ENDS);
      return at(data, 'dayEnds', 0, 'businessDate') === yesterday && at(data, 'dayEnds', 0, 'state') === 'CLOSED';
    },
    { limitMs: CLOCK_LIMIT_MS },
  );
}
