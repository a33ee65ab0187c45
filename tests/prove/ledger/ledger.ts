// The books against two hundred thousand random operations: loans are paid out, repaid in every way, also on days long past, taken back, and each night
// closed. After each thousand the trial balance is zero; in the end everything is computed once more from the entries alone, and must be what the loans and
// the borrowers' balances say. The same seed asks for the same operations: their hash is among the figures.
import { ClassChanges } from '@weilend/finance-service/persistence/class-change.repository.js';
import { DisbursementOrders } from '@weilend/finance-service/persistence/disbursement-order.repository.js';
import { LateLoans } from '@weilend/finance-service/persistence/late-loan.repository.js';
import { LoanRequests } from '@weilend/finance-service/persistence/loan-request.repository.js';
import { MeasureWorks } from '@weilend/finance-service/persistence/measure.repository.js';
import { LoanSchedules } from '@weilend/finance-service/persistence/loan-schedule.repository.js';
import { ApplyLoanChange } from '@weilend/finance-service/use-cases/approve-loan-request/apply-loan-change.js';
import { ApproveLoanRequest } from '@weilend/finance-service/use-cases/approve-loan-request/approve-loan-request.use-case.js';
import { LoanRequestNews } from '@weilend/finance-service/use-cases/approve-loan-request/loan-request-news.js';
import { JudgeLoanClass } from '@weilend/finance-service/use-cases/judge-loan-class/judge-loan-class.use-case.js';
import { LoanJudgements } from '@weilend/finance-service/use-cases/judge-loan-class/loan-judgements.js';
import { MeasureEnd } from '@weilend/finance-service/use-cases/measure-end.js';
import { ProposeLoanRequest } from '@weilend/finance-service/use-cases/propose-loan-request/propose-loan-request.use-case.js';
import { ScheduleHistory } from '@weilend/finance-service/use-cases/schedule-history.js';
import { Ledger } from '@weilend/finance-service/persistence/ledger.repository.js';
import { Repayments } from '@weilend/finance-service/persistence/repayment.repository.js';
import { LoanBooks } from '@weilend/finance-service/use-cases/loan-books.js';
import { LoanRepayments } from '@weilend/finance-service/use-cases/loan-repayments.js';
import { RecordRepayment } from '@weilend/finance-service/use-cases/record-repayment/record-repayment.use-case.js';
import { ReverseRepayment } from '@weilend/finance-service/use-cases/reverse-repayment/reverse-repayment.use-case.js';
import { bookOf } from '@weilend/finance-service/domain/loan/loan-book.js';
import type { Loan } from '@weilend/finance-service/domain/loan/loan.js';
import { addDays, BusinessClock, canonicalHash, instantOf, parseLocalDate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { databaseOf } from '../../../infra/local/departments.ts';
import { openFinanceBooks } from '../../lib/finance-books.ts';
import type { FinanceBooks } from '../../lib/finance-books.ts';
import { rounded } from '../../lib/measure.ts';
import type { Figures, ScriptOptions } from '../../lib/named-scripts.ts';
import { openLane } from './book-of-loans.ts';
import { checkAndClose } from './closing.ts';
import { OPERATIONS } from './operations.ts';
import type { Desk, Lane, Operation } from './operations.ts';
import { bookDifferences, recompute } from './recompute.ts';
import { startSecuredMongo } from './secured-mongo.ts';
import { Tally } from './tally.ts';
import { refuseTampering } from './tampering.ts';

const OPERATIONS_WANTED = 200_000;
/** Few enough that the days pass the one on which the oldest arrears become a loss. */
const OPENED_A_DAY = 14;
/** Loans at a time: one waits for the disk while others reckon. */
const AT_A_TIME = 12;
/** How likely a loan is touched on a day, while it runs and once it is settled. */
const TOUCHED = { running: 0.09, settled: 0.01 };
/** Operations that are drawn for a loan on a day until one fits it. */
const TRIES = 4;
const FIRST_DAY = parseLocalDate('2025-01-06');
const LAST_DAY = parseLocalDate('2099-12-31');

/** Noon of the day that the proof has come to. */
class ProofClock extends BusinessClock {
  day = FIRST_DAY;

  now(): Date {
    return instantOf(this.day, '12:00');
  }
}

export async function proveLedger(say: (line: string) => void, { count = OPERATIONS_WANTED }: ScriptOptions): Promise<Figures> {
  const [mongo, clock] = [await startSecuredMongo(), new ProofClock()];
  try {
    const books = await openFinanceBooks(mongo.financeUri, { name: databaseOf('finance'), businessClock: clock });
    try {
      return await prove(books, clock, count, say);
    } finally {
      await books.stop();
    }
  } finally {
    await mongo.stop();
  }
}

async function prove(books: FinanceBooks, clock: ProofClock, count: number, say: (line: string) => void): Promise<Figures> {
  const startedAt = performance.now();
  const ledger = new Ledger(books.platform.database);
  const tally = new Tally(() => zeroTrialBalance(ledger), say);
  const play = new Play(books, clock, tally);
  for (; tally.done < count; clock.day = addDays(clock.day, 1)) await play.day();
  await zeroTrialBalance(ledger);
  const seconds = (performance.now() - startedAt) / 1_000;
  say(`${tally.done} operations in ${rounded(seconds)} s; now everything once more from the entries`);
  const { differences, ...counted } = await recompute(books);
  await aFenIsSeen(books);
  const own = await checkAndClose(books, clock);
  const figures = {
    operations: tally.done,
    ...{ refusals: tally.refusals, kinds: tally.kinds, days: play.days, trialBalances: tally.checks },
    ...counted,
    ...own,
    ...{ differences: differences.length, tamperingRefused: await refuseTampering(books) },
    ...{ seconds: rounded(seconds), perSecond: Math.round(tally.done / seconds) },
    ...{ operationsHash: play.hash(), trialBalanceHash: canonicalHash(await ledger.trialBalance(LAST_DAY)) },
  };
  if (differences.length > 0) throw new Error(`does not hold: ${JSON.stringify({ figures, first: differences.slice(0, 20) })}`);
  return figures;
}

/** Plays day after day: loans are paid out, some that run are touched, and the day is closed. */
class Play {
  days = 0;
  private readonly lanes: Lane[] = [];
  private readonly ends: unknown[] = [];
  private readonly loanBooks: LoanBooks;
  private readonly desk: Desk;
  private readonly books: FinanceBooks;
  private readonly clock: ProofClock;
  private readonly tally: Tally;

  constructor(books: FinanceBooks, clock: ProofClock, tally: Tally) {
    this.books = books;
    this.clock = clock;
    this.tally = tally;
    const { database, work, outbox, handoffs } = books.platform;
    this.loanBooks = new LoanBooks(books.loans, new Ledger(database), books.exposures, new LateLoans(database), clock);
    const requests = new LoanRequests(database);
    const history = new ScheduleHistory(new LoanSchedules(database), new Repayments(database), requests, clock);
    const repayments = new LoanRepayments(new Repayments(database), history, new DisbursementOrders(database), clock);
    const judgements = new LoanJudgements(this.loanBooks, new ClassChanges(database, clock), new LateLoans(database), outbox, clock);
    const changes = new ApplyLoanChange(books.policies, history, judgements, this.loanBooks, clock);
    const measures = new MeasureEnd(new MeasureWorks(database), handoffs, clock);
    this.desk = {
      record: new RecordRepayment(work, books.loans, repayments, this.loanBooks, outbox),
      reverse: new ReverseRepayment(work, books.loans, repayments, this.loanBooks, outbox, clock),
      judge: new JudgeLoanClass(work, books.loans, books.policies, judgements, clock),
      propose: new ProposeLoanRequest(work, books.loans, requests, books.policies, measures, clock),
      approve: new ApproveLoanRequest(work, requests, books.loans, changes, new LoanRequestNews(outbox, measures), clock),
      repaymentsOf: (loanId) => this.repaymentsOf(loanId),
    };
  }

  async day(): Promise<void> {
    const today = this.clock.day;
    const touched = this.lanes.filter((lane) => lane.random() < (lane.settled ? TOUCHED.settled : TOUCHED.running));
    const opened = Array.from({ length: OPENED_A_DAY }, (_, n) => this.days * OPENED_A_DAY + n);
    const acts = [...opened.map((ordinal) => () => this.open(ordinal, today)), ...touched.map((lane) => () => this.touch(lane, today))];
    const next = async (): Promise<void> => {
      for (let act = acts.shift(); act; act = acts.shift()) await act();
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, next));
    await this.close(today);
    this.days += 1;
  }

  /** Hash of all that was asked, in the order of the loans. */
  hash(): string {
    const digests = [...this.lanes].sort((a, b) => a.ordinal - b.ordinal).map((lane) => lane.digest);
    return canonicalHash([digests, this.ends]);
  }

  private async open(ordinal: number, today: LocalDate): Promise<void> {
    this.lanes.push(await openLane(this.books, this.loanBooks, ordinal, today));
    await this.tally.did('is paid out');
  }

  private async touch(lane: Lane, today: LocalDate): Promise<void> {
    const turn = { desk: this.desk, lane, loan: await this.loanOf(lane), today };
    for (let tries = 0; tries < TRIES; tries += 1) {
      const operation = drawn(lane);
      const asked = await operation.act(turn);
      lane.digest = canonicalHash([lane.digest, today, operation.name, asked]);
      if (!asked) continue;
      if (asked.refused) return this.tally.refused();
      lane.settled = (await this.loanOf(lane)).state === 'SETTLED';
      return this.tally.did(operation.name);
    }
  }

  /** Every loan that the end of the day changes is an operation. */
  private async close(today: LocalDate): Promise<void> {
    await this.books.closeDay(today);
    const parts = await this.books.platform.database
      .collection<{ loans: number; entries: number; events: number; setAside: number }>('day_end_parts')
      .find({ on: today } as never)
      .toArray();
    const sum = (name: 'loans' | 'entries' | 'events' | 'setAside'): number => parts.reduce((total, part) => total + part[name], 0);
    if (sum('setAside') > 0) throw new Error(`the end of ${today} set loans aside`);
    this.ends.push([today, sum('loans'), sum('entries'), sum('events')]);
    await this.tally.did('is closed for the day', sum('loans'));
  }

  private async loanOf({ loanId }: Lane): Promise<Loan> {
    const row = await this.books.platform.database.collection<Loan & { _id: string }>('loans').findOne({ _id: loanId });
    return { ...row, id: loanId } as unknown as Loan;
  }

  private async repaymentsOf(loanId: string) {
    const rows = this.books.platform.database.collection<{ _id: string; channelTransactionId: string; paidOn: LocalDate }>('repayments');
    const standing = await rows
      .find({ loanId, reversal: null } as never)
      .sort({ _id: 1 })
      .toArray();
    return standing.map(({ _id: id, channelTransactionId, paidOn }) => ({ id, channelTransactionId, paidOn }));
  }
}

