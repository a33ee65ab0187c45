/**
 * What a salesperson is measured by in a quarter: sales performance first [1.7, 5.1], then customer satisfaction [5.2],
 * risk [5.3] and compliance [5.4]. A figure is counted from facts that other departments announced, so that each can be
 * followed down to its loan, visit or violation.
 */
export const DIMENSIONS = ['PERFORMANCE', 'SATISFACTION', 'RISK', 'COMPLIANCE'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const INDICATORS = ['DISBURSED_AMOUNT', 'LOANS', 'NEW_CUSTOMERS', 'SATISFACTION_SCORE', 'VIOLATION_FREE'] as const;
export type Indicator = (typeof INDICATORS)[number];

export const DIMENSION_OF: Readonly<Record<Indicator, Dimension>> = {
  DISBURSED_AMOUNT: 'PERFORMANCE',
  LOANS: 'PERFORMANCE',
  NEW_CUSTOMERS: 'PERFORMANCE',
  SATISFACTION_SCORE: 'SATISFACTION',
  VIOLATION_FREE: 'COMPLIANCE',
};

export const FACT_KINDS = ['LOAN_DISBURSED', 'LOAN_REVERSED', 'SATISFACTION', 'VIOLATION', 'TRAINING'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** One fact about one person, as its department announced it. */
export interface AppraisalFact {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly quarter: string;
  readonly kind: FactKind;
  /** Loan, customer, violation or training session. */
  readonly aboutId: string;
  /** Fen for a loan and for one that was taken back, score 1-5, hours of training, 1 for a violation. */
  readonly value: number;
  /** First loan ever of its customer; severe violation. */
  readonly marked: boolean;
  readonly occurredOn: string;
}

/** The figures of one person and quarter; satisfaction is absent without a sample. */
export interface Figures {
  readonly disbursedFen: number;
  readonly loans: number;
  readonly newCustomers: number;
  readonly satisfactionAverage: number | null;
  readonly satisfactionSample: number;
  readonly violations: number;
  readonly severeViolations: number;
  readonly trainingHours: number;
}

export function figuresOf(facts: readonly AppraisalFact[]): Figures {
  const of = (kind: FactKind): readonly AppraisalFact[] => facts.filter((fact) => fact.kind === kind);
  const marked = (some: readonly AppraisalFact[]): number => some.filter((fact) => fact.marked).length;
  const total = (some: readonly AppraisalFact[]): number => some.reduce((sum, fact) => sum + fact.value, 0);
  const loans = of('LOAN_DISBURSED');
  const reversed = of('LOAN_REVERSED');
  const satisfaction = of('SATISFACTION');
  const violations = of('VIOLATION');
  return {
    disbursedFen: total(loans) - total(reversed),
    loans: loans.length - reversed.length,
    newCustomers: marked(loans) - marked(reversed),
    satisfactionAverage: satisfaction.length > 0 ? total(satisfaction) / satisfaction.length : null,
    satisfactionSample: satisfaction.length,
    violations: violations.length,
    severeViolations: marked(violations),
    trainingHours: total(of('TRAINING')),
  };
}
