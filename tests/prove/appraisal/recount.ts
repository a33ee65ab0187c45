// The figures of a quarter, counted from the event log by who reads only the requirements: who sold how much, who was content, what was kept, and what the loans
// sold owed on the last day.
import type { Reading, Row, Told } from './plain-reading.ts';

export interface Recounted {
  disbursedFen: bigint;
  loans: number;
  newCustomers: number;
  satisfactionTotal: number;
  satisfactionSample: number;
  violations: number;
  severeViolations: number;
  deadlinesDue: number;
  deadlinesKept: number;
  outstandingFen: bigint;
  overdueFen: bigint;
  nplFen: bigint;
  firstPaymentDefaults: number;
}

export interface QuarterDays {
  readonly from: string;
  readonly to: string;
}

interface LoanStory {
  readonly id: string;
  readonly sellerId: string;
  readonly paidOutOn: string;
  readonly firstDueOn: string;
  readonly amountFen: bigint;
  customerId: string;
  readonly claimsFirst: boolean;
  reversed: boolean;
  lostOn: string | null;
  owed: bigint;
  readonly moves: { on: string; fen: bigint }[];
  readonly verdicts: { on: string; bucket: string; loanClass: string; days: number }[];
}

const BAD = new Set(['SUBSTANDARD', 'DOUBTFUL', 'LOSS']);
const DAY_MS = 86_400_000;
const text = (row: Row, name: string): string => String(row[name]);
const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
/** The day that a deadline belongs to: one at midnight belongs to the day before. */
const lastDay = (instant: string): string => shanghai.format(new Date(Date.parse(instant) - 1));
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

export function recount(reading: Reading, { from, to }: QuarterDays): Map<string, Recounted> {
  const people = new Map<string, Recounted>();
  const of = (employeeId: string): Recounted => {
    const known = people.get(employeeId) ?? nothing();
    people.set(employeeId, known);
    return known;
  };
  const within = (day: string): boolean => day >= from && day <= to;
  const stories = loansIn(reading.log);
  const firsts = firstLoans(stories);
  for (const loan of stories) {
    if (loan.reversed) continue;
    const person = of(loan.sellerId);
    if (within(loan.paidOutOn)) {
      person.disbursedFen += loan.amountFen;
      person.loans += 1;
      if (firsts.has(loan.id)) person.newCustomers += 1;
    }
    owedOn(loan, to, person);
    const defaulted = defaultDay(loan);
    if (defaulted !== null && within(defaulted)) person.firstPaymentDefaults += 1;
  }
  for (const { type, data } of reading.log) {
    if (type !== 'sales.satisfaction-recorded.v1' || !within(text(data, 'recordedOn'))) continue;
    const person = of(text(data, 'salespersonId'));
    person.satisfactionTotal += Number(data['score']);
    person.satisfactionSample += 1;
  }
  for (const { employeeId, day, kept } of promisesIn(reading.log)) {
    if (!within(day)) continue;
    of(employeeId).deadlinesDue += 1;
    if (kept) of(employeeId).deadlinesKept += 1;
  }
  countViolations(reading, within, of);
  return people;
}

/** What every loan of finance adds up to now, by who sold it: asked of finance's own rows, not of what it told. */
export function standingNow(loans: readonly Row[]): Map<string, { outstanding: bigint; overdue: bigint; bad: bigint }> {
  const people = new Map<string, { outstanding: bigint; overdue: bigint; bad: bigint }>();
  for (const loan of loans) {
    if (text(loan, 'state') === 'REVERSED') continue;
    const sellerId = text(loan, 'salespersonId');
    const sums = people.get(sellerId) ?? { outstanding: 0n, overdue: 0n, bad: 0n };
    const owed = BigInt(String(loan['outstandingFen']));
    const isLost = loan['writeOff'] !== null && loan['writeOff'] !== undefined;
    sums.outstanding += owed;
    if (isLost || text(loan, 'bucket') !== 'CURRENT') sums.overdue += owed;
    if (isLost || BAD.has(text(loan, 'loanClass'))) sums.bad += owed;
    people.set(sellerId, sums);
  }
  return people;
}

export function nothing(): Recounted {
  const none = { loans: 0, newCustomers: 0, satisfactionTotal: 0, satisfactionSample: 0, violations: 0, severeViolations: 0 };
  return {
    ...none,
    deadlinesDue: 0,
    deadlinesKept: 0,
    disbursedFen: 0n,
    outstandingFen: 0n,
    overdueFen: 0n,
    nplFen: 0n,
    firstPaymentDefaults: 0,
  };
}

function loansIn(log: readonly Told[]): LoanStory[] {
  const stories = new Map<string, LoanStory>();
  const mergedInto = new Map<string, string>();
  for (const { type, data } of log) {
    if (type === 'finance.loan-disbursed.v1') {
      const amountFen = BigInt(Number(data['amountFen']));
      const ids = { id: text(data, 'loanId'), sellerId: text(data, 'salespersonId'), customerId: text(data, 'customerId') };
      const days = { paidOutOn: text(data, 'disbursedOn'), firstDueOn: text(data, 'firstDueOn') };
      const rest = { claimsFirst: data['firstLoanOfCustomer'] === true, reversed: false, lostOn: null, owed: amountFen, verdicts: [] };
      stories.set(ids.id, { ...ids, ...days, amountFen, ...rest, moves: [{ on: days.paidOutOn, fen: amountFen }] });
    }
    if (type === 'sales.customer-merged.v1') mergedInto.set(text(data, 'mergedId'), text(data, 'survivorId'));
  }
  for (const told of log) {
    const loan = stories.get(text(told.data, 'loanId'));
    if (loan) tell(loan, told);
  }
  for (const loan of stories.values()) {
    for (let next = mergedInto.get(loan.customerId); next; next = mergedInto.get(loan.customerId)) loan.customerId = next;
  }
  return [...stories.values()];
}

