// Two thousand payments are released at the same moment against a limit that has room for some of them: exactly those pass, to the fen, and every other is
// told why not; nobody has to ask twice. Once from one process, once from several, and once as payments of twenty related parties against the limit of their
// group. Two transactions that each see room for one more cannot both take it.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { anOrder } from '@weilend/finance-service/domain/disbursement/order.builder.js';
import { makePayment } from '@weilend/finance-service/domain/disbursement/order.js';
import { noFacts, withDecision } from '@weilend/finance-service/domain/disbursement/application-facts.js';
import { FactsOfApplications } from '@weilend/finance-service/persistence/application-facts.repository.js';
import { BorrowerGroups } from '@weilend/finance-service/persistence/borrower-group.repository.js';
import { DisbursementOrders } from '@weilend/finance-service/persistence/disbursement-order.repository.js';
import { Exposures } from '@weilend/finance-service/persistence/exposure.repository.js';
import { MergedCustomers } from '@weilend/finance-service/persistence/merged-customer.repository.js';
import { GroupMembers } from '@weilend/finance-service/use-cases/group-members.js';
import { OpenBorrowerGroup } from '@weilend/finance-service/use-cases/open-borrower-group/open-borrower-group.use-case.js';
import { newId, parseLocalDate } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { startTestServers } from '../../infra/local/servers.ts';
import { FINANCE, openFinanceBooks } from '../lib/finance-books.ts';
import type { FinanceBooks } from '../lib/finance-books.ts';
import { atOnce, rounded } from '../lib/measure.ts';
import type { Figures } from '../lib/named-scripts.ts';

const PAYMENTS = 2_000;
const EACH_FEN = 50_000_00;
const maker = newId('emp');
const manager: Actor = { kind: 'employee', employeeId: newId('emp'), department: 'finance', roles: ['finance-manager'] };

interface Scenario {
  readonly title: string;
  readonly borrowers: number;
  readonly processes: number;
  /** Of net assets of 500,000,000 yuan: a tenth for one borrower, fifteen hundredths for a group. */
  readonly admitted: number;
  readonly refusal: string;
}

const SCENARIOS: readonly Scenario[] = [
  { title: 'one borrower, one process', borrowers: 1, processes: 1, admitted: 1_000, refusal: 'CONCENTRATION_EXCEEDED' },
  { title: 'one borrower, three processes', borrowers: 1, processes: 3, admitted: 1_000, refusal: 'CONCENTRATION_EXCEEDED' },
  { title: 'twenty related parties, two processes', borrowers: 20, processes: 2, admitted: 1_500, refusal: 'GROUP_CONCENTRATION_EXCEEDED' },
];

export async function proveLimits(say: (line: string) => void): Promise<Figures> {
  const servers = await startTestServers();
  try {
    const figures: Record<string, Figures> = {};
    for (const scenario of SCENARIOS) {
      figures[scenario.title] = await play(scenario, servers.mongodbUri);
      say(`${scenario.title}: ${JSON.stringify(figures[scenario.title])}`);
    }
    return { payments: PAYMENTS, scenarios: figures };
  } finally {
    await servers.stop();
  }
}

async function play({ borrowers, processes, admitted, refusal }: Scenario, mongodbUri: string): Promise<Figures> {
  const name = newId('fin');
  const books = await openFinanceBooks(mongodbUri, { name });
  try {
    const customerIds = Array.from({ length: borrowers }, () => newId('cus'));
    const groupId = borrowers > 1 ? await groupOf(books, customerIds) : null;
    const orderIds = await makeOrders(books, customerIds);
    const children = await Promise.all(Array.from({ length: processes }, () => childOf(mongodbUri, name)));
    const startedAt = performance.now();
    const answers = await Promise.all(
      children.map((child, place) =>
        answersOf(
          child,
          orderIds.filter((_, n) => n % processes === place),
        ),
      ),
    );
    const seconds = rounded((performance.now() - startedAt) / 1_000);
    const count = (answer: string): number => answers.flat().filter((one) => one === answer).length;
    const found = { passed: count('passed'), refused: count(refusal), ...(await reservedOf(books, groupId)) };
    const reservedFen = admitted * EACH_FEN;
    const expected = {
      passed: admitted,
      refused: PAYMENTS - admitted,
      orders: admitted,
      borrowersFen: reservedFen,
      groupFen: groupId ? reservedFen : 0,
    };
    const isRight = Object.entries(expected).every(([figure, value]) => found[figure as keyof typeof found] === value);
    if (!isRight) throw new Error(`does not hold: ${JSON.stringify({ found, expected, answers: tally(answers.flat()) })}`);
    return { ...found, seconds, perSecond: rounded(PAYMENTS / seconds, 0) };
  } finally {
    await books.stop();
  }
}

async function groupOf({ platform: { database, work, clock, outbox } }: FinanceBooks, customerIds: string[]): Promise<string> {
  const members = new GroupMembers(new BorrowerGroups(database), new Exposures(database), clock, new MergedCustomers(database), outbox);
  return new OpenBorrowerGroup(work, members).execute(manager, { name: '关联方', customerIds, reason: '同一实际控制人' });
}

async function childOf(mongodbUri: string, name: string): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'limits-child.ts'), [mongodbUri, name], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await once(child, 'message');
  return child;
}

async function answersOf(child: ChildProcess, orderIds: readonly string[]): Promise<string[]> {
  const over = once(child, 'exit').then(() => Promise.reject(new Error('a process ended without an answer')));
  child.send([...orderIds]);
  const [answers] = (await Promise.race([once(child, 'message'), over])) as [string[]];
  over.catch(() => undefined);
  return answers;
}

async function reservedOf({ platform: { database } }: FinanceBooks, groupId: string | null) {
  const sumOf = async (collection: string): Promise<number> => {
    const rows = await database.collection<{ _id: string; reservedFen: number }>(collection).find().toArray();
    return rows.reduce((sum, row) => sum + row.reservedFen, 0);
  };
  const orders = await database.collection('disbursement_orders').countDocuments({ state: 'RESERVED' });
  return { orders, borrowersFen: await sumOf('exposures'), groupFen: groupId ? await sumOf('borrower_groups') : 0 };
}

const tally = (answers: readonly string[]): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const answer of answers) counted[answer] = (counted[answer] ?? 0) + 1;
  return counted;
};

async function makeOrders({ platform }: FinanceBooks, customerIds: readonly string[]): Promise<string[]> {
  const [orders, facts] = [new DisbursementOrders(platform.database), new FactsOfApplications(platform.database)];
  const ids: string[] = [];
  await atOnce(PAYMENTS, 16, async () => {
    const [id, applicationId, decisionId] = [newId('dis'), newId('app'), newId('dec')];
    const customerId = customerIds[ids.push(id) % customerIds.length] ?? '';
    const order = anOrder({ id, applicationId, decisionId, contractId: newId('con'), handoffId: newId('hof'), customerId });
    const { terms, participants } = order;
    const validUntil = parseLocalDate('2099-12-31');
    const decided = { decisionId, result: 'APPROVED' as const, terms, validUntil, customerId, participants };
    await platform.work.run({ actor: FINANCE, operation: 'make-orders' }, async (tx) => {
      await orders.insert({ ...makePayment(order, maker, terms.amountFen), openedAt: platform.clock.now() }, tx);
      await facts.put(withDecision(noFacts(applicationId), decided), tx);
    });
  });
  return ids;
}
