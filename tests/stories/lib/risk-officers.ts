// What the risk department does with an application: two investigators are appointed, all four methods are carried out, and the report follows the score
// that the graph shows them.
import type { Person } from '../../../infra/local/demo/person.ts';
import type { Company } from './company.ts';
import { pngFile } from './evidence-files.ts';
import { at, textAt } from './read.ts';
import type { Storyline } from './storyline.ts';
import { declared, upload } from './uploads.ts';

export interface Borrower {
  /** Of the identity that the bureau is asked about. */
  readonly identityNumber: string;
  readonly place: string;
  /** `ApplicantFactsInput`: what the investigators verified. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly monthlyIncomeYuan: number;
}

export interface Investigating {
  readonly investigationId: string;
  readonly pair: readonly [Person, Person];
}

export interface Verdict {
  readonly recommendation: string;
  readonly rating: string;
  readonly score: number;
}

const OF_APPLICATION = { field: 'application', select: 'id investigation { id state round }' };
const BUREAU = { field: 'investigation', select: 'id state bureau { state }' };

/** Waits for the investigation of a round and appoints its pair. */
export async function appointPair(company: Company, story: Storyline, round: number, turn: number): Promise<Investigating> {
  const applicationId = story.applicationId ?? '';
  const manager = company.one('risk-manager');
  const seen = await company
    .watch(manager, OF_APPLICATION)
    .until(applicationId, `round ${round} of the investigation`, (one) => at(one, 'investigation', 'round') === round);
  const investigationId = textAt(seen, 'investigation', 'id');
  const pair = [company.nth('investigator', turn), company.nth('investigator', turn + 1)] as const;
  const investigatorIds = await Promise.all(pair.map((person) => person.employeeId()));
  await story.act(manager, {
    verb: 'assignInvestigators',
    input: { investigationId, investigatorIds },
    select: 'investigation { id state }',
  });
  return { investigationId, pair };
}

/** The four methods: site visit with a photo, telephone, bureau, data analysis. */
export async function carryOutChecks(
  company: Company,
  story: Storyline,
  { investigationId, pair }: Investigating,
  borrower: Borrower,
): Promise<void> {
  const [first, second] = pair;
  const photo = pngFile('site.png', `${story.no} ${investigationId}`);
  const promised = await story.act(first, {
    verb: 'requestSitePhoto',
    input: { investigationId, ...declared(photo) },
    select: 'upload { fileId url }',
  });
  await upload(textAt(promised, 'upload', 'url'), photo);
  const doneAt = (await company.now()).toISOString();
  await story.does(
    first,
    { verb: 'inquireBureau', input: { investigationId, residentId: borrower.identityNumber }, select: 'bureauInquiry { id }' },
    {
      verb: 'recordSiteVisit',
      input: {
        investigationId,
        place: borrower.place,
        visitedAt: doneAt,
        peopleMet: [{ name: '借款人', relation: '本人' }],
        photoFileIds: [textAt(promised, 'upload', 'fileId')],
        findings: '住所与经营情况与申请表所述一致，现场有生活和经营痕迹。',
      },
      select: 'investigation { id }',
    },
    {
      verb: 'recordDataAnalysis',
      input: { investigationId, facts: borrower.facts, figures: figuresOf(borrower), sources: '收入证明、银行流水、资产证明' },
      select: 'investigation { id }',
    },
  );
  await story.act(second, {
    verb: 'recordPhoneVerification',
    input: {
      investigationId,
      spokenTo: '单位同事',
      numberKind: 'EMPLOYER_LANDLINE',
      calledAt: doneAt,
      answers: [{ question: '申请人是否在本单位工作', answer: '是，与申请表一致' }],
    },
    select: 'investigation { id }',
  });
}

/** Waits until the bureau has answered. */
export async function awaitBureau(company: Company, investigationId: string): Promise<void> {
  await company
    .watch(company.one('risk-manager'), BUREAU)
    .until(investigationId, 'the answer of the bureau', (one) => at(one, 'bureau', 'state') === 'ANSWERED');
}

/** Waits for the bureau, reads the score and writes the report that it calls for. */
export async function finaliseReport(company: Company, story: Storyline, { investigationId, pair }: Investigating): Promise<Verdict> {
  const author = pair[1];
  await awaitBureau(company, investigationId);
  const { data } = await author.ask(
    'query Score($id: ID!) { investigation(id: $id) { terms { amount termMonths } score { score rating recommendation } leastRating bureau { currentSeriousDelinquency } contradictions { code } } }',
    { id: investigationId },
  );
  const seen = at(data, 'investigation');
  const recommendation = textAt(seen, 'score', 'recommendation');
  // The matrix may rate worse than the score does when the income is tight.
  const rating = textAt(seen, 'leastRating');
  const isWorse = rating !== textAt(seen, 'score', 'rating');
  const contradictions = JSON.stringify(at(seen, 'contradictions') ?? []);
  await story.act(author, {
    verb: 'finaliseRiskReport',
    input: {
      investigationId,
      sections: {
        truthOfInformation: `四种调查方式相互印证，矛盾点：${contradictions}。`,
        repaymentAbility: '按核实收入与现有负债测算，月供压力见数据分析。',
        creditStanding: '征信查询结果与申请人自述的比对见评分输入。',
      },
      fiveC: { character: '守信', capacity: '见比率', capital: '见资产', collateral: '无抵押，信用贷款', conditions: '行业平稳' },
      recommended: { amount: textAt(seen, 'terms', 'amount'), termMonths: at(seen, 'terms', 'termMonths') },
      rating,
      recommendation,
      recommendationReason: recommendation === 'REJECT' ? '评分或征信结果低于准入标准' : isWorse ? '压力测试显示还款能力偏紧' : null,
      proposedConditions: recommendation === 'APPROVE_WITH_CONDITIONS' ? ['提供最近三个月的收入流水'] : null,
    },
    select: 'riskReport { id }',
  });
  return { recommendation, rating, score: Number(at(seen, 'score', 'score')) };
}

/** The whole investigation of one round. */
export async function investigate(
  company: Company,
  story: Storyline,
  round: { no: number; turn: number },
  borrower: Borrower,
): Promise<Verdict> {
  const investigating = await appointPair(company, story, round.no, round.turn);
  await carryOutChecks(company, story, investigating, borrower);
  return finaliseReport(company, story, investigating);
}

function figuresOf({ monthlyIncomeYuan }: Borrower): Record<string, string> {
  const yuan = (share: number): string => (monthlyIncomeYuan * share).toFixed(2);
  return { declaredIncome: yuan(1), verifiedIncome: yuan(1), livingCost: yuan(0.4), debtService: '0.00' };
}
