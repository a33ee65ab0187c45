import { describe, expect, test } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import fc from 'fast-check';
import type { BureauFinding } from '../bureau/bureau-inquiry.js';
import { assess } from '../checks/assessment.js';
import { answerContradiction, unanswered } from '../checks/contradictions.js';
import { dataAnalysis, figuresOf } from '../checks/data-analysis.js';
import { CHECK_METHODS, decideWaiver, requestWaiver, stateOfCheck } from '../checks/waiver.js';
import { goodDraft } from '../report/report.builder.js';
import { requireCompleteFile, requireNotMilder } from '../report/report-gate.js';
import { requireAnswered, reworkOf } from '../report/report-judgement.js';
import { NO_FACTS } from '../scorecard/scoring-facts.js';
import type { ApplicantFacts } from '../scorecard/scoring-facts.js';
import { assignPair } from './assign-pair.js';
import { endWithoutReport, openInvestigation, reopenForCommittee, withCheck } from './investigation.js';
import type { Investigation } from './investigation.js';
import { currentCard } from '../scorecard/scorecards.js';
import { investigationMachine } from './investigation.machine.js';

const at = new Date('2026-11-23T08:00:00Z');
const FACTS: ApplicantFacts = {
  ...{
    checkingAccountStatus: 'NO_ACCOUNT',
    creditHistory: 'CRITICAL_OR_OTHER_CREDITS',
    savings: 'AT_LEAST_1000',
    employmentSince: 'AT_LEAST_7_YEARS',
  },
  ...{
    instalmentRatePercent: 1,
    otherDebtors: 'NONE',
    residenceSince: 4,
    property: 'REAL_ESTATE',
    ageInYears: 40,
    otherInstalmentPlans: 'NONE',
  },
  ...{ housing: 'OWN', existingCredits: 2, job: 'SKILLED', dependants: 1, telephone: 'REGISTERED' },
};
const people = ['emp_1', 'emp_2', 'emp_3'].map((employeeId) => ({ employeeId, active: true, roles: ['investigator'] }));
const start = (): Investigation =>
  openInvestigation(
    {
      ...{ applicationId: 'app_1', round: 1, handoffId: 'hof_1', customerId: 'cus_1', customerType: 'INDIVIDUAL', salespersonId: 'emp_s' },
      terms: { productId: 'prd_1', amountFen: 300_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' },
      ...{ purpose: 'HOUSEHOLD_GOODS', identityIndex: 'x', consents: [], participants: [] },
    },
    { id: 'inv_1', at },
    [],
  );

type Act = (investigation: Investigation) => Investigation;
const recorded = { recordedBy: 'emp_1', recordedAt: at };
const bureau = (state: BureauFinding['state']) => ({
  state,
  score: 750,
  currentSeriousDelinquency: false,
  openCredits: 1,
  ageInYears: null,
});
const analyse =
  (facts: ApplicantFacts, income: { declared: number; verified: number }): Act =>
  (one) => {
    const figures = figuresOf({ declaredIncomeFen: income.declared, verifiedIncomeFen: income.verified });
    const analysis = dataAnalysis({ checkId: 'dan_1', facts, figures, sources: 'wage slips', ...recorded }, one.terms);
    return assess(withCheck(one, { dataAnalyses: [...one.dataAnalyses, analysis] }), currentCard, at);
  };

/** What people and messages can do to an investigation, in whatever order they like; a refusal changes nothing. */
const ACTS: Readonly<Record<string, Act>> = {
  assign: (one) => pair(one, ['emp_1', 'emp_2']),
  assignOthers: (one) => pair(one, ['emp_2', 'emp_3']),
  assignOne: (one) => pair(one, ['emp_1']),
  visit: (one) => withCheck(one, { siteVisits: [...one.siteVisits, { checkId: 'svt_1' } as never] }),
  call: (one) => withCheck(one, { phoneVerifications: [...one.phoneVerifications, { checkId: 'phv_1' } as never] }),
  inquire: (one) => withCheck(one, { bureau: one.bureau ?? (bureau('REQUESTED') as never) }),
  answer: (one) => (one.bureau ? assess({ ...one, bureau: bureau('ANSWERED') as never }, currentCard, at) : one),
  fail: (one) => (one.bureau?.state === 'REQUESTED' ? { ...one, bureau: bureau('FAILED') as never } : one),
  analyse: analyse(FACTS, { declared: 100, verified: 100 }),
  analyseWithoutFacts: analyse(NO_FACTS, { declared: 100, verified: 100 }),
  analyseContradicted: analyse(FACTS, { declared: 900, verified: 100 }),
  waiveCall: (one) => waive(one, 'PHONE_VERIFICATION'),
  waiveAnalysis: (one) => waive(one, 'DATA_ANALYSIS'),
  waiveVisit: (one) => waive(one, 'SITE_VISIT'),
  agree: (one) => decide(one, true, 'emp_m'),
  agreeOneself: (one) => decide(one, true, 'emp_2'),
  refuse: (one) => decide(one, false, 'emp_m'),
  explain: (one) => {
    const said = {
      code: 'INCOME_OVERSTATED',
      explanation: 'the bonus is paid in kind',
      evidenceIds: ['phv_1'],
      answeredBy: 'emp_1',
      answeredAt: at,
    } as const;
    return withCheck(one, { contradictionAnswers: answerContradiction(one, said) });
  },
  giveBack: (one) => endWithoutReport(one, 'return', { at, by: 'emp_1', reasons: ['the lease'] }),
  withdraw: (one) => endWithoutReport(one, 'withdraw', { at, by: 'service:sales', reasons: ['another lender'] }),
  sendBack: (one) => reopenForCommittee(one, { at, reasons: ['MORE_WORK', 'the lease'] }),
  finalise: (one) => finalise(one, []),
  finaliseReworked: (one) => finalise(one, ['the lease runs until 2028']),
};

function pair(one: Investigation, investigatorIds: string[]): Investigation {
  const how = { assignedBy: 'emp_m', assignedAt: at, reason: null, proposed: false };
  return assignPair(one, { investigatorIds, candidates: people, conflicted: new Set() }, how);
}

function waive(one: Investigation, method: 'PHONE_VERIFICATION' | 'DATA_ANALYSIS' | 'SITE_VISIT'): Investigation {
  const wish = { method, reason: 'nobody can be reached there', waivedBy: 'emp_1', waivedAt: at };
  return withCheck(one, { waivers: [...one.waivers, requestWaiver(one, wish)] });
}

function decide(one: Investigation, approve: boolean, by: string): Investigation {
  const method = one.waivers.find((waiver) => waiver.state === 'REQUESTED')?.method ?? 'PHONE_VERIFICATION';
  return assess(withCheck(one, { waivers: decideWaiver(one, { method, approve, by, at, note: 'as talked about' }) }), currentCard, at);
}

/** As the use case does it: the machine, gate G3, the scorecard, contradictions, what the committee asked for. */
function finalise(one: Investigation, rework: readonly string[]): Investigation {
  const state = investigationMachine.next(one.state, 'finalise');
  requireCompleteFile(one);
  requireNotMilder(one, goodDraft, currentCard);
  requireAnswered(one, goodDraft.recommendation);
  reworkOf(one, rework);
  return { ...one, state, closing: { at, by: 'emp_1', reasons: [] } };
}

function played(names: readonly string[]): Investigation[] {
  const states = [start()];
  for (const name of names) {
    const before = states.at(-1) as Investigation;
    try {
      states.push((ACTS[name] as Act)(before));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return states;
}

const RUNS = { seed: 20_261_126, numRuns: 1_500 };
const someActs = fc.array(fc.constantFrom(...Object.keys(ACTS)), { minLength: 5, maxLength: 40 });
/** Most of the way by the book, so that many get there, with anything in between. */
const BOOK = ['assign', 'visit', 'call', 'inquire', 'answer', 'analyse', 'finalise'];
const nearlyByTheBook = fc
  .array(fc.constantFrom(...Object.keys(ACTS)), { minLength: BOOK.length, maxLength: BOOK.length })
  .chain((between) => fc.constant(BOOK.flatMap((act, place) => [act, between[place] as string])));

describe('[G3] whatever people do in whatever order', () => {
  test.each([
    ['anything', someActs],
    ['nearly by the book', nearlyByTheBook],
  ])('nothing is finalised without two people, a visit, four methods, a score, and an answer to what is grave: %s', (_name, acts) => {
    let finalised = 0;
    fc.assert(
      fc.property(acts, (names) => {
        for (const one of played(names).filter(({ state }) => state === 'FINALISED')) {
          finalised += 1;
          expect(new Set(one.investigatorIds).size).toBe(2);
          expect(one.siteVisits.length).toBeGreaterThan(0);
          expect(CHECK_METHODS.filter((method) => stateOfCheck(one, method) === 'MISSING')).toEqual([]);
          expect(one.bureau?.state).toBe('ANSWERED');
          expect(one.waivers.filter((waiver) => waiver.state === 'APPROVED' && waiver.decision?.by !== 'emp_m')).toEqual([]);
          expect(one.score?.recommendation).toBe('APPROVE');
          expect(unanswered(one)).toEqual([]);
        }
      }),
      RUNS,
    );
    expect(_name === 'anything' || finalised > 100).toBe(true);
  });

  test('by the book it is, and once more after the committee sent it back', () => {
    expect(played(BOOK).at(-1)?.state).toBe('FINALISED');
    expect(played([...BOOK, 'sendBack', 'finalise']).at(-1)?.state).toBe('INVESTIGATING');
    expect(played([...BOOK, 'sendBack', 'finaliseReworked']).at(-1)?.state).toBe('FINALISED');
  });

  test.each([
    ['a contradiction', [...BOOK.slice(0, -2), 'analyseContradicted', 'finalise']],
    ['a waiver nobody agreed to', ['assign', 'visit', 'inquire', 'answer', 'analyse', 'waiveCall', 'finalise']],
    ['a waiver agreed to by oneself', ['assign', 'visit', 'inquire', 'answer', 'analyse', 'waiveCall', 'agreeOneself', 'finalise']],
  ])('%s keeps it open', (_name, names) => {
    expect(played(names).at(-1)?.state).toBe('INVESTIGATING');
  });
});