function tell(loan: LoanStory, { type, data }: Told): void {
  const dated: Readonly<Record<string, string>> = {
    'finance.repayment-recorded.v1': 'paidOn',
    'finance.repayment-reversed.v1': 'reversedOn',
    'finance.loan-restructured.v1': 'effectiveOn',
  };
  const day = dated[type];
  if (day !== undefined) {
    const owed = BigInt(Number(data['outstandingPrincipalFen']));
    if (owed !== loan.owed) loan.moves.push({ on: text(data, day), fen: owed - loan.owed });
    loan.owed = owed;
  }
  if (type === 'finance.disbursement-reversed.v1') loan.reversed = true;
  if (type === 'finance.loan-written-off.v1') loan.lostOn = text(data, 'writtenOffOn');
  if (type === 'finance.loan-status-changed.v1') {
    const [on, bucket, loanClass] = [text(data, 'businessDate'), text(data, 'bucket'), text(data, 'loanClass')];
    loan.verdicts.push({ on, bucket, loanClass, days: Number(data['daysPastDue']) });
  }
}

function firstLoans(stories: readonly LoanStory[]): Set<string> {
  const earliest = new Map<string, LoanStory>();
  for (const loan of stories.filter(({ claimsFirst, reversed }) => claimsFirst && !reversed)) {
    const known = earliest.get(loan.customerId);
    if (!known || `${loan.paidOutOn} ${loan.id}` < `${known.paidOutOn} ${known.id}`) earliest.set(loan.customerId, loan);
  }
  return new Set([...earliest.values()].map(({ id }) => id));
}

function owedOn(loan: LoanStory, day: string, person: Recounted): void {
  let owed = 0n;
  for (const move of loan.moves) if (move.on <= day) owed += move.fen;
  let verdict: LoanStory['verdicts'][number] | undefined;
  for (const one of loan.verdicts) if (one.on <= day && (!verdict || one.on >= verdict.on)) verdict = one;
  const isLost = loan.lostOn !== null && loan.lostOn <= day;
  person.outstandingFen += owed;
  if (isLost || (verdict && verdict.bucket !== 'CURRENT')) person.overdueFen += owed;
  if (isLost || (verdict && BAD.has(verdict.loanClass))) person.nplFen += owed;
}

function defaultDay({ verdicts, firstDueOn }: LoanStory): string | null {
  const days = verdicts
    .filter(({ on, bucket, days: late }) => ['M2_M3', 'M4_PLUS'].includes(bucket) && dayNumber(on) - late <= dayNumber(firstDueOn))
    .map(({ on }) => on);
  return days.sort()[0] ?? null;
}

interface Promise_ {
  readonly employeeId: string;
  readonly day: string;
  kept: boolean;
}

/** Return visits by customer and day, complaints by ticket and day. */
function promisesIn(log: readonly Told[]): Promise_[] {
  const promises = new Map<string, Promise_>();
  const latest = new Map<string, Promise_>();
  const due = (about: string, day: string, employeeId: string): Promise_ => {
    const known = promises.get(`${about} ${day}`) ?? { employeeId, day, kept: false };
    promises.set(`${about} ${day}`, known);
    if (!latest.get(about) || (latest.get(about) as Promise_).day <= day) latest.set(about, known);
    return known;
  };
  for (const { type, data } of log) {
    if (type === 'sales.return-visit-made.v1') {
      const visit = due(text(data, 'customerId'), text(data, 'dueOn'), text(data, 'salespersonId'));
      if (text(data, 'visitedOn') <= visit.day) visit.kept = true;
    }
    if (type === 'sales.deadline-reminded.v1' && data['kind'] === 'RETURN_VISIT' && data['level'] === 'LATE' && data['escalated'] === false)
      due(text(data, 'about'), lastDay(text(data, 'dueAt')), text(data, 'employeeId'));
    if (type === 'sales.feedback-opened.v1' && data['kind'] === 'COMPLAINT')
      due(text(data, 'ticketId'), lastDay(text(data, 'answerDueAt')), String(data['ownerId'] ?? data['salespersonId']));
    const complaint =
      type === 'sales.feedback-closed.v1' && data['answeredInTime'] === true ? latest.get(text(data, 'ticketId')) : undefined;
    if (complaint) complaint.kept = true;
  }
  return [...promises.values()];
}

/** A violation counts in the quarter in which it was confirmed. */
function countViolations(reading: Reading, within: (day: string) => boolean, of: (employeeId: string) => Recounted): void {
  const confirmed = new Map(reading.violations.map((row) => [text(row, '_id'), row['closedAt']]));
  for (const { type, data } of reading.log) {
    const at = type === 'handoff.appraise-violation.v1' ? confirmed.get(text(data, 'violationId')) : undefined;
    if (!(at instanceof Date) || !within(shanghai.format(at))) continue;
    of(text(data, 'employeeId')).violations += 1;
    if (data['severity'] === 'SEVERE') of(text(data, 'employeeId')).severeViolations += 1;
  }
}
