// The year, day by day: what is decided before it, four quarters with their sales and trainings, and what hr makes of each. Everything that it has seen is handed back,
// so that the story can be read as a list of figures.
import { moveOverMonths } from '../lib/company-clock.ts';
import { at, numberAt, textAt } from '../lib/read.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import type { Scene } from '../scripts/scene.ts';
import { crown, promote } from './career.ts';
import type { Promoted } from './career.ts';
import { hireCast } from './cast.ts';
import type { YearScene } from './cast.ts';
import {
  afterQuarter,
  awaitPaid,
  awaitSheets,
  bonusOf,
  closeQuarter,
  payBonuses,
  quarterAt,
  registerSalaryAccounts,
  reviewAll,
  settleBonuses,
} from './quarter.ts';
import type { ByName } from './quarter.ts';
import { publishRules } from './rules.ts';
import { sellAll } from './sales.ts';
import type { Sale } from './sales.ts';
import {
  adopt,
  externalWithReflection,
  internalWithExam,
  markPractice,
  onlineWithReflection,
  practiceToBeMarked,
  publishPlan,
  returnRequests,
} from './training.ts';
import type { Training } from './training.ts';
import { breakRules } from './violation.ts';

export const SALES: Readonly<Record<1 | 2 | 3 | 4, readonly Sale[]>> = {
  1: [
    { who: 'wu', label: 'bad', amountYuan: 3_000, repaid: false, satisfaction: 5 },
    { who: 'wu', label: 'wu-1', amountYuan: 1_800, repaid: true },
    { who: 'meng', label: 'meng-1', amountYuan: 4_000, repaid: true, satisfaction: 4 },
  ],
  2: [{ who: 'meng', label: 'meng-2', amountYuan: 4_000, repaid: true }],
  3: [
    { who: 'zheng', label: 'zheng-3', amountYuan: 4_800, repaid: true },
    { who: 'meng', label: 'meng-3', amountYuan: 4_400, repaid: true },
    { who: 'wu', label: 'wu-3', amountYuan: 4_000, repaid: true },
  ],
  4: [{ who: 'meng', label: 'meng-4', amountYuan: 4_000, repaid: true }],
};

export interface YearTold {
  readonly sheets: Readonly<Record<1 | 2 | 3 | 4, ByName>>;
  readonly bonuses: Readonly<Record<1 | 2 | 3 | 4, ByName>>;
  /** The one of the first quarter, once its loan had turned bad, and once its deferred part was due. */
  readonly clawedBack: unknown;
  readonly released: unknown;
  /** Before and after the appeal. */
  readonly appeal: { readonly reviewed: number; readonly decided: number };
  readonly champions: { readonly quarter: unknown; readonly year: unknown };
  readonly promoted: Promoted;
  readonly plan: unknown;
  /** Of the year after. */
  readonly nextPlan: unknown;
  readonly sessions: unknown;
  readonly people: Readonly<Record<'wu' | 'zheng' | 'meng', string>>;
}

const PLAN = `query Plan($year: Int!) { trainingPlan(year: $year) { state progress { course { topic budget } allowed spent left evaluated held planned } } }`;
const SESSIONS = `query Sessions($planId: ID) { trainingSessions(planId: $planId, first: 20) { nodes {
  kind state hours cost evaluation { method results { employee { id } mark } } } } }`;

export async function playYear(told: Scene): Promise<YearTold> {
  const year = Number((await told.company.today()).slice(0, 4)) + 1;
  const scene: YearScene = { ...told, year, cast: await hireCast(told) };
  await publishRules(scene);
  const training = await publishPlan(scene);
  await registerSalaryAccounts(scene);
  await moveOverMonths(scene, new Date(Date.UTC(year, 0, 12, 2)));
  const first = await firstQuarter(scene, training);
  const second = await secondQuarter(scene, training);
  const third = await thirdQuarter(scene, training);
  const fourth = await fourthQuarter(scene);
  const { company, cast } = scene;
  const manager = company.one('hr-manager');
  return {
    sheets: { 1: first.sheets, 2: second.sheets, 3: third.sheets, 4: fourth.sheets },
    bonuses: { 1: first.bonuses, 2: second.bonuses, 3: third.bonuses, 4: fourth.bonuses },
    clawedBack: second.clawedBack,
    released: third.released,
    appeal: second.appeal,
    champions: { quarter: third.champion, year: fourth.champion },
    promoted: fourth.promoted,
    nextPlan: await adopt(scene, third.improvementId),
    plan: at((await manager.ask(PLAN, { year })).data, 'trainingPlan'),
    sessions: at((await manager.ask(SESSIONS, { planId: training.planId })).data, 'trainingSessions', 'nodes'),
    people: { wu: cast.wu.id, zheng: cast.zheng.id, meng: cast.meng.id },
  };
}

