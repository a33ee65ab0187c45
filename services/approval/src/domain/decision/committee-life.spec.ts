import { describe, expect, test } from '@jest/globals';
import { addDays, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import fc from 'fast-check';
import { aCase, aRoll, aVote, COMMITTEE, FULL, TODAY } from '../__cases__/committee.builder.js';
import type { ApprovalCase } from '../case/approval-case.js';
import { castVote, recuse, vetoCase } from '../case/ballot.js';
import { CASE_STATES, caseMachine } from '../case/case.machine.js';
import { circulate, closeCirculation, electorateOrNull, reschedule, returnToRisk } from '../case/circulation.js';
import { electorateOf } from '../case/electorate.js';
import { askOpinion } from '../case/opinion.js';
import { proposeTerms } from '../case/proposal.js';
import { cancelSession, closeSession, moveAway, openSession, SESSION_STATES, sessionMachine, takeCase } from '../session/session.js';
import type { CommitteeSession } from '../session/session.js';
import { ballotOf, closeChange, requestChange, settleChange, voteOnChange } from './condition-change.js';
import { acceptEvidence, confirmConditions, isExpired, isOverdue, lapse, noteSigned, returnConditions } from './conditions.js';
import { decide, verdictOf } from './decide.js';
import type { Decision } from './decide.js';
import { DECISION_STATES, decisionMachine } from './decision.machine.js';

const RUNS = { numRuns: 10_000, seed: 20_261_127 };
const PEOPLE = ['emp_chair', 'emp_a', 'emp_b', 'emp_c', 'emp_d', 'emp_e', 'emp_sec', 'emp_seller', 'emp_stranger'] as const;

/** One case before one committee, with the decision and the sitting it may come to. */
interface Life {
  readonly approvalCase: ApprovalCase;
  readonly session: CommitteeSession;
  readonly decision: Decision | null;
}

interface Step {
  readonly act: keyof typeof ACTS;
  readonly who: number;
  readonly yes: boolean;
  readonly day: number;
}

const at = (day: number): Date => new Date(Date.parse('2026-11-23T02:00:00Z') + day * 86_400_000);
const on = (day: number): LocalDate => addDays(TODAY, day);
const nameOf = ({ who }: Step): string => PEOPLE[who] ?? 'emp_a';
const proof = (conditionId: string) => ({ conditionId, fileId: `fil_${conditionId}`, sha256: 'b'.repeat(64) });
const condition = (conditionId: string, day: number) => ({
  ...{ conditionId, text: '追加保证人', ownerId: 'emp_seller', dueOn: on(day), evidenceKind: 'GUARANTEE' as const },
});

function decisionOf({ decision }: Life): Decision {
  if (decision === null) throw new DomainError('DECISION_UNKNOWN', { decisionId: '' });
  return decision;
}

const onCase = (life: Life, change: (one: ApprovalCase) => ApprovalCase): Life => ({ ...life, approvalCase: change(life.approvalCase) });
const onSession = (life: Life, change: (one: CommitteeSession) => CommitteeSession): Life => ({ ...life, session: change(life.session) });
const onDecision = (life: Life, change: (one: Decision) => Decision): Life => ({ ...life, decision: change(decisionOf(life)) });
const electorate = ({ approvalCase }: Life) => electorateOf(approvalCase, aRoll(), TODAY);

/** Everything that somebody can do, each as the use case does it: load, ask the pure function, keep what it gives. */
const ACTS = {
  vote: (life: Life, step: Step): Life =>
    onCase(life, (one) =>
      castVote(one, electorate(life), { employeeId: nameOf(step), choice: step.yes ? 'YES' : 'NO', reason: '理由', at: at(step.day) }),
    ),
  recuse: (life: Life, step: Step): Life =>
    onCase(life, (one) => recuse(one, { employeeId: nameOf(step), reason: step.yes ? '亲属' : ' ', kind: 'DECLARED', at: at(0) })),
  veto: (life: Life, step: Step): Life =>
    onCase(life, (one) => vetoCase(one, electorate(life), { employeeId: nameOf(step), reason: '风险', at: at(0) })),
  propose: (life: Life, step: Step): Life => {
    const conditions = step.yes ? [condition('cnd_1', 5), condition('cnd_2', 9)] : [];
    const terms = { amountFen: 8_000_000 + step.day - 5, termMonths: 12, annualRate: '0.12' as never, conditions, proposedBy: 'emp_sec' };
    return onCase(life, (one) => proposeTerms(one, terms, TODAY, 90));
  },
  ask: (life: Life, step: Step): Life => {
    const asked = { handoffId: `hof_${step.day}`, question: '是否同意', askedBy: 'emp_sec', askedAt: at(0), dueAt: at(1), answer: null };
    return onCase(life, (one) => askOpinion(one, { department: step.yes ? 'risk' : 'finance', ...asked }));
  },
  circulate: (life: Life, step: Step): Life =>
    onCase(life, (one) => circulate(one, { startedBy: 'emp_sec', startedAt: at(2), dueAt: at(step.day) })),
  closeBallot: (life: Life, step: Step): Life =>
    onCase(life, (one) => closeCirculation(one, electorateOrNull(one, aRoll(), TODAY), at(step.day))),
  reschedule: (life: Life): Life =>
    onCase(life, (one) => reschedule(one, { reason: 'QUORUM_BROKEN', toSessionId: 'ses_2', at: at(0), dueAt: at(1), proposed: [] })),
  returnReport: (life: Life, step: Step): Life => onCase(life, (one) => returnToRisk(one, [step.yes ? '请补充流水' : ' '])),
  withdraw: (life: Life): Life => onCase(life, (one) => ({ ...one, state: caseMachine.next(one.state, 'withdraw') })),
  decide: (life: Life, step: Step): Life => {
    const input = {
      decisionId: 'dec_1',
      decidedBy: 'emp_sec',
      decidedOn: TODAY,
      decidedAt: at(0),
      validityDays: 20,
      rateCap: '0.24',
      reasons: ['理由'],
    };
    if (verdictOf(life.approvalCase, electorate(life), at(0)) === 'RETURN') return ACTS.returnReport(life, { ...step, yes: true });
    return { ...life, ...decide(life.approvalCase, electorate(life), input) };
  },
  open: (life: Life, step: Step): Life => onSession(life, (one) => openSession(one, PEOPLE.slice(0, step.who), step.yes ? one.agenda : [])),
  take: (life: Life, step: Step): Life => onSession(life, (one) => takeCase(one, `cas_${step.day}`)),
  moveAway: (life: Life): Life => onSession(life, (one) => moveAway(one, 'cas_1')),
  cancel: (life: Life, step: Step): Life => onSession(life, (one) => cancelSession(one, step.yes ? '主任出差' : '')),
  close: (life: Life): Life => onSession(life, (one) => closeSession(one, [], at(3))),
  evidence: (life: Life, step: Step): Life =>
    onDecision(life, (one) => acceptEvidence(one, (step.yes ? ['cnd_1', 'cnd_2'] : ['cnd_1']).map(proof))),
  confirm: (life: Life, step: Step): Life =>
    onDecision(life, (one) =>
      confirmConditions(one, { confirmedBy: nameOf(step), today: on(step.day), conditionIds: step.yes ? null : ['cnd_2'] }),
    ),
  returnEvidence: (life: Life, step: Step): Life => onDecision(life, (one) => returnConditions(one, [step.yes ? '缺页' : ''])),
  askChange: (life: Life, step: Step): Life => {
    const change = { conditionId: `cnd_${(step.who % 3) + 1}`, newDueOn: on(step.day), reason: '客户申请', requestedBy: 'emp_sec' };
    const kinds = {
      kind: step.who % 2 ? ('WAIVE' as const) : ('EXTEND' as const),
      rule: step.yes ? ('CHAIR' as const) : ('VOTE' as const),
    };
    return onDecision(life, (one) => requestChange(one, { ...change, ...kinds }, TODAY));
  },
  voteChange: (life: Life, step: Step): Life => {
    const before = ballotOf(life.approvalCase, decisionOf(life));
    const ballot = { employeeId: nameOf(step), choice: step.yes ? ('YES' as const) : ('NO' as const), reason: '理由', at: at(0) };
    return onDecision(life, (one) => voteOnChange(one, before, electorateOf(before, aRoll(), TODAY), ballot));
  },
  closeChange: (life: Life): Life => {
    const before = ballotOf(life.approvalCase, decisionOf(life));
    return onDecision(life, (one) => closeChange(one, electorateOf(before, aRoll(), TODAY)));
  },
  settleChange: (life: Life, step: Step): Life => onDecision(life, (one) => settleChange(one, step.yes, null)),
  sweep: (life: Life, step: Step): Life =>
    onDecision(life, (one) => {
      const reason = isExpired(one, on(step.day)) ? 'EXPIRED' : isOverdue(one, on(step.day)) ? 'CONDITION_EXPIRED' : null;
      return (reason && lapse(one, reason)) ?? one;
    }),
  sign: (life: Life): Life => onDecision(life, (one) => noteSigned(one) ?? one),
} as const;

const steps = fc.array(
  fc.record({
    act: fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[])),
    who: fc.nat({ max: PEOPLE.length - 1 }),
    yes: fc.constantFrom(true, true, false),
    day: fc.nat({ max: 25 }),
  }),
  { maxLength: 25 },
);

