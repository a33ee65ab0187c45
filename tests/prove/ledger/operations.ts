// What can happen to a loan, as a table: a new kind of operation is one more row. Each row draws what it asks from the loan's own random numbers, and goes
// through the use case that a person would use. A row that does not fit the loan as it stands does nothing.
import { LOAN_CLASSES } from '@weilend/finance-service/domain/arrears/loan-class.js';
import type { LoanChange } from '@weilend/finance-service/domain/loan-request/loan-request.js';
import { ageLoan } from '@weilend/finance-service/domain/loan/age-loan.js';
import { leastEarlyFen } from '@weilend/finance-service/domain/loan/early-repayment.js';
import type { EarlyMode } from '@weilend/finance-service/domain/loan/early-repayment.js';
import { METHODS } from '@weilend/finance-service/domain/schedule/terms.js';
import type { ApproveLoanRequest } from '@weilend/finance-service/use-cases/approve-loan-request/approve-loan-request.use-case.js';
import type { JudgeLoanClass } from '@weilend/finance-service/use-cases/judge-loan-class/judge-loan-class.use-case.js';
import type { ProposeLoanRequest } from '@weilend/finance-service/use-cases/propose-loan-request/propose-loan-request.use-case.js';
import type { Loan } from '@weilend/finance-service/domain/loan/loan.js';
import { interestOwedFen, principalOwedFen } from '@weilend/finance-service/domain/loan/instalment.js';
import { feesOwedFen, penaltyOwedFen } from '@weilend/finance-service/domain/loan/loan.js';
import { standingOf } from '@weilend/finance-service/domain/loan/standing.js';
import type { RecordRepayment } from '@weilend/finance-service/use-cases/record-repayment/record-repayment.use-case.js';
import type { ReverseRepayment } from '@weilend/finance-service/use-cases/reverse-repayment/reverse-repayment.use-case.js';
import { addDays, daysBetween, DomainError, newId } from '@weilend/kernel';
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

export interface StandingRepayment {
  readonly id: string;
  readonly channelTransactionId: string;
  readonly paidOn: LocalDate;
}

export interface Desk {
  readonly record: RecordRepayment;
  readonly reverse: ReverseRepayment;
  readonly judge: JudgeLoanClass;
  readonly propose: ProposeLoanRequest;
  readonly approve: ApproveLoanRequest;
  /** Repayments that stand, oldest first. */
  repaymentsOf(loanId: string): Promise<readonly StandingRepayment[]>;
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
  repaysEarly('SHORTER_TERM', 5),
  repaysEarly('SMALLER_INSTALMENT', 5),
  { name: 'gets new terms', weight: 2, act: restructure },
  { name: 'is judged worse', weight: 1, act: judgeWorse },
  { name: 'is judged a loss and written off', weight: 0.5, act: writeOff },
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
  if (loan.writeOff && repayment.paidOn < loan.writeOff.on) {
    const reverse = { requestKey: newId('key'), loanId: loan.id, repaymentId: repayment.id, reason: '银行退回' };
    await mustRefuse('REPAYMENT_BEFORE_WRITE_OFF', () => desk.reverse.execute(MANAGER, reverse));
    return { what: [place], refused: true };
  }
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

function record({ desk, lane, loan }: Turn, money: Money): Promise<string> {
  lane.transactions += 1;
  const own = `${lane.ordinal}-${lane.transactions}`;
  const { channelTransactionId = own, ...rest } = money;
  return asked(() =>
    desk.record.execute(OFFICER, { requestKey: `pay-${own}`, loanId: loan.id, channel: 'BANK', channelTransactionId, ...rest }),
  );
}

interface Money {
  readonly amountFen: Fen;
  readonly paidOn: LocalDate;
  readonly channelTransactionId?: string;
  readonly early?: EarlyMode;
}

/** More than what is due and the interest so far: principal is repaid early, or the loan ends. */
function repaysEarly(early: EarlyMode, weight: number): Operation {
  const act = async (turn: Turn): Promise<Asked> => {
    const { loan, today, lane } = turn;
    if (loan.state !== 'ACTIVE' || today < loan.agedOn || loan.rows.every((row) => row.dueOn <= today)) return null;
    const aged = ageLoan(loan, today);
    const amountFen =
      dueFen(aged, today) + leastEarlyFen(aged, today) - aged.creditFen + between(lane, 0, Math.floor(loan.principalFen / 3));
    if (amountFen <= 0) return null;
    await record(turn, { amountFen, paidOn: today, early });
    return { what: [amountFen, early] };
  };
  return { name: `repays early: ${early}`, weight, act };
}

async function restructure({ desk, lane, loan, today }: Turn): Promise<Asked> {
  if (loan.state !== 'ACTIVE' || loan.restructures >= 2) return null;
  const firstDueOn = lane.random() < 0.5 ? null : addDays(today, between(lane, 1, 50));
  const [method, periods] = [METHODS[between(lane, 0, METHODS.length - 1)] ?? 'BULLET', between(lane, 2, 24)];
  const terms = { annualRate: loan.annualRate, method, periods, firstDueOn, principalGracePeriods: between(lane, 0, 1) };
  await carryOut(desk, loan, { kind: 'RESTRUCTURE', terms });
  return { what: [method, periods, firstDueOn] };
}

async function judgeWorse({ desk, lane, loan }: Turn): Promise<Asked> {
  const worse = LOAN_CLASSES.slice(LOAN_CLASSES.indexOf(loan.loanClass) + 1);
  const loanClass = worse[between(lane, 0, worse.length - 1)];
  if (loan.state !== 'ACTIVE' || loanClass === undefined) return null;
  await asked(() => desk.judge.execute(MANAGER, { loanId: loan.id, loanClass, reason: '失联' }));
  return { what: [loanClass] };
}

async function writeOff({ desk, loan }: Turn): Promise<Asked> {
  if (loan.state !== 'ACTIVE') return null;
  if (loan.loanClass !== 'LOSS') await asked(() => desk.judge.execute(MANAGER, { loanId: loan.id, loanClass: 'LOSS', reason: '失联' }));
  await carryOut(desk, loan, { kind: 'WRITE_OFF' });
  return { what: ['written off'] };
}

/** Proposed by one, approved by another. */
async function carryOut(desk: Desk, { id: loanId }: Loan, change: LoanChange): Promise<void> {
  const requestId = await asked(() => desk.propose.execute(OFFICER, { requestKey: newId('key'), loanId, reason: '经营困难', change }));
  await asked(() => desk.approve.execute(MANAGER, { requestKey: newId('key'), requestId }));
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

/** Of a loan that was written off, no day before that. */
function anEarlierDay({ loan, today, lane }: Turn): LocalDate {
  const first = loan.writeOff?.on ?? loan.disbursedOn;
  return addDays(first, Math.floor(lane.random() * (daysBetween(first, today) + 1)));
}
