// What hr and the sales manager decide before the year begins, in round numbers: a reader can compute every score and every bonus of the year from here.
import type { Act, Person } from '../../../infra/local/demo/person.ts';
import { Refused } from '../../../infra/local/demo/person.ts';
import { textAt } from '../lib/read.ts';
import type { YearScene } from './cast.ts';

/** 4,000.00 yuan a quarter are 100 points, in proportion up to 120; a tenth overdue is none, a twentieth half; a violation none. */
export const SCHEME_LINES = [
  { indicator: 'DISBURSED_AMOUNT', weight: 50, target: 400_000 },
  { indicator: 'SATISFACTION_SCORE', weight: 10, target: 5 },
  {
    ...{ indicator: 'OVERDUE_RATE', weight: 20, target: 0.05 },
    curve: [
      { at: 0, points: 100 },
      { at: 0.1, points: 0 },
    ],
  },
  { indicator: 'VIOLATION_FREE', weight: 20, target: 1 },
] as const;
export const GATES = [
  { kind: 'SEVERE_VIOLATION', above: 0, cap: 0 },
  { kind: 'OVERDUE_RATE', above: 0.15, cap: 80 },
] as const;

/** One percent of what was sold, times performance (100 points are 1.0), from 40 points on, half when half of the book is overdue; 40 % deferred. */
export const FORMULA = {
  base: { kind: 'SHARE_OF_LOANS', shareBps: 100 },
  performance: {
    kind: 'LINEAR',
    points: [
      { at: 0, coefficientBps: 0 },
      { at: 120, coefficientBps: 12_000 },
    ],
  },
  score: {
    kind: 'STEPS',
    points: [
      { at: 0, coefficientBps: 0 },
      { at: 40, coefficientBps: 10_000 },
    ],
  },
  risk: {
    overdue: [
      { fromBps: 0, coefficientBps: 10_000 },
      { fromBps: 5_000, coefficientBps: 5_000 },
    ],
    npl: [],
  },
  caps: { personFen: '5000.00' },
  minScore: 0,
  deferral: { shareBps: 4_000, quarters: 2 },
  clawback: { shareBps: 10_000, quarters: 4 },
  bad: { bucket: 'M4_PLUS', loanClass: 'SUBSTANDARD' },
} as const;

/** What a supervisor shows to become manager: a year on the level, each quarter at least 80, four hours of training on risks. */
const MANAGER_CRITERIA = {
  ...{ quartersAtLevel: 4, closedQuarters: 4, leastScore: 80, severeFreeQuarters: 4 },
  ...{ trainingHours: 8, trainedTopics: ['RISK_MANAGEMENT'], mostOverdueBp: 500 },
};
const EASY = { quartersAtLevel: 1, closedQuarters: 1, leastScore: 60, severeFreeQuarters: 1, trainingHours: 0, trainedTopics: [] };
const LADDER = [
  { level: 'TRAINEE' },
  { level: 'SALESPERSON', criteria: EASY },
  { level: 'SENIOR_SALESPERSON', criteria: EASY },
  { level: 'SUPERVISOR', criteria: EASY },
  { level: 'MANAGER', criteria: MANAGER_CRITERIA },
];

/** Scheme, bonus formula and ladder, all before the first day that they count on. */
export async function publishRules(scene: YearScene): Promise<void> {
  const { company, story, year } = scene;
  const hr = company.one('hr-manager');
  const fromQuarter = `${year}-Q1`;
  const scheme = { fromQuarter, lines: SCHEME_LINES, gates: GATES, adjustmentLimit: 5 };
  const tooLate = { ...scheme, fromQuarter: quarterOf(await company.today()) };
  await story.isRefused(hr, { verb: 'publishAppraisalScheme', input: tooLate, select: 'schemeId' }, 'SCHEME_TOO_LATE');
  await signed(scene, { verb: 'publishAppraisalScheme', input: scheme, select: 'schemeId' }, SCHEME_SIGNING);
  const draft = { fromQuarter, formula: FORMULA, reason: '新年度奖金方案，按发放额计提' };
  const drafted = await story.act(hr, { verb: 'draftBonusFormula', input: draft, select: 'formula { id }' });
  const publish = { verb: 'publishBonusFormula', input: { formulaId: textAt(drafted, 'formula', 'id') }, select: 'formula { state }' };
  await story.isRefused(hr, publish, 'BONUS_FORMULA_SAME_PERSON');
  await once(story, company.one('finance-manager'), publish, 'BONUS_FORMULA_QUARTER_TAKEN');
  const ladder = { effectiveFrom: `${year}-01-01`, levels: LADDER, reason: '新年度晋升标准' };
  await signed(scene, { verb: 'publishCareerLadder', input: ladder, select: 'ladderId' }, LADDER_SIGNING);
}

interface Signing {
  readonly verb: string;
  readonly id: string;
  /** How who published it is refused. */
  readonly own: string;
  readonly taken: string;
}
const SCHEME_SIGNING: Signing = { verb: 'approveAppraisalScheme', id: 'schemeId', own: 'SCHEME_SAME_PERSON', taken: 'SCHEME_EXISTS' };
const LADDER_SIGNING: Signing = { verb: 'approveCareerLadder', id: 'ladderId', own: 'LADDER_SAME_PERSON', taken: 'LADDER_EXISTS' };

/** One of hr publishes and may not approve it himself; it counts when the administrator has. */
async function signed({ company, story }: YearScene, publish: Act, { verb, id, own, taken }: Signing): Promise<void> {
  const hr = company.one('hr-manager');
  const [published] = await story.attempts(hr, publish);
  if (published?.userErrors.some(({ code }) => code === taken)) return;
  const approve = { verb, input: { [id]: textAt(published, id) }, select: id };
  await story.isRefused(hr, approve, own);
  await once(story, company.one('administrator'), approve, taken);
}

/** The quarter of a day, e.g. 2027-Q1. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Done, or found done by an earlier telling that ended half-way. */
export async function once(story: YearScene['story'], person: Person, act: Act, ...known: readonly string[]): Promise<boolean> {
  const [payload] = await story.attempts(person, act);
  const errors = payload?.userErrors ?? [];
  if (errors.some(({ code }) => !known.includes(code))) throw new Refused(act.verb, person.name, errors);
  return errors.length === 0;
}
