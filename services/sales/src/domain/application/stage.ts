import type { LoanApplication } from './application.js';
import { currentDecision, hasLapsed, isConfirmed } from './facts.js';

// Where an application stands (申请阶段), as everybody in the company reads it. The stage is computed from what sales did and what the
// others told, never stored as a decision of its own: facts that arrive late or in another order lead to the same stage.

export const APPLICATION_STAGES = [
  'DRAFT',
  'SUBMITTED',
  'UNDER_CHECK',
  'RETURNED',
  'RESUBMITTED',
  'PASSED',
  'INVESTIGATING',
  'IN_COMMITTEE',
  'APPROVED',
  'CONDITIONALLY_APPROVED',
  'REJECTED',
  'LAPSED',
  'CONTRACTING',
  'SIGNED',
  'DISBURSED',
  'REVERSED',
  'WITHDRAWN',
] as const;
export type ApplicationStage = (typeof APPLICATION_STAGES)[number];

/** Stages that are hardly ever left again: more and more applications stand there, while those on their way are as many as the work in hand. */
export const FINAL_STAGES = ['REJECTED', 'LAPSED', 'DISBURSED', 'REVERSED', 'WITHDRAWN'] as const satisfies readonly ApplicationStage[];

type Standing = Pick<LoanApplication, 'desk' | 'facts' | 'contractId'>;

const DESK_STAGE = {
  draft: 'DRAFT',
  submitted: 'SUBMITTED',
  'under-check': 'UNDER_CHECK',
  returned: 'RETURNED',
  resubmitted: 'RESUBMITTED',
  passed: 'INVESTIGATING',
  signed: 'SIGNED',
  withdrawn: 'WITHDRAWN',
} as const satisfies Record<LoanApplication['desk'], ApplicationStage>;

/** A payment that was taken back outweighs money paid out, and that everything else; then a cancellation by finance, then what sales did last, then the decision, then the report. */
export function stageOf(application: Standing): ApplicationStage {
  const { desk, facts } = application;
  if (facts.reversed) return 'REVERSED';
  if (facts.disbursed) return 'DISBURSED';
  if (facts.cancelled) return 'WITHDRAWN';
  if (desk === 'signed' || desk === 'withdrawn') return DESK_STAGE[desk];
  return decidedStage(application) ?? (facts.reports.length > 0 ? 'IN_COMMITTEE' : DESK_STAGE[desk]);
}

function decidedStage({ facts, contractId }: Standing): ApplicationStage | null {
  const decision = currentDecision(facts);
  if (!decision) return null;
  if (hasLapsed(facts, decision.decisionId)) return 'LAPSED';
  if (decision.result === 'REJECTED') return 'REJECTED';
  if (contractId) return 'CONTRACTING';
  return decision.result === 'APPROVED' || isConfirmed(facts, decision.decisionId) ? 'APPROVED' : 'CONDITIONALLY_APPROVED';
}

export interface StageEntry {
  readonly stage: ApplicationStage;
  readonly at: Date;
}

type History = Pick<LoanApplication, 'createdAt' | 'rounds' | 'facts' | 'contractDraftedAt' | 'signedAt' | 'withdrawal'>;

/** When each stage was reached, by the time of who made it so; the same whatever the order in which we heard of it. */
export function timelineOf(application: History): readonly StageEntry[] {
  const entries: StageEntry[] = [
    { stage: 'DRAFT', at: application.createdAt },
    ...roundEntries(application),
    ...factEntries(application.facts),
  ];
  const add = (stage: ApplicationStage, at: Date | null | undefined): void => {
    if (at) entries.push({ stage, at });
  };
  add('CONTRACTING', application.contractDraftedAt);
  add('SIGNED', application.signedAt);
  add('WITHDRAWN', application.withdrawal?.at);
  return entries
    .map((entry, place) => ({ entry, place }))
    .sort(byTime)
    .map(({ entry }) => entry);
}

function roundEntries({ rounds }: History): StageEntry[] {
  return rounds.flatMap((round) => {
    const entries: StageEntry[] = [{ stage: round.no === 1 ? 'SUBMITTED' : 'RESUBMITTED', at: round.submittedAt }];
    if (round.checkStartedAt) entries.push({ stage: 'UNDER_CHECK', at: round.checkStartedAt });
    if (round.passedAt) entries.push({ stage: 'PASSED', at: round.passedAt }, { stage: 'INVESTIGATING', at: round.passedAt });
    if (round.returned) entries.push({ stage: 'RETURNED', at: round.returned.at });
    return entries;
  });
}

function factEntries(facts: LoanApplication['facts']): StageEntry[] {
  const decided = { APPROVED: 'APPROVED', CONDITIONAL: 'CONDITIONALLY_APPROVED', REJECTED: 'REJECTED' } as const;
  return [
    ...facts.reports.map(({ at }): StageEntry => ({ stage: 'IN_COMMITTEE', at })),
    ...facts.decisions.map(({ result, at }): StageEntry => ({ stage: decided[result], at })),
    ...facts.confirmed.map(({ at }): StageEntry => ({ stage: 'APPROVED', at })),
    ...facts.lapsed.map(({ at }): StageEntry => ({ stage: 'LAPSED', at })),
    ...(facts.disbursed ? [{ stage: 'DISBURSED' as const, at: facts.disbursed.at }] : []),
    ...(facts.reversed ? [{ stage: 'REVERSED' as const, at: facts.reversed.at }] : []),
    ...(facts.cancelled ? [{ stage: 'WITHDRAWN' as const, at: facts.cancelled.at }] : []),
  ];
}

function byTime(a: { entry: StageEntry; place: number }, b: { entry: StageEntry; place: number }): number {
  return a.entry.at.getTime() - b.entry.at.getTime() || a.place - b.place;
}
