import { amountText, facts, heading, table } from '@weilend/documents';
import type { Block } from '@weilend/documents';
import type { Concentration } from '../../domain/report/concentration.js';
import type { ReportJudgement } from '../../domain/report/report-judgement.js';
import type { RepaymentStress, StressCase } from '../../domain/report/repayment-stress.js';
import type { Exposure } from '../../domain/report/risk-report.js';
import { ABILITY_NAMES, RELATED_NAMES } from './report-words.js';

const BASIS_NAMES = { AS_QUOTED: '按报价口径的月供', AS_IF_EQUAL_INSTALMENTS: '到期还本的贷款，按等额本息折算月供' } as const;

/** Stress of the repayment ability, and exposure with its concentration, as the paper shows them. */
export function judgementBlocks({ stress, concentration }: ReportJudgement, exposure: Exposure): Block[] {
  return [...stressBlocks(stress), ...concentrationBlocks(concentration, exposure)];
}

function stressBlocks({ basis, cases, breakEvenIncomeFen, ability, policy }: RepaymentStress): Block[] {
  return [
    heading('八、还款能力压力测试'),
    facts(
      ['月供口径', BASIS_NAMES[basis]],
      ['债务支出占收入上限', share(Math.round(Number(policy.debtServiceLimit) * 10_000))],
      ['保本月收入（元）', breakEvenIncomeFen === null ? '未核实负债' : amountText(breakEvenIncomeFen)],
      ['还款能力', ABILITY_NAMES[ability]],
    ),
    table(
      [
        { title: '情景', share: 4 },
        { title: '月收入', share: 3, align: 'end' },
        { title: '月供', share: 3, align: 'end' },
        { title: '全部债务支出', share: 3, align: 'end' },
        { title: '占收入', share: 2, align: 'end' },
        { title: '结余', share: 3, align: 'end' },
        { title: '可承受', share: 1 },
      ],
      cases.map((one) => [
        caseName(one),
        amountText(one.incomeFen),
        amountText(one.instalmentFen),
        amountText(one.debtServiceFen),
        one.debtServiceBps === null ? '—' : share(one.debtServiceBps),
        one.leftFen === null ? '—' : amountText(one.leftFen),
        one.carries ? '是' : '否',
      ]),
      '收入或负债未核实，未作测试',
    ),
  ];
}

function concentrationBlocks(concentration: Concentration, { loanCount, disbursedFen }: Exposure): Block[] {
  const { outstandingFen, newLoanFen, groupOutstandingFen, parties, singleLimitBps, groupLimitBps } = concentration;
  return [
    heading('九、敞口与集中度'),
    facts(
      ['历史放款', `${loanCount} 笔，共 ${amountText(disbursedFen)} 元`],
      ['借款人余额（元）', amountText(outstandingFen)],
      ['本次贷款（元）', amountText(newLoanFen)],
      ['含关联方余额（元）', amountText(groupOutstandingFen)],
      ['占单户限额', singleLimitBps === null ? '—' : share(singleLimitBps)],
      ['占集团限额', groupLimitBps === null ? '—' : share(groupLimitBps)],
    ),
    table(
      [
        { title: '关联方', share: 4 },
        { title: '关系', share: 2 },
        { title: '笔数', share: 1, align: 'end' },
        { title: '余额（元）', share: 3, align: 'end' },
      ],
      parties.map((one) => [one.customerId, RELATED_NAMES[one.relatedAs], String(one.loanCount), amountText(one.outstandingFen)]),
    ),
  ];
}

function caseName({ incomeFall, rateRise }: StressCase): string {
  const parts = [
    ...(Number(incomeFall) > 0 ? [`收入下降 ${share(Math.round(Number(incomeFall) * 10_000))}`] : []),
    ...(Number(rateRise) > 0 ? [`利率上升 ${share(Math.round(Number(rateRise) * 10_000))}`] : []),
  ];
  return parts.length > 0 ? parts.join('，') : '现状';
}

/** Basis points as a percentage. */
function share(bps: number): string {
  return `${Math.trunc(bps / 100)}.${String(bps % 100).padStart(2, '0')}%`;
}
