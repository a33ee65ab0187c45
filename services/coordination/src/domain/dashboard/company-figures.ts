// The company at a glance (经营看板): what was sold, how content the customers are, what went wrong, side by side, because a good figure in one
// column that is paid for in another is no good figure. Each fact that a department announces counts once, on its business date.
import type { Fen, LocalDate } from '@weilend/kernel';

export type FigureKind =
  | 'LOAN'
  | 'LOAN_REVERSED'
  | 'NEW_CUSTOMER'
  | 'APPLICATION'
  | 'SATISFACTION'
  | 'COMPLAINT'
  | 'COMPLAINT_REOPENED'
  | 'COMPLAINT_CLOSED'
  | 'HIGH_ALERT'
  | 'ALERT'
  | 'MISUSE'
  | 'FALSIFICATION'
  | 'VIOLATION'
  | 'SEVERE_VIOLATION'
  | 'ESCALATION';

export interface CountedFact {
  readonly kind: FigureKind;
  readonly on: LocalDate;
  readonly amountFen: Fen;
  /** Satisfaction 1 to 5; 0 otherwise. */
  readonly score: number;
  /** When the department announced it, ISO 8601. */
  readonly at: string;
}

/** Sums of the facts of one kind in a period. */
export interface KindTotal {
  readonly kind: FigureKind;
  readonly count: number;
  readonly amountFen: Fen;
  readonly score: number;
  /** Facts with a score of 1 or 2. */
  readonly dissatisfied: number;
  /** When the newest of them was announced; null without one. */
  readonly asOf: string | null;
}

/** Each column says as of when it is: the newest fact in it; null while it has none. */
export interface CompanyFigures {
  readonly sales: {
    readonly asOf: string | null;
    readonly disbursedFen: Fen;
    readonly loans: number;
    readonly newCustomers: number;
    readonly applications: number;
  };
  readonly satisfaction: {
    readonly asOf: string | null;
    readonly average: number | null;
    readonly count: number;
    readonly dissatisfied: number;
    /** Complaints that came in. */
    readonly complaints: number;
    /** Complaints that nobody has closed at the end of the period, whenever they came in. */
    readonly openComplaints: number;
  };
  readonly compliance: {
    readonly asOf: string | null;
    readonly highAlerts: number;
    readonly alerts: number;
    readonly misuseOfFunds: number;
    readonly falsifications: number;
    readonly violations: number;
    readonly severeViolations: number;
    readonly escalations: number;
  };
}

type Facts = Readonly<Record<string, unknown>>;
type Counter = (facts: Facts, on: LocalDate) => Omit<CountedFact, 'amountFen' | 'score' | 'at'> & Partial<CountedFact>;

const COUNTERS: Readonly<Record<string, Counter>> = {
  'finance.loan-disbursed.v1': (facts) => ({ kind: 'LOAN', on: facts['disbursedOn'] as LocalDate, amountFen: Number(facts['amountFen']) }),
  'finance.disbursement-reversed.v1': (facts) => ({
    kind: 'LOAN_REVERSED',
    on: facts['reversedOn'] as LocalDate,
    amountFen: Number(facts['amountFen']),
  }),
  'sales.customer-registered.v1': (facts) => ({ kind: 'NEW_CUSTOMER', on: facts['registeredOn'] as LocalDate }),
  'sales.satisfaction-recorded.v1': (facts) => ({
    kind: 'SATISFACTION',
    on: facts['recordedOn'] as LocalDate,
    score: Number(facts['score']),
  }),
  'risk.alert-raised.v1': (facts, on) => ({ kind: facts['level'] === 'HIGH' ? 'HIGH_ALERT' : 'ALERT', on }),
  'sales.falsification-reported.v1': (_facts, on) => ({ kind: 'FALSIFICATION', on }),
  'compliance.violation-confirmed.v1': (facts, on) => ({ kind: facts['severity'] === 'SEVERE' ? 'SEVERE_VIOLATION' : 'VIOLATION', on }),
};

