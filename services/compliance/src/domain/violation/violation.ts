// A violation (违规) is reported by anybody, investigated by compliance and confirmed or dismissed on what was found. Only a confirmed one counts
// against a person: hr takes it into the appraisal, and a severe one blocks bonus, promotion and honours. Nobody judges a case in which he is
// accused or which he brought himself, and whoever investigated it leaves the verdict to somebody else: two people stand behind a word that
// weighs on somebody's pay, and behind one that lets somebody off [1.5, 5.4, 7.8-7.11].
import { defineMachine, DomainError } from '@weilend/kernel';

export const VIOLATION_KINDS = ['FALSE_PUBLICITY', 'MISLEADING', 'ILLEGAL_CHARGE', 'LEAK', 'FALSIFICATION', 'OTHER'] as const;
export type ViolationKind = (typeof VIOLATION_KINDS)[number];
export const SEVERITIES = ['MINOR', 'SERIOUS', 'SEVERE'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const VIOLATION_STATES = ['reported', 'investigating', 'confirmed', 'dismissed'] as const;
export type ViolationState = (typeof VIOLATION_STATES)[number];
export type ViolationEvent = 'investigate' | 'confirm' | 'dismiss';

export const violationMachine = defineMachine<ViolationState, ViolationEvent>({
  name: 'Violation',
  initial: 'reported',
  states: {
    reported: { investigate: 'investigating' },
    investigating: { confirm: 'confirmed', dismiss: 'dismissed' },
    confirmed: {},
    dismissed: {},
  },
});

/** What hr made of it: the sheet on which it counts, or why it came back. */
export interface ViolationAppraisal {
  readonly appraisalId: string | null;
  readonly quarter: string | null;
  readonly reasons: readonly string[];
  readonly at: Date;
}

export interface Violation {
  readonly id: string;
  readonly state: ViolationState;
  readonly kind: ViolationKind;
  readonly severity: Severity;
  /** Who is accused; null while it is not known. */
  readonly aboutId: string | null;
  /** The application it was seen in, when there is one. */
  readonly applicationId: string | null;
  readonly description: string;
  readonly reportedBy: string;
  readonly reportedAt: Date;
  readonly investigatorId: string | null;
  readonly findings: string | null;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  /** Null until hr has spoken. */
  readonly appraisal: ViolationAppraisal | null;
}

export type ReportFacts = Pick<
  Violation,
  'id' | 'kind' | 'severity' | 'aboutId' | 'applicationId' | 'description' | 'reportedBy' | 'reportedAt'
>;

/** Throws VIOLATION_TEXT_MISSING. */
export function reportViolation(facts: ReportFacts): Violation {
  if (facts.description.trim() === '') throw new DomainError('VIOLATION_TEXT_MISSING', {}, 'description');
  return {
    ...facts,
    state: violationMachine.initial,
    investigatorId: null,
    findings: null,
    closedBy: null,
    closedAt: null,
    appraisal: null,
  };
}

/** Throws ILLEGAL_TRANSITION or VIOLATION_OWN_CASE. */
export function investigateViolation<V extends Violation>(violation: V, investigatorId: string): V {
  const state = violationMachine.next(violation.state, 'investigate');
  refuseInvolved(violation, investigatorId);
  return { ...violation, state, investigatorId };
}

export interface Verdict {
  readonly by: string;
  readonly at: Date;
  readonly findings: string;
  /** What the investigation corrected: who it was and how grave. */
  readonly aboutId?: string | null;
  readonly severity?: Severity | null;
}

/** Throws ILLEGAL_TRANSITION, VIOLATION_FINDINGS_MISSING, VIOLATION_PERSON_UNKNOWN, VIOLATION_OWN_CASE or VIOLATION_INVESTIGATED. */
export function confirmViolation<V extends Violation>(violation: V, verdict: Verdict): V & { readonly aboutId: string } {
  const closed = close(violation, 'confirm', verdict);
  const aboutId = verdict.aboutId ?? violation.aboutId;
  if (aboutId === null) throw new DomainError('VIOLATION_PERSON_UNKNOWN', {}, 'aboutEmployeeId');
  const judged = { ...closed, aboutId, severity: verdict.severity ?? violation.severity };
  // Nor does whoever was accused clear himself by naming somebody else.
  refuseJudge(violation, verdict.by);
  refuseJudge(judged, verdict.by);
  return judged;
}

/** Throws ILLEGAL_TRANSITION, VIOLATION_FINDINGS_MISSING, VIOLATION_OWN_CASE or VIOLATION_INVESTIGATED. */
export function dismissViolation<V extends Violation>(violation: V, verdict: Pick<Verdict, 'by' | 'at' | 'findings'>): V {
  const closed = close(violation, 'dismiss', verdict);
  refuseJudge(closed, verdict.by);
  return closed;
}

/** Hr's word on a confirmed violation; the latest counts, for one that came back may still be appraised. */
export function noteAppraisal<V extends Violation>(violation: V, appraisal: ViolationAppraisal): V {
  return violation.appraisal?.appraisalId ? violation : { ...violation, appraisal };
}

function close<V extends Violation>(violation: V, event: 'confirm' | 'dismiss', verdict: Pick<Verdict, 'by' | 'at' | 'findings'>): V {
  const state = violationMachine.next(violation.state, event);
  if (verdict.findings.trim() === '') throw new DomainError('VIOLATION_FINDINGS_MISSING', {}, 'findings');
  return { ...violation, state, findings: verdict.findings, closedBy: verdict.by, closedAt: verdict.at };
}

function refuseInvolved({ aboutId, reportedBy }: Violation, employeeId: string): void {
  if (employeeId === aboutId || employeeId === reportedBy) throw new DomainError('VIOLATION_OWN_CASE');
}

/** The verdict, for or against, is given by neither the people in the case nor whoever investigated it. */
function refuseJudge(violation: Violation, employeeId: string): void {
  refuseInvolved(violation, employeeId);
  if (employeeId === violation.investigatorId) throw new DomainError('VIOLATION_INVESTIGATED');
}
