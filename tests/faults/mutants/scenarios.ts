// For each protection a short play in which it is needed. With the protection everything holds; without it something has to break.
import { pause } from '../../../infra/local/commands.ts';
import { departments } from '../../../infra/local/departments.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { advanceClock } from '../clients/advance-clock.ts';
import type { Loans } from '../clients/play-loans.ts';
import type { MongoMember } from '../topology/replica-set.ts';
import { connectDirectly, findPrimary } from '../topology/replica-set.ts';
import type { MutantName } from './patches.ts';
import { MESSAGE_WRITTEN } from './patches.ts';
import type { Scenario, Stage } from './scenario-kit.ts';
import { loanIds, someLoans, storyOf, whileGoing } from './scenario-kit.ts';

/** Every waiting job of every department is delivered a second time while loans go through. */
const copies: Scenario = async (stage) => {
  const loans = await someLoans(stage, { count: 2 });
  await whileGoing(loans.done, () => Promise.all(departments.map((name) => stage.nemesis.mischief.duplicate(name, 1))));
  return loans;
};

const ROUNDS = 10;

/** The same transaction of the bank is recorded for two loans at the same moment. */
const sameTransactionTwice: Scenario = async (stage) => {
  const loans = await someLoans(stage, { count: 4 });
  await loans.done;
  const ids = await loanIds(stage);
  const officers = [stage.world.company.nth('finance-officer', 0), stage.world.company.nth('finance-officer', 1)];
  const paidOn = await stage.world.company.today();
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(
      ids.map((loanId, place) => {
        const input = { loanId, amount: '10.00', paidOn, channel: 'BANK', channelTransactionId: `${stage.run}-${round}` };
        const officer = officers[place] ?? stage.world.company.one('finance-officer');
        return storyOf(stage, `pay-${round}-${place}`).attempts(officer, { verb: 'recordRepayment', input, select: 'loan { id }' });
      }),
    );
  }
  return loans;
};

const DEATHS = 4;

/** Departments die in the midst of transactions that have written a message. */
const deathBeforeCommit: Scenario = async (stage) => {
  const { topology } = stage.world;
  const loans = await someLoans(stage, { count: 3 });
  for (let death = 0; death < DEATHS; death += 1) {
    const name = (['sales', 'finance', 'risk', 'approval'] as const)[death % 4] ?? 'sales';
    await topology.controls.change(name, (control) => ({ ...control, points: { [MESSAGE_WRITTEN]: 1 + death } }));
    await Promise.race([loans.done, pause(4_000)]);
  }
  await loans.done;
  return loans;
};

/** The primary loses its siblings, goes on taking writes for a moment, and is itself gone when the others choose another one. */
const lostMajority: Scenario = async (stage) => {
  const { topology, company } = stage.world;
  const { members } = topology.plan;
  const password = topology.secrets.mongoRootPassword;
  const salespeople = [0, 1, 2].map((n) => company.nth('salesperson', n));
  await Promise.all(salespeople.map((person) => person.token()));
  const primary = await waitFor('a primary', () => findPrimary(members, password));
  const siblings = members.filter(({ name }) => name !== primary.name);
  for (const { name } of siblings) topology.signal(name, 'SIGSTOP');
  // What each sleeper asked for before is answered now, so that what comes after this is nowhere but here.
  await writeSomething(primary, password);
  const leads = salespeople.map((person, place) =>
    storyOf(stage, `lead-${place}`).attempts(person, {
      verb: 'createLead',
      input: { channel: 'ONLINE', onlineSource: 'WEBSITE', contactName: '陈小明', phone: `1390000000${place}` },
      select: 'lead { id }',
    }),
  );
  await pause(2_500);
  topology.signal(primary.name, 'SIGSTOP');
  for (const { name } of siblings) topology.signal(name, 'SIGCONT');
  await waitFor('another primary', () => findPrimary(siblings, password));
  await pause(1_000);
  topology.signal(primary.name, 'SIGCONT');
  await Promise.all(leads);
  return null;
};

async function writeSomething(primary: MongoMember, password: string): Promise<void> {
  const client = connectDirectly(primary, password);
  await client
    .db('scratch')
    .collection('rows')
    .insertOne({}, { writeConcern: { w: 1 } });
  await client.close();
  await pause(300);
}

/** Redis is emptied while a department sleeps over its work. */
const flushOverSleeper: Scenario = async (stage) => {
  const { topology, queues } = stage.world;
  const loans = await someLoans(stage, { count: 1 });
  // Finance is asleep before sales wants a price of it: lead, enquiry and file of the customer come first.
  topology.signal('finance', 'SIGSTOP');
  const queue = queues.find(({ name }) => name === 'handoffs-finance');
  await waitFor('work for finance', async () => ((await queue?.getJobCountByTypes('wait', 'active')) ?? 0) > 0, { limitMs: 30_000 });
  await stage.nemesis.mischief.flush();
  topology.signal('finance', 'SIGCONT');
  await loans.done;
  return loans;
};

/** Given, and opened by who has to do it: before that the opening itself sets another alarm. */
const OPENED = { type: 'investigate-application', openedAt: { $ne: null }, closing: null };
const TWO_WEEKS_HOURS = 14 * 24;

/** Work is left lying, Redis has lost every alarm, and the clock runs past all moments of the ladder. */
const lateWithoutAlarms: Scenario = async (stage) => {
  const late = Promise.withResolvers<void>();
  const loans = await someLoans(stage, { count: 1, lyingUntil: late.promise });
  await waitFor('the work on the board', () => isGiven(stage), { limitMs: 60_000 });
  // The alarm is set beside the transaction that opened the work.
  await pause(1_000);
  await stage.nemesis.mischief.flush();
  await advanceClock(stage.world.company, TWO_WEEKS_HOURS);
  await pause(5_000);
  return abandoned(loans);
};

/** The application stays where it is: nobody waits for its end. */
const abandoned = (loans: Loans): Loans => ({ ...loans, done: Promise.resolve() });

async function isGiven({ world }: Stage): Promise<boolean> {
  return (await world.root.db('weilend_coordination').collection('board').countDocuments(OPENED)) > 0;
}

export const SCENARIOS: Readonly<Record<MutantName, Scenario>> = {
  'no inbox check': copies,
  'no unique index': sameTransactionTwice,
  'publish before commit': deathBeforeCommit,
  'w:1': lostMajority,
  'no reconciler': flushOverSleeper,
  'ladder sweeper off': lateWithoutAlarms,
};