/** What a message counts as, or null. `on` is the business date of the message, `at` its time. A resubmitted application is not a new one. */
export function factOf(type: string, facts: Facts, { on, at }: { readonly on: LocalDate; readonly at: string }): CountedFact | null {
  const counted = (Object.hasOwn(COUNTERS, type) ? COUNTERS[type]?.(facts, on) : null) ?? conditional(type, facts, on);
  return counted ? { amountFen: 0, score: 0, at, ...counted } : null;
}

function conditional(type: string, facts: Facts, on: LocalDate): ReturnType<Counter> | null {
  if (type === 'sales.application-submitted.v1' && facts['round'] === 1) return { kind: 'APPLICATION', on };
  if (type === 'sales.feedback-opened.v1' && facts['kind'] === 'COMPLAINT')
    return { kind: facts['reopened'] ? 'COMPLAINT_REOPENED' : 'COMPLAINT', on: facts['openedOn'] as LocalDate };
  if (type === 'sales.feedback-closed.v1' && facts['kind'] === 'COMPLAINT')
    return { kind: 'COMPLAINT_CLOSED', on: facts['closedOn'] as LocalDate };
  if (type === 'sales.inspection-recorded.v1' && facts['verdict'] === 'MISUSE')
    return { kind: 'MISUSE', on: facts['inspectedOn'] as LocalDate };
  if (type === 'coordination.handoff-escalated.v1' && Number(facts['level']) >= 1) return { kind: 'ESCALATION', on };
  return null;
}

/** Kinds from which the complaints that are open on a day follow, over all time. */
export const COMPLAINT_KINDS: readonly FigureKind[] = ['COMPLAINT', 'COMPLAINT_REOPENED', 'COMPLAINT_CLOSED'];

/** Opened and opened again, less closed. */
export function openComplaints(ever: readonly Pick<KindTotal, 'kind' | 'count'>[]): number {
  return ever.reduce((open, { kind, count }) => open + (kind === 'COMPLAINT_CLOSED' ? -count : count), 0);
}

/**
 * The dashboard of a period from the sums per kind, and the complaints that are open at its end. An average without a score is null,
 * never zero.
 */
export function companyFigures(totals: readonly KindTotal[], openComplaintsNow = 0): CompanyFigures {
  const of = (kind: FigureKind): KindTotal =>
    totals.find((total) => total.kind === kind) ?? { kind, count: 0, amountFen: 0, score: 0, dissatisfied: 0, asOf: null };
  const newest = (kinds: readonly FigureKind[]) => kinds.reduce<string | null>((latest, kind) => later(latest, of(kind).asOf), null);
  const [loans, reversed] = [of('LOAN'), of('LOAN_REVERSED')];
  const satisfaction = of('SATISFACTION');
  const severe = of('SEVERE_VIOLATION').count;
  return {
    sales: {
      asOf: newest(['LOAN', 'LOAN_REVERSED', 'NEW_CUSTOMER', 'APPLICATION']),
      disbursedFen: loans.amountFen - reversed.amountFen,
      loans: loans.count - reversed.count,
      newCustomers: of('NEW_CUSTOMER').count,
      applications: of('APPLICATION').count,
    },
    satisfaction: {
      asOf: newest(['SATISFACTION', ...COMPLAINT_KINDS]),
      average: satisfaction.count === 0 ? null : satisfaction.score / satisfaction.count,
      count: satisfaction.count,
      dissatisfied: satisfaction.dissatisfied,
      complaints: of('COMPLAINT').count,
      openComplaints: openComplaintsNow,
    },
    compliance: {
      asOf: newest(['HIGH_ALERT', 'ALERT', 'MISUSE', 'FALSIFICATION', 'VIOLATION', 'SEVERE_VIOLATION', 'ESCALATION']),
      highAlerts: of('HIGH_ALERT').count,
      alerts: of('ALERT').count + of('HIGH_ALERT').count,
      misuseOfFunds: of('MISUSE').count,
      falsifications: of('FALSIFICATION').count,
      violations: of('VIOLATION').count + severe,
      severeViolations: severe,
      escalations: of('ESCALATION').count,
    },
  };
}

function later(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return left > right ? left : right;
}