/** Fresh; with a quorum of yes in; or already approved on two conditions: so that the deep states are reached in few steps. */
const start = fc.constantFrom<'fresh' | 'voted' | 'conditional'>('fresh', 'voted', 'conditional');

function lifeFrom(from: 'fresh' | 'voted' | 'conditional'): Life {
  const session: CommitteeSession = {
    ...{ id: 'ses_1', state: 'called', heldAt: at(1), openedBy: 'emp_sec', agenda: ['cas_1'], present: null, moved: [] },
    invited: COMMITTEE.map(({ employeeId, office }) => ({ employeeId, office })),
    ...{ cancelledReason: null, closedAt: null, outcomes: [], minutesHtml: null },
  };
  const votes = from === 'fresh' ? [] : ['emp_a', 'emp_b', 'emp_c', 'emp_d'].map((who) => aVote(who, 'YES'));
  const proposal = { terms: aCase().asked, conditions: [condition('cnd_1', 5), condition('cnd_2', 9)], proposedBy: 'emp_sec' };
  const life = { approvalCase: aCase({ bands: [FULL], votes, proposal: from === 'fresh' ? null : proposal }), session, decision: null };
  return from === 'conditional' ? ACTS.decide(life, { act: 'decide', who: 0, yes: true, day: 0 }) : life;
}

