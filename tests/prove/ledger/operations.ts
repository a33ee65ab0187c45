// What can happen to a loan, as a table: a new kind of operation is one more row. Each row draws what it asks from the loan's own random numbers, and goes
// through the use case that a person would use. A row that does not fit the loan as it stands does nothing.
import type { Loan } from '@weilend/finance-service/domain/loan/loan.js';
import { interestOwedFen, principalOwedFen } from '@weilend/finance-service/domain/loan/instalment.js';
import { feesOwedFen, penaltyOwedFen } from '@weilend/finance-service/domain/loan/loan.js';
import { standingOf } from '@weilend/finance-service/domain/loan/standing.js';
import type { RecordRepayment } from '@weilend/finance-service/use-cases/record-repayment/record-repayment.use-case.js';
import type { ReverseRepayment } from '@weilend/finance-service/use-cases/reverse-repayment/reverse-repayment.use-case.js';
import { addDays, daysBetween, DomainError } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';

/** A loan of the proof with random numbers of its own: what happens to it does not depend on what happens to others. */
export interface Lane {
  readonly ordinal: number;
  readonly loanId: string;
  readonly random: () => number;
  /** Transactions of the channel so far. */
  transactions: number;
  settled: boolean;
  /** Hash of all that was asked and answered. */
  digest: string;
}

export interface Desk {
  readonly record: RecordRepayment;
  readonly reverse: ReverseRepayment;
  /** Repayments that stand, oldest first. */
  repaymentsOf(loanId: string): Promise<readonly { readonly id: string; readonly channelTransactionId: string }[]>;
}

/** A loan on a day, and who writes on it. */
export interface Turn {
  readonly desk: Desk;
  readonly lane: Lane;
  readonly loan: Loan;
  readonly today: LocalDate;
}

/** What was asked; `refused` when that was right. Null when the operation does not fit the loan. */
export type Asked = { readonly what: readonly unknown[]; readonly refused?: boolean } | null;

export interface Operation {
  readonly name: string;
  /** How often, against the others. */
  readonly weight: number;
  act(turn: Turn): Promise<Asked>;
}

const OFFICER = { kind: 'employee', employeeId: 'emp_officer', department: 'finance', roles: ['finance-officer'] } as const;
const MANAGER = { kind: 'employee', employeeId: 'emp_manager', department: 'finance', roles: ['finance-manager'] } as const;

export const OPERATIONS: readonly Operation[] = [
  pays('pays what is due', 40, ({ loan, today }) => dueFen(loan, today)),
  pays('pays a part', 14, ({ loan, today, lane }) => Math.floor(dueFen(loan, today) * lane.random())),
  pays('pays one fen', 3, () => 1),
  pays('pays ahead', 12, ({ loan, today, lane }) => dueFen(loan, today) + Math.floor(nextFen(loan, today) * lane.random() * 2)),
  pays('pays it off', 3, ({ loan, today }) => standingOf(loan, today).payoffFen),
  pays('pays more than everything', 2, ({ loan, today, lane }) => standingOf(loan, today).payoffFen + between(lane, 1, 500_00)),
  pays('pays on an earlier day', 16, ({ loan, lane }) => between(lane, 1, Math.max(2, Math.floor(loan.principalFen / 6))), anEarlierDay),
  { name: 'takes a repayment back', weight: 12, act: takeBack },
  { name: 'records a transaction twice', weight: 2, act: recordTwice },
  refused('pays nothing', 1, 'REPAYMENT_AMOUNT_INVALID', () => ({ amountFen: 0 })),
  refused('pays before the loan began', 1, 'REPAYMENT_DATE_INVALID', ({ loan }) => ({ paidOn: addDays(loan.disbursedOn, -1) })),
  refused('pays tomorrow', 1, 'REPAYMENT_DATE_INVALID', ({ today }) => ({ paidOn: addDays(today, 1) })),
];

