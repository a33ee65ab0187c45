// What must have come out of the year, one line a figure. Every number follows from the rules (rules.ts) and the sales (SALES): the titles say how, so that a reader can
// compute it again by hand. 业绩分 are the points of what was sold: 4,000 yuan are 100, at most 120.
import { at, listAt } from '../lib/read.ts';
import type { YearTold } from './play-year.ts';

export interface Claim {
  readonly title: string;
  readonly seen: (told: YearTold) => unknown;
  readonly expected: unknown;
}

type Quarter = 1 | 2 | 3 | 4;
type Who = 'wu' | 'zheng' | 'meng';

const score = (title: string, quarter: Quarter, who: Who, expected: number): Claim => ({
  title,
  seen: ({ sheets }) => at(sheets[quarter][who], 'total'),
  expected,
});

const figures = (title: string, quarter: Quarter, who: Who, expected: Readonly<Record<string, unknown>>): Claim => ({
  title,
  seen: ({ sheets }) => fieldsOf(at(sheets[quarter][who], 'figures'), expected),
  expected,
});

const bonus = (title: string, quarter: Quarter, who: Who, expected: Readonly<Record<string, unknown>>): Claim => ({
  title,
  seen: ({ bonuses }) => fieldsOf(bonuses[quarter][who], expected),
  expected,
});