const ALL_WEIGHT = OPERATIONS.reduce((sum, { weight }) => sum + weight, 0);

function drawn({ random }: Lane): Operation {
  let left = random() * ALL_WEIGHT;
  return OPERATIONS.find(({ weight }) => (left -= weight) < 0) ?? (OPERATIONS[0] as Operation);
}

/** Debits equal credits, to the fen. */
async function zeroTrialBalance(ledger: Ledger): Promise<void> {
  const sums = await ledger.trialBalance(LAST_DAY);
  const leftFen = sums.reduce((sum, { debitFen, creditFen }) => sum + debitFen - creditFen, 0);
  if (leftFen !== 0 || sums.length === 0) throw new Error(`the trial balance is ${leftFen} fen over ${sums.length} accounts`);
}

/** The recompute would see a single fen. */
async function aFenIsSeen({ platform }: FinanceBooks): Promise<void> {
  const row = await platform.database.collection<Loan & { _id: string }>('loans').findOne({});
  const loan = { ...row, id: row?._id } as unknown as Loan;
  const found = bookOf(loan);
  const isSeen = bookDifferences({ ...loan, creditFen: loan.creditFen + 1 }, found).length > 0;
  if (!isSeen || bookDifferences(loan, found).length > 0) throw new Error('a difference would not be seen');
}