function pays(
  name: string,
  weight: number,
  amountOf: (turn: Turn) => Fen,
  dayOf: (turn: Turn) => LocalDate = ({ today }) => today,
): Operation {
  const act = async (turn: Turn): Promise<Asked> => {
    const [amountFen, paidOn] = [amountOf(turn), dayOf(turn)];
    if (amountFen <= 0) return null;
    await record(turn, { amountFen, paidOn });
    return { what: [amountFen, paidOn] };
  };
  return { name, weight, act };
}

function refused(name: string, weight: number, code: string, change: (turn: Turn) => { amountFen?: Fen; paidOn?: LocalDate }): Operation {
  const act = async (turn: Turn): Promise<Asked> => {
    const asked = { amountFen: 100_00, paidOn: turn.today, ...change(turn) };
    await mustRefuse(code, () => record(turn, asked));
    return { what: [asked.amountFen, asked.paidOn], refused: true };
  };
  return { name, weight, act };
}

async function takeBack({ desk, lane, loan }: Turn): Promise<Asked> {
  const standing = await desk.repaymentsOf(loan.id);
  const place = Math.floor(lane.random() * standing.length);
  const repayment = standing[place];
  if (!repayment) return null;
  const requestKey = `back-${lane.ordinal}-${repayment.channelTransactionId}`;
  await asked(() => desk.reverse.execute(MANAGER, { requestKey, loanId: loan.id, repaymentId: repayment.id, reason: '银行退回' }));
  return { what: [place] };
}

async function recordTwice(turn: Turn): Promise<Asked> {
  const { desk, lane, loan, today } = turn;
  const standing = await desk.repaymentsOf(loan.id);
  const repayment = standing[Math.floor(lane.random() * standing.length)];
  if (!repayment) return null;
  const { channelTransactionId } = repayment;
  await mustRefuse('REPAYMENT_ALREADY_RECORDED', () => record(turn, { amountFen: 100_00, paidOn: today, channelTransactionId }));
  return { what: [channelTransactionId], refused: true };
}

function record({ desk, lane, loan }: Turn, money: { amountFen: Fen; paidOn: LocalDate; channelTransactionId?: string }): Promise<string> {
  lane.transactions += 1;
  const own = `${lane.ordinal}-${lane.transactions}`;
  const { channelTransactionId = own, ...rest } = money;
  return asked(() =>
    desk.record.execute(OFFICER, { requestKey: `pay-${own}`, loanId: loan.id, channel: 'BANK', channelTransactionId, ...rest }),
  );
}

/** Asks again with the same key, as a person does, while others are in the way. */
export async function asked<T>(act: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof DomainError && ['CHANGED_MEANWHILE', 'REQUEST_IN_PROGRESS'].includes(error.code))) throw error;
    }
  }
}

async function mustRefuse(code: string, act: () => Promise<unknown>): Promise<void> {
  const answer: unknown = await act().catch((error: unknown) => error);
  if (!(answer instanceof DomainError && answer.code === code))
    throw new Error(`${code} was to be refused and was answered with ${String(answer)}`);
}

/** Fees, penalty and everything whose day has come. */
function dueFen(loan: Loan, on: LocalDate): Fen {
  const due = loan.rows.filter((row) => row.dueOn <= on);
  return feesOwedFen(loan) + penaltyOwedFen(loan) + due.reduce((sum, row) => sum + interestOwedFen(row) + principalOwedFen(row), 0);
}

const nextFen = (loan: Loan, on: LocalDate): Fen => loan.rows.find((row) => row.dueOn > on)?.totalFen ?? 0;
const between = ({ random }: Lane, least: number, most: number): number => least + Math.floor(random() * (most - least + 1));

function anEarlierDay({ loan, today, lane }: Turn): LocalDate {
  return addDays(loan.disbursedOn, Math.floor(lane.random() * (daysBetween(loan.disbursedOn, today) + 1)));
}
