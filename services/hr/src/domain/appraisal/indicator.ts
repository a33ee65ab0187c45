/**
 * What a salesperson is measured by in a quarter: sales performance first [1.7, 5.1], then customer satisfaction [5.2],
 * risk [5.3] and compliance [5.4]. A figure is counted from facts that other departments announced, so that each can be
 * followed down to its loan, visit or violation. What happened in a quarter is counted in it; what is owed is a balance:
 * everything until its end counts.
 */
export const DIMENSIONS = ['PERFORMANCE', 'SATISFACTION', 'RISK', 'COMPLIANCE'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const INDICATORS = [
  ...(['DISBURSED_AMOUNT', 'LOANS', 'NEW_CUSTOMERS', 'SATISFACTION_SCORE', 'VIOLATION_FREE'] as const),
  ...(['DEADLINES_KEPT', 'OVERDUE_RATE', 'NPL_RATE', 'FIRST_PAYMENT_DEFAULTS'] as const),
] as const;
export type Indicator = (typeof INDICATORS)[number];

export const DIMENSION_OF: Readonly<Record<Indicator, Dimension>> = {
  DISBURSED_AMOUNT: 'PERFORMANCE',
  LOANS: 'PERFORMANCE',
  NEW_CUSTOMERS: 'PERFORMANCE',
  SATISFACTION_SCORE: 'SATISFACTION',
  DEADLINES_KEPT: 'SATISFACTION',
  OVERDUE_RATE: 'RISK',
  NPL_RATE: 'RISK',
  FIRST_PAYMENT_DEFAULTS: 'RISK',
  VIOLATION_FREE: 'COMPLIANCE',
};

/** Fewer of it is better. */
export const LOWER_IS_BETTER: readonly Indicator[] = ['OVERDUE_RATE', 'NPL_RATE', 'FIRST_PAYMENT_DEFAULTS'];

export const FACT_KINDS = [
  ...(['LOAN_DISBURSED', 'LOAN_REVERSED', 'CUSTOMER_MERGED', 'SATISFACTION', 'VIOLATION', 'TRAINING'] as const),
  ...(['DEADLINE_DUE', 'DEADLINE_KEPT', 'FIRST_PAYMENT_DEFAULT', 'OUTSTANDING', 'OVERDUE', 'NON_PERFORMING'] as const),
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Changes of what is owed: the figure as of a quarter's end is the sum of all until then. */
export const BALANCE_KINDS = ['OUTSTANDING', 'OVERDUE', 'NON_PERFORMING'] as const satisfies readonly FactKind[];
/** What happened in a quarter. */
export const FLOW_KINDS = FACT_KINDS.filter((kind) => !(BALANCE_KINDS as readonly FactKind[]).includes(kind));

/** Which facts stand behind an indicator, for who follows it down. */
export const KINDS_OF: Readonly<Record<Indicator, readonly FactKind[]>> = {
  DISBURSED_AMOUNT: ['LOAN_DISBURSED', 'LOAN_REVERSED'],
  LOANS: ['LOAN_DISBURSED', 'LOAN_REVERSED'],
  NEW_CUSTOMERS: ['LOAN_DISBURSED', 'LOAN_REVERSED', 'CUSTOMER_MERGED'],
  SATISFACTION_SCORE: ['SATISFACTION'],
  VIOLATION_FREE: ['VIOLATION'],
  DEADLINES_KEPT: ['DEADLINE_DUE', 'DEADLINE_KEPT'],
  OVERDUE_RATE: ['OUTSTANDING', 'OVERDUE'],
  NPL_RATE: ['OUTSTANDING', 'NON_PERFORMING'],
  FIRST_PAYMENT_DEFAULTS: ['FIRST_PAYMENT_DEFAULT'],
};

/** One fact about one person, as its department announced it. It is never changed; a later one corrects it. */
export interface AppraisalFact {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  /** The quarter it counts in: its own, or a later one when that was closed for the person before the fact was known. */
  readonly quarter: string;
  readonly kind: FactKind;
  /** Loan, customer, feedback ticket, violation or training session. */
  readonly aboutId: string;
  /** Fen for a loan and for a change of what is owed, score 1-5, hours of training, 1 for what is counted. */
  readonly value: number;
  /** First loan ever of its customer; severe violation. */
  readonly marked: boolean;
  readonly occurredOn: string;
  /** Severity of a violation; null for the rest. */
  readonly detail?: string | null;
  /** The quarter it would count in, had none been closed; where it differs, the fact corrects that one. */
  readonly belongsTo?: string | null;
}

/** What the facts of one kind come to. */
export interface Tally {
  readonly kind: FactKind;
  readonly count: number;
  readonly total: number;
  readonly marked: number;
  /** Of violations: the serious ones. */
  readonly serious: number;
}

/** The figures of one person and quarter; satisfaction is absent without a sample. Sheets of before know only the first eight. */
export interface Figures {
  readonly disbursedFen: number;
  readonly loans: number;
  readonly newCustomers: number;
  readonly satisfactionAverage: number | null;
  readonly satisfactionSample: number;
  readonly violations: number;
  readonly severeViolations: number;
  readonly trainingHours: number;
  /** Sum of the scores: the average is exactly this by the sample. */
  readonly satisfactionTotal?: number;
  readonly seriousViolations?: number;
  /** Principal that the loans sold by the person owe as of the quarter's end; of it late by a day or more; of it substandard or worse. */
  readonly outstandingFen?: number;
  readonly overdueFen?: number;
  readonly nplFen?: number;
  readonly firstPaymentDefaults?: number;
  /** Return visits and complaints whose deadline lay in the quarter, and those of them that were kept. */
  readonly deadlinesDue?: number;
  readonly deadlinesKept?: number;
}

/** The figures from facts that were counted already. */
export function figuresFrom(tallies: readonly Tally[]): Figures {
  const by = new Map(tallies.map((tally) => [tally.kind, tally]));
  const count = (kind: FactKind): number => by.get(kind)?.count ?? 0;
  const total = (kind: FactKind): number => by.get(kind)?.total ?? 0;
  const marked = (kind: FactKind): number => by.get(kind)?.marked ?? 0;
  const sample = count('SATISFACTION');
  return {
    disbursedFen: total('LOAN_DISBURSED') - total('LOAN_REVERSED'),
    loans: count('LOAN_DISBURSED') - count('LOAN_REVERSED'),
    newCustomers: marked('LOAN_DISBURSED') - marked('LOAN_REVERSED') - count('CUSTOMER_MERGED'),
    satisfactionAverage: sample > 0 ? total('SATISFACTION') / sample : null,
    satisfactionSample: sample,
    satisfactionTotal: total('SATISFACTION'),
    violations: count('VIOLATION'),
    severeViolations: marked('VIOLATION'),
    seriousViolations: by.get('VIOLATION')?.serious ?? 0,
    trainingHours: total('TRAINING'),
    outstandingFen: total('OUTSTANDING'),
    overdueFen: total('OVERDUE'),
    nplFen: total('NON_PERFORMING'),
    firstPaymentDefaults: total('FIRST_PAYMENT_DEFAULT'),
    deadlinesDue: total('DEADLINE_DUE'),
    deadlinesKept: total('DEADLINE_KEPT'),
  };
}
