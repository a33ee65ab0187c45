// The coordinator of the run moves the controlled clock, so that work becomes late.
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import type { Company } from '../../stories/lib/company.ts';
import { at, textAt } from '../../stories/lib/read.ts';

const CLOCK_LIMIT_MS = 240_000;

/** Moves the clock and waits until every department has followed. @throws Error when it is refused, as while it is still moving */
export async function advanceClock(company: Company, hours: number): Promise<void> {
  const coordinator = company.one('coordinator');
  const to = new Date((await company.now()).getTime() + hours * 3_600_000).toISOString();
  const [payload] = await coordinator.attempt({
    verb: 'advanceClock',
    input: { requestKey: `advance-${to}`, to },
    select: 'clockAdvance { id }',
  });
  if (!payload || payload.userErrors.length > 0) throw new Error(payload?.userErrors.map(({ code }) => code).join() ?? 'no answer');
  const id = textAt(payload, 'clockAdvance', 'id');
  await waitFor(
    'the clock to arrive',
    async () => {
      const { data } = await coordinator.ask('query Advance($id: ID!) { clockAdvance(id: $id) { state } }', { id });
      return at(data, 'clockAdvance', 'state') === 'ARRIVED';
    },
    { limitMs: CLOCK_LIMIT_MS, everyMs: 500 },
  );
  company.forgetClock();
}
