import { amountText, facts, heading, paragraph, table } from '@weilend/documents';
import type { Block, Paper } from '@weilend/documents';
import { divideRounded, parseRate, RATE_SCALE, rateToScaled } from '@weilend/kernel';
import type { ReportJudgement } from '../../domain/report/report-judgement.js';
import type { RiskReport } from '../../domain/report/risk-report.js';
import { judgementBlocks } from './judgement-blocks.js';
import { ABILITY_NAMES, CHECK_NAMES, CONTRADICTION_NAMES, RATING_NAMES, RECOMMENDATION_NAMES, SEVERITY_NAMES } from './report-words.js';

const SECTION_NAMES = { truthOfInformation: '信息真实性', repaymentAbility: '还款能力', creditStanding: '信用状况' } as const;
const FIVE_C_NAMES = { character: '品格', capacity: '能力', capital: '资本', collateral: '担保', conditions: '环境' } as const;

/**
 * The risk assessment report as the committee reads it [4.9, 4.11]: made of the final report alone, so that the same report has the same bytes; one that a
 * newer version has taken the place of is marked.
 */
export function riskReportPaper(report: RiskReport, superseded: boolean): Paper {
  const { id, applicationId, reportVersion, hash, finalisedAt, finalisedBy, investigatorIds, judgement } = report;
  return {
    title: '风险评估报告',
    blocks: [
      facts(['报告编号', id], ['申请编号', applicationId], ['版次', `第 ${reportVersion} 版`], ['调查员', investigatorIds.join('、')]),
      facts(['出具人', finalisedBy], ['出具时间', finalisedAt.toISOString()]),
      ...conclusion(report),
      ...Object.entries(SECTION_NAMES).flatMap(([part, name], place) => [
        heading(`${'一二三'[place]}、${name}`),
        paragraph(report.sections[part as keyof typeof SECTION_NAMES]),
      ]),
      heading('四、5C 评价'),
      facts(...Object.entries(FIVE_C_NAMES).map(([part, name]) => [name, report.fiveC[part as keyof typeof FIVE_C_NAMES]] as const)),
      ...scoring(report),
      ...contradictions(report),
      ...(judgement ? judgementBlocks(judgement, report.exposure) : []),
    ],
    footer: [`报告编号：${id}`, `内容校验码：${hash}`],
    mark: superseded ? '已被新版取代' : null,
    madeAt: finalisedAt,
  };
}

function conclusion(report: RiskReport): Block[] {
  const { requested, recommended, rating, recommendation, recommendationReason, proposedConditions, judgement } = report;
  return [
    heading('结论'),
    facts(['风险等级', RATING_NAMES[rating]], ['建议', RECOMMENDATION_NAMES[recommendation]], ['理由', recommendationReason ?? '—']),
    table(
      [
        { title: '项目', share: 2 },
        { title: '申请', share: 3, align: 'end' },
        { title: '建议', share: 3, align: 'end' },
      ],
      [
        ['金额（元）', amountText(requested.amountFen), amountText(recommended.amountFen)],
        ['期限（月）', String(requested.termMonths), String(recommended.termMonths)],
        ['年利率', percent(requested.annualRate), recommended.annualRate === null ? '按产品公布利率' : percent(recommended.annualRate)],
      ],
    ),
    facts(['调整理由', judgement?.termsReason ?? '—'], ...proposedConditions.map((one, place) => [`建议条件 ${place + 1}`, one] as const)),
    ...rework(judgement),
  ];
}

function rework(judgement: ReportJudgement | null | undefined): Block[] {
  if (!judgement || judgement.rework.length === 0) return [];
  const columns = [
    { title: '审委会要求复查', share: 1 },
    { title: '复查情况', share: 1 },
  ];
  return [
    heading('复查情况'),
    table(
      columns,
      judgement.rework.map(({ asked, found }) => [asked, found]),
    ),
  ];
}

function scoring({ score, judgement }: RiskReport): Block[] {
  const matrix = judgement
    ? `${RATING_NAMES[score.rating]} × ${ABILITY_NAMES[judgement.stress.ability]} → ${RATING_NAMES[judgement.leastRating]}`
    : '—';
  return [
    heading('五、评分与评级矩阵'),
    facts(
      ['评分卡', `${score.cardId} 第 ${score.cardVersion} 版`],
      ['得分', String(score.score)],
      ['评分结论', `${RATING_NAMES[score.rating]}，${RECOMMENDATION_NAMES[score.recommendation]}`],
      ['评级矩阵（评分 × 还款能力）', matrix],
    ),
  ];
}

function contradictions({ contradictions: found, waivers, judgement }: RiskReport): Block[] {
  const answerOf = (one: (typeof found)[number]) =>
    judgement?.contradictionAnswers.find((said) => said.code === one.code && said.stated === one.stated && said.found === one.found)
      ?.explanation;
  return [
    heading('六、矛盾与说明'),
    table(
      [
        { title: '矛盾', share: 3 },
        { title: '程度', share: 1 },
        { title: '申报', share: 3 },
        { title: '核实', share: 3 },
        { title: '说明', share: 4 },
      ],
      found.map((one) => [
        CONTRADICTION_NAMES[one.code],
        one.severity ? SEVERITY_NAMES[one.severity] : '—',
        one.stated,
        one.found,
        answerOf(one) ?? '未说明',
      ]),
    ),
    heading('七、免除的调查方式'),
    table(
      [
        { title: '方式', share: 1 },
        { title: '理由', share: 3 },
      ],
      waivers.map(({ method, reason }) => [CHECK_NAMES[method], reason]),
    ),
  ];
}

/** A yearly rate as a percentage with two places at most. */
export function percent(rate: string): string {
  const hundredths = divideRounded(rateToScaled(parseRate(rate)) * 10_000n, RATE_SCALE, 'HALF_UP');
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`;
}