/** Only the fields that the claim names. */
const fieldsOf = (value: unknown, of: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(Object.keys(of).map((name) => [name, at(value, name)]));

const pointsOf = (sheet: unknown): unknown =>
  listAt(sheet, 'lines').map((line) => [at(line, 'indicator'), at(line, 'points'), at(line, 'shareBp')]);
const linesOf = (statement: unknown): unknown => listAt(statement, 'lines').map((line) => [at(line, 'code'), at(line, 'amountFen')]);
const rankOf = (told: YearTold, honour: unknown, who: Who): unknown =>
  listAt(honour, 'ranking').find((one) => at(one, 'employee', 'id') === told.people[who]);

const scores: readonly Claim[] = [
  figures('[5.1, 5.3] Q1 吴桐: sold 3,000 + 1,800; the 3,000 is all he has outstanding, and all of it overdue on 31 March', 1, 'wu', {
    ...{ disbursedFen: '4800.00', loans: 2, newCustomers: 2, satisfactionTotal: 5, satisfactionSample: 1 },
    ...{ outstandingFen: '3000.00', overdueFen: '3000.00', nplFen: '0.00', violations: 0, trainingHours: 4 },
  }),
  {
    title: '[5.1] Q1 吴桐: 120 points of 4,800, 100 of a mark of 5, none of 100 % overdue, 100 without a violation',
    seen: ({ sheets }) => pointsOf(sheets[1].wu),
    expected: [
      ['DISBURSED_AMOUNT', 120, 5_000],
      ['SATISFACTION_SCORE', 100, 1_000],
      ['OVERDUE_RATE', 0, 2_000],
      ['VIOLATION_FREE', 100, 2_000],
    ],
  },
  score('[5.3] Q1 吴桐: (50 x 120 + 10 x 100 + 20 x 0 + 20 x 100) / 100 = 90, held at 80 by the gate of 15 % overdue', 1, 'wu', 80),
  {
    title: '[5.1] Q1 孟凡: nothing outstanding, so the overdue rate is absent and the others carry its weight: 50, 10 and 20 of 80',
    seen: ({ sheets }) => pointsOf(sheets[1].meng),
    expected: [
      ['DISBURSED_AMOUNT', 100, 6_250],
      ['SATISFACTION_SCORE', 80, 1_250],
      ['OVERDUE_RATE', null, 0],
      ['VIOLATION_FREE', 100, 2_500],
    ],
  },
  score('[5.1, 5.2] Q1 孟凡: (50 x 100 + 10 x 80 + 20 x 100) / 80 = 97.5', 1, 'meng', 97.5),
  score('[5.1] Q1 郑岩: nothing sold: (50 x 0 + 20 x 100) / 70 = 28.5714', 1, 'zheng', 28.5714),
  figures('[5.3] Q2 吴桐: the loan is more than 90 days late on 30 June and non-performing', 2, 'wu', {
    ...{ disbursedFen: '0.00', outstandingFen: '3000.00', overdueFen: '3000.00', nplFen: '3000.00' },
  }),
  {
    title: '[5.5] Q2 吴桐: (20 x 0 + 20 x 100) / 90 = 22.2222, less 5 of the review = 17.2222; after the appeal less 1 = 21.2222',
    seen: ({ appeal }) => appeal,
    expected: { reviewed: 17.2222, decided: 21.2222 },
  },
  score('[5.5] Q2 吴桐: what the appeal decided is what was frozen', 2, 'wu', 21.2222),
  score('[5.1] Q2 孟凡: (50 x 100 + 20 x 100) / 70 = 100', 2, 'meng', 100),
  figures('[5.4] Q3 郑岩: sold most of all, 4,800, and a severe violation was confirmed', 3, 'zheng', {
    ...{ disbursedFen: '4800.00', violations: 1, severeViolations: 1 },
  }),
  score('[5.4] Q3 郑岩: a severe violation caps the score at 0, whatever was sold', 3, 'zheng', 0),
  score('[5.1] Q3 孟凡: 4,400 are 110 points: (50 x 110 + 20 x 100) / 70 = 107.1429', 3, 'meng', 107.1429),
  score('[5.3] Q3 吴桐: (50 x 100 + 20 x 0 + 20 x 100) / 90 = 77.7778, under the cap of 80', 3, 'wu', 77.7778),
  score('[5.1] Q4 孟凡: (50 x 100 + 20 x 100) / 70 = 100', 4, 'meng', 100),
];

const bonuses: readonly Claim[] = [
  {
    title: '[5.6] Q1 吴桐: 1 % of 4,800 = 48.00, x 1.2 of 120 points = 57.60, x 1.0 of a score from 40 on, x 0.5 of half overdue = 28.80',
    seen: ({ bonuses: all }) => linesOf(all[1].wu),
    expected: [
      ['BASE', '48.00'],
      ['PERFORMANCE', '57.60'],
      ['SCORE', '57.60'],
      ['OVERDUE', '28.80'],
      ['NPL', '28.80'],
      ['CAP_PERSON', '28.80'],
    ],
  },
  bonus('[5.6] Q1 吴桐: 40 % of 28.80 = 11.52 is deferred, 17.28 was paid by finance', 1, 'wu', {
    ...{ state: 'PAID', totalFen: '28.80', deferredFen: '11.52', paidNowFen: '17.28', setOffFen: '0.00', payoutFen: '17.28' },
  }),
  bonus('[5.6] Q1 孟凡: 1 % of 4,000 = 40.00 x 1.0; 16.00 deferred, 24.00 paid', 1, 'meng', {
    ...{ state: 'PAID', totalFen: '40.00', deferredFen: '16.00', paidNowFen: '24.00', payoutFen: '24.00' },
  }),
  {
    title: '[5.6] both were paid with a reference of the bank',
    seen: ({ bonuses: all }) => [all[1].wu, all[1].meng].map((one) => typeof at(one, 'reference')),
    expected: ['string', 'string'],
  },
  {
    title: '[5.3, 5.6] the loan of 3,000 turned bad: its part, 28.80 x 3,000 / 4,800 = 18.00, takes all 11.52 that were deferred',
    seen: ({ clawedBack }) => fieldsOf(at(clawedBack, 'deferred'), { amountFen: '', takenFen: '', heldFen: '' }),
    expected: { amountFen: '11.52', takenFen: '11.52', heldFen: '0.00' },
  },
  bonus('[5.6] Q3 吴桐: 40.00 x 1.0 x 1.0 x 0.5 = 20.00, 8.00 deferred; of 12.00 the 6.48 left of 18.00 are kept back: 5.52', 3, 'wu', {
    ...{
      state: 'PAID',
      totalFen: '20.00',
      deferredFen: '8.00',
      paidNowFen: '12.00',
      owedBeforeFen: '6.48',
      setOffFen: '6.48',
      payoutFen: '5.52',
    },
  }),
  bonus('[5.4] Q3 郑岩: blocked by the severe violation, nothing is paid', 3, 'zheng', { state: 'BLOCKED', payoutFen: '0.00' }),
  bonus('[5.6] Q3 孟凡: 44.00 x 1.1 = 48.40, of which 19.36 deferred and 29.04 paid', 3, 'meng', {
    ...{ state: 'PAID', totalFen: '48.40', deferredFen: '19.36', paidNowFen: '29.04' },
  }),
  {
    title: '[5.6] 孟凡: the 16.00 deferred in Q1 were released two quarters later, in full, and paid',
    seen: ({ released }) => fieldsOf(at(released, 'deferred'), { state: '', dueFen: '', payoutFen: '' }),
    expected: { state: 'PAID', dueFen: '16.00', payoutFen: '16.00' },
  },
  {
    title: '[5.6] the statement is a paper in Chinese that names the quarter',
    seen: ({ bonuses: all }) => /奖金/.test(String(at(all[1].wu, 'html'))),
    expected: true,
  },
];

const honours: readonly Claim[] = [
  {
    title: '[5.4, 5.9] Q3: 郑岩 sold most and stands on the list without a place, by the severe violation',
    seen: (told) => {
      const rank = rankOf(told, told.champions.quarter, 'zheng');
      return [at(rank, 'place'), listAt(rank, 'obstacles').includes('SEVERE_VIOLATION'), at(rank, 'receives')];
    },
    expected: [null, true, false],
  },
  {
    title: '[5.9] Q3: 孟凡 is the champion with 4,400.00 (440,000 fen)',
    seen: (told) => {
      const rank = rankOf(told, told.champions.quarter, 'meng');
      return [at(rank, 'place'), at(rank, 'receives'), at(rank, 'values', 0, 'value')];
    },
    expected: [1, true, '440000'],
  },
  {
    title: '[5.9] the year: 4,000 + 4,000 + 4,400 + 4,000 = 16,400.00 make 孟凡 the sales champion',
    seen: (told) => {
      const rank = rankOf(told, told.champions.year, 'meng');
      return [at(rank, 'place'), at(rank, 'receives'), at(rank, 'values', 0, 'value')];
    },
    expected: [1, true, '1640000'],
  },
  {
    title: '[5.8, 5.9] the yearly award has a certificate and asks for a training',
    seen: ({ champions }) => {
      const award = at(champions.year, 'awards', 0);
      return [/销售冠军/.test(String(at(award, 'html'))), listAt(award, 'askedTrainings').length];
    },
    expected: [true, 1],
  },
];

const careers: readonly Claim[] = [
  {
    title:
      '[5.7] 孟凡 is eligible: four quarters on the level and at 97.5, 100, 107.1429 and 100, 13 hours of training (4 + 6 + 3), no violation, nothing overdue',
    seen: ({ promoted }) => ({
      ...(fieldsOf(promoted.eligibility, { eligible: '', target: '' }) as object),
      against: listAt(promoted.eligibility, 'reasonsAgainst').length,
    }),
    expected: { eligible: true, target: 'MANAGER', against: 0 },
  },
  {
    title: '[2.1, 5.7] before it she may not draft a plan, afterwards she does; who was manager may not any more',
    seen: ({ promoted: { before, after, former, level } }) => ({ before, after, former, level }),
    expected: { before: 'FORBIDDEN', after: 'DONE', former: 'FORBIDDEN', level: 'MANAGER' },
  },
];

const trainings: readonly Claim[] = [
  {
    title:
      '[6.3-6.8] one session of each kind, each evaluated by its method and closed: 100 and 75 of the exam, 88, 70, and 4 and 5 on the job',
    seen: ({ sessions }) =>
      listAt({ sessions }, 'sessions')
        .map((one) => ({
          ...{ kind: at(one, 'kind'), state: at(one, 'state'), method: at(one, 'evaluation', 'method') },
          marks: listAt(one, 'evaluation', 'results')
            .map((result) => at(result, 'mark'))
            .sort(),
        }))
        .sort((a, b) => (String(a.kind) < String(b.kind) ? -1 : 1)),
    expected: [
      { kind: 'EXTERNAL', state: 'CLOSED', method: 'REFLECTION', marks: [88] },
      { kind: 'INTERNAL', state: 'CLOSED', method: 'EXAM', marks: [100, 75] },
      { kind: 'ONLINE', state: 'CLOSED', method: 'REFLECTION', marks: [70] },
      { kind: 'PRACTICE', state: 'CLOSED', method: 'ON_THE_JOB', marks: [4, 5] },
    ],
  },
  {
    title: '[6.9] what the evaluation of the practice found is taken up by the plan of the next year',
    seen: ({ nextPlan }) => listAt(nextPlan, 'improvements').map((one) => at(one, 'text')),
    expected: ['增加逾期早期预警的真实案例'],
  },
  {
    title: '[6.1] budgets: risk 3,000 - 800 - 600 = 1,600 left, law 2,000 - 1,500 = 500 left; all six topics are in the plan',
    seen: ({ plan }) =>
      listAt(plan, 'progress')
        .map((one) => [at(one, 'course', 'topic'), at(one, 'spent'), at(one, 'left')])
        .sort(),
    expected: [
      ['CUSTOMER_SERVICE', '0.00', '500.00'],
      ['INDUSTRY', '0.00', '0.00'],
      ['LAW', '1500.00', '500.00'],
      ['PRODUCT', '0.00', '0.00'],
      ['RISK_MANAGEMENT', '1400.00', '1600.00'],
      ['SALES_SKILLS', '0.00', '1000.00'],
    ],
  },
];

export const claims: readonly Claim[] = [...scores, ...bonuses, ...honours, ...careers, ...trainings];

/** What was tried on the way and had to be refused: what, by which act, with which code. */
export const REFUSED: readonly (readonly [what: string, verb: string, code: string])[] = [
  ['[1.7] a scheme for the running quarter', 'publishAppraisalScheme', 'SCHEME_TOO_LATE'],
  ['[5.6] a formula by who drafted it', 'publishBonusFormula', 'BONUS_FORMULA_SAME_PERSON'],
  ['[1.7] a scheme approved by who proposed it', 'approveAppraisalScheme', 'SCHEME_SAME_PERSON'],
  ['[6.10] a ladder approved by who published it', 'approveCareerLadder', 'LADDER_SAME_PERSON'],
  ['[6.2] a plan without one of the six topics', 'publishTrainingPlan', 'PLAN_TOPICS_MISSING'],
  ['[6.8] a training without an evaluation', 'closeTrainingSession', 'EVALUATION_MISSING'],
  ['[6.7] a reflection of two words', 'handInReflection', 'TEXT_TOO_SHORT'],
  ['[5.5] an appeal against the sheet of somebody else', 'appealAppraisal', 'SHEET_NOT_OWN'],
  ['[5.5] an appeal decided by who reviewed', 'decideAppraisalAppeal', 'APPEAL_OWN_DECISION'],
  ['[5.6] a bonus approved by who prepared it', 'approveBonuses', 'BONUS_SAME_PERSON'],
  ['[2.1] a second sales manager', 'decidePromotion', 'SALES_MANAGER_EXISTS'],
];