async function firstQuarter(scene: YearScene, training: Training) {
  await Promise.all([sellAll(scene, SALES[1]), internalWithExam(scene, training)]);
  await moveOverMonths(scene, afterQuarter(scene, 1));
  await awaitSheets(scene, 1, ({ wu }) => textAt(wu, 'figures', 'overdueFen') === '3000.00');
  await reviewAll(scene, 1);
  const sheets = await closeQuarter(scene, 1);
  await settleBonuses(scene, 1);
  await payBonuses(scene, 2);
  await returnRequests(scene);
  return { sheets, bonuses: await awaitPaid(scene, 1, ['wu', 'meng']) };
}

async function secondQuarter(scene: YearScene, training: Training) {
  await Promise.all([sellAll(scene, SALES[2]), externalWithReflection(scene, training)]);
  await moveOverMonths(scene, afterQuarter(scene, 2));
  await awaitSheets(scene, 2, ({ wu }) => textAt(wu, 'figures', 'nplFen') === '3000.00');
  const clawedBack = await waitFor('the bonus to be taken back', async () => {
    const bonus = await bonusOf(scene, 'wu', quarterAt(scene, 1));
    return at(bonus, 'deferred', 'takenFen') === '0.00' ? null : bonus;
  });
  await reviewAll(scene, 2, { wu: { points: -5, reason: '不良贷款上门催收不及时' } });
  const appeal = await appealed(scene);
  const sheets = await closeQuarter(scene, 2);
  await settleBonuses(scene, 2);
  await payBonuses(scene, 1);
  await returnRequests(scene);
  return { sheets, clawedBack, appeal, bonuses: await awaitPaid(scene, 2, ['meng']) };
}

/** [5.5] He disagrees, in time; hr, who has not reviewed it, takes four of the five points back. */
async function appealed(scene: YearScene): Promise<YearTold['appeal']> {
  const { company, story, cast } = scene;
  const sheet = (await awaitSheets(scene, 2, () => true)).wu;
  const appealInput = { appraisalId: textAt(sheet, 'id'), text: '四月、五月已三次上门，记录在回访中' };
  await story.isRefused(cast.zheng.person, { verb: 'appealAppraisal', input: appealInput, select: 'appraisal { id }' }, 'SHEET_NOT_OWN');
  await story.act(cast.wu.person, { verb: 'appealAppraisal', input: appealInput, select: 'appraisal { id }' });
  const decision = {
    appraisalId: appealInput.appraisalId,
    accepted: true,
    text: '部分成立',
    adjustments: [{ points: -1, reason: '五月一次延迟' }],
  };
  const decide = { verb: 'decideAppraisalAppeal', input: decision, select: 'appraisal { total }' };
  await story.isRefused(company.one('sales-manager'), decide, 'APPEAL_OWN_DECISION');
  const decided = await story.act(company.one('hr-manager'), decide);
  return { reviewed: numberAt(sheet, 'total'), decided: numberAt(decided, 'appraisal', 'total') };
}

async function thirdQuarter(scene: YearScene, training: Training) {
  await Promise.all([
    sellAll(scene, SALES[3]),
    (async () => {
      await onlineWithReflection(scene, training);
      await practiceToBeMarked(scene, training);
      await breakRules(scene);
    })(),
  ]);
  await moveOverMonths(scene, afterQuarter(scene, 3));
  await awaitSheets(scene, 3, ({ zheng }) => numberAt(zheng, 'figures', 'severeViolations') === 1);
  const improvementId = await markPractice(scene, training);
  await reviewAll(scene, 3);
  const sheets = await closeQuarter(scene, 3);
  await settleBonuses(scene, 3);
  const champion = await crown(scene, quarterAt(scene, 3));
  // Hers of this quarter and the deferred part of the first one, and what is left of his after the clawback.
  await payBonuses(scene, 3);
  await returnRequests(scene);
  const bonuses = await awaitPaid(scene, 3, ['wu', 'meng']);
  const released = await waitFor('the deferred bonus to be paid', async () => {
    const bonus = await bonusOf(scene, 'meng', quarterAt(scene, 1));
    return at(bonus, 'deferred', 'state') === 'PAID' ? bonus : null;
  });
  return { sheets, bonuses, champion, released, improvementId };
}

async function fourthQuarter(scene: YearScene) {
  await sellAll(scene, SALES[4]);
  await moveOverMonths(scene, afterQuarter(scene, 4));
  await awaitSheets(scene, 4, ({ meng }) => textAt(meng, 'figures', 'disbursedFen') === '4000.00');
  await reviewAll(scene, 4);
  const sheets = await closeQuarter(scene, 4);
  await settleBonuses(scene, 4);
  await payBonuses(scene, 2);
  const champion = await crown(scene, String(scene.year));
  await returnRequests(scene);
  const bonuses = await awaitPaid(scene, 4, ['meng']);
  const nextPlan = {
    year: scene.year + 1,
    needsAnalysis: '延续上年度重点，采纳改进事项，补充逾期早期预警案例。',
    courses: [{ topic: 'RISK_MANAGEMENT', title: '逾期早期预警', hours: 4 }],
  };
  const promoted = await promote(scene, { verb: 'draftTrainingPlan', input: nextPlan, select: 'plan { id }' });
  return { sheets, bonuses, champion, promoted };
}
