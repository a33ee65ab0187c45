import { facts, paragraph } from '@weilend/documents';
import type { Paper } from '@weilend/documents';
import { canonicalHash, instantOf } from '@weilend/kernel';
import type { HonourAward } from '../../domain/honour/honour.js';
import type { HonourKind } from '../../domain/honour/honour-rule.js';
import type { HonourMetric } from '../../domain/honour/measure.js';
import { amountText } from '@weilend/documents';

export const HONOUR_NAMES: Readonly<Record<HonourKind, string>> = { EXCELLENT_SALESPERSON: '优秀销售员', SALES_CHAMPION: '销售冠军' };
const METRIC_NAMES: Readonly<Record<HonourMetric, string>> = {
  TOTAL_SCORE: '考核得分',
  DISBURSED_AMOUNT: '发放金额（元）',
  LOANS: '贷款笔数',
  NEW_CUSTOMERS: '新增客户数',
  SATISFACTION: '客户满意度',
  TRAINING_HOURS: '培训学时',
};
const QUARTER_NAMES = ['一', '二', '三', '四'] as const;

/** The certificate of an award (荣誉证书) [5.9]: made of the award alone, so that the same award has the same bytes whenever it is printed; once taken back it says so and is void. */
export function honourCertificate(award: HonourAward): Paper {
  const { id, honour, period, recipientName, place, shared, values, confirmedOn, revocation } = award;
  const name = HONOUR_NAMES[honour];
  const said = `在${periodName(period)}的销售工作中表现突出，经公司评选，荣获“${name}”称号${shared ? '（并列）' : ''}，特发此证，以资鼓励。`;
  return {
    title: revocation ? '荣誉证书（已撤销）' : '荣誉证书',
    blocks: [
      ...(revocation ? [paragraph(`该荣誉已于 ${revocation.on} 撤销，本证书作废。`)] : []),
      paragraph(`${recipientName}：`),
      paragraph(said),
      facts(['荣誉称号', name], ['评选期间', periodName(period)], ['名次', `第 ${place} 名${shared ? '（并列）' : ''}`]),
      facts(...values.map(({ metric, value }) => [METRIC_NAMES[metric], valueText(metric, value)] as const)),
      facts(['颁发日期', confirmedOn], ['证书编号', id]),
    ],
    footer: [`证书编号：${id}`, `内容校验码：${canonicalHash({ id, honour, period, recipientName, place, shared, values, confirmedOn })}`],
    madeAt: instantOf(confirmedOn),
  };
}

/** `2026-Q3` is 2026 年第三季度, `2026` is 2026 年度. */
export function periodName(period: string): string {
  const quarter = QUARTER_NAMES[Number(period.slice(6)) - 1];
  return period.length === 4 ? `${period} 年度` : `${period.slice(0, 4)} 年第${quarter ?? ''}季度`;
}

const valueText = (metric: HonourMetric, value: string): string =>
  metric === 'DISBURSED_AMOUNT' && value !== '-' ? amountText(Number(value)) : value;