const listed = <State extends string, Event extends string>(
  machine: { can(state: State, event: Event): boolean; next(state: State, event: Event): State },
  events: readonly Event[],
  [from, to]: readonly [State, State],
): boolean => from === to || events.some((event) => machine.can(from, event) && machine.next(from, event) === to);

const seen = new Set<string>();

/** Frozen to the last leaf; what is frozen already is not walked again. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`it must hold that ${what}`);
}

function checkStep(before: Life, after: Life): void {
  const { approvalCase, session, decision } = after;
  must(CASE_STATES.includes(approvalCase.state) && SESSION_STATES.includes(session.state), 'states are listed');
  const cases = [before.approvalCase.state, approvalCase.state] as const;
  must(listed(caseMachine, ['decide', 'return', 'withdraw'], cases), 'a case moves as its machine says');
  must(listed(sessionMachine, ['open', 'cancel', 'close'], [before.session.state, session.state]), 'a sitting moves as its machine says');
  seen.add(`case ${approvalCase.state}`).add(`session ${session.state}`);
  if (decision === null) return;
  must(DECISION_STATES.includes(decision.state) && approvalCase.state === 'decided', 'only a decided case has a decision');
  seen.add(`decision ${decision.state}`);
  const events = ['evidence', 'confirm', 'take-effect', 'return', 'sign', 'lapse'] as const;
  if (before.decision)
    must(listed(decisionMachine, events, [before.decision.state, decision.state]), 'a decision moves as its machine says');
  checkConditions(decision);
}

/** Nothing is in force or signed while a condition is owed [G5]; nothing is higher than asked. */
function checkConditions({ state, conditions, conditionDueOn, terms }: Decision): void {
  const owed = conditions.filter((one) => one.confirmedBy === null && one.waivedReason === null);
  if (state === 'in-force' || state === 'signed') must(owed.length === 0, 'nothing is owed in force');
  if (state === 'evidenced')
    must(
      owed.every((one) => one.evidence !== null),
      'what is evidenced has evidence',
    );
  if (state !== 'lapsed' && state !== 'rejected')
    must(conditionDueOn === (owed.map((one) => one.dueOn).sort()[0] ?? null), 'the first day is kept');
  must(terms === null || terms.amountFen <= 8_000_000, 'never more than asked');
}

describe('[7.12, G4, G5] ten thousand random lives of a case', () => {
  test('no sequence of acts reaches an unlisted state, and a refused act changes nothing', () => {
    fc.assert(
      fc.property(start, steps, (from, doings) => {
        let life = frozen(lifeFrom(from));
        for (const step of doings) {
          try {
            const after = frozen(ACTS[step.act](life, step));
            checkStep(life, after);
            life = after;
          } catch (error) {
            // What the refused act would have touched is frozen: a write throws a TypeError, which is not a refusal.
            if (!(error instanceof DomainError)) throw error;
            seen.add('refused');
          }
        }
      }),
      RUNS,
    );
    const all = [
      ...CASE_STATES.map((state) => `case ${state}`),
      ...SESSION_STATES.map((state) => `session ${state}`),
      ...['awaiting-conditions', 'evidenced', 'in-force', 'signed', 'lapsed'].map((state) => `decision ${state}`),
    ];
    expect([...seen]).toEqual(expect.arrayContaining([...all, 'refused']));
  });
});
