import { amountText, facts, heading, paragraph, table } from '@weilend/documents';
import type { Paper, Table } from '@weilend/documents';
import { divideRounded, parseRate, RATE_SCALE, rateToScaled, rmbCapitals } from '@weilend/kernel';
import { methodName } from '../../domain/contract/clauses.js';
import { PURPOSE_NAMES } from '../../domain/contract/purposes.js';
import { compareOffers } from '../../domain/enquiry/comparison.js';
import type { DisclosureText } from '../../domain/enquiry/disclosure.js';
import type { Proposal } from '../../domain/enquiry/proposal.js';
import type { ProposalState } from '../../domain/enquiry/proposal.machine.js';

/** Across every page of what cannot be taken. */
const MARKS: Readonly<Partial<Record<ProposalState, string>>> = {
  PRICING: '报价中',
  REFUSED: '未报价',
  DECLINED: '未采纳',
  EXPIRED: '已失效',
};

const WAYS = { PHONE: '电话', IN_PERSON: '当面', MESSAGE: '信息', LETTER: '书面' } as const;

export interface ProposalFacts {
  readonly productName: string;
  /** The text that the customer confirmed, or the one of the day on which it was made. */
  readonly disclosure: DisclosureText;
}

/** The proposal as the customer reads it: what he asked, what each method costs in all, until when, and what he must know [4.3, 7.9]. */
export function proposalPaper(proposal: Proposal, { productName, disclosure }: ProposalFacts): Paper {
  const { id, needs, startOn, validUntil, state } = proposal;
  return {
    title: '贷款方案建议书',
    blocks: [
      facts(
        ['方案编号', id],
        ['产品', productName],
        ['贷款用途', PURPOSE_NAMES[needs.purpose] ?? needs.purpose],
        ['借款金额', `人民币${amountText(needs.amountFen)}元（大写：${rmbCapitals(needs.amountFen)}）`],
        ['期限', `${needs.termMonths} 个月`],
        ['意向还款方式', methodName(needs.method)],
        ['测算起始日', startOn],
        ['有效期至', validUntil],
      ),
      heading('一、各还款方式成本比较'),
      offersTable(proposal),
      paragraph('以上为依据当日产品价格的测算，最终以审批结果、借款合同和《综合融资成本明示表》为准；本方案不构成放款承诺。'),
      heading('二、重要提示（强制披露）'),
      ...disclosure.items.map(({ title, text }, place) => paragraph(`${place + 1}. ${title === '' ? '' : `${title}：`}${text}`)),
      heading('三、客户确认'),
      facts(...confirmationOf(proposal)),
    ],
    footer: [`方案编号：${id}`, `披露文本版本：${disclosure.version}　校验码：${disclosure.hash}`],
    mark: MARKS[state] ?? null,
    madeAt: proposal.disclosure?.at ?? proposal.createdAt,
  };
}

function offersTable(proposal: Proposal): Table {
  // The day on which it was made: what it costs does not change when it runs out.
  const offers = compareOffers([{ ...proposal, state: 'QUOTED' }], proposal.startOn);
  const rows = offers.map((offer) => [
    `${methodName(offer.method)}${offer.isWanted ? '（意向）' : ''}`,
    amountText(offer.firstInstalmentFen),
    amountText(offer.totalInterestFen),
    amountText(offer.totalFeesFen),
    amountText(offer.totalCostFen),
    percent(offer.annualCostCompound),
    offer.withinCap ? '符合' : '超过上限，不可办理',
  ]);
  return table(
    [
      { title: '还款方式', share: 4 },
      { title: '首期还款（元）', share: 3, align: 'end' },
      { title: '利息合计（元）', share: 3, align: 'end' },
      { title: '费用合计（元）', share: 3, align: 'end' },
      { title: '总成本（元）', share: 3, align: 'end' },
      { title: '年化综合成本', share: 3, align: 'end' },
      { title: '成本上限', share: 3 },
    ],
    rows,
    '报价尚未完成',
  );
}

function confirmationOf({ disclosure, answer }: Proposal): (readonly [string, string])[] {
  const confirmed = disclosure ? `客户已于 ${disclosure.at.toISOString()} 确认（${WAYS[disclosure.how]}）` : '尚未确认';
  const said = answer ? (answer.accepted ? '接受' : `不接受：${answer.reason ?? ''}`) : '尚未答复';
  return [
    ['披露内容', confirmed],
    ['披露文本版本', disclosure?.textVersion ?? '—'],
    ['客户意见', said],
    ['客户签名', ''],
    ['日期', ''],
  ];
}

/** A rate with two places: `0.126825` is `12.68%`. */
function percent(rate: string): string {
  const hundredths = divideRounded(rateToScaled(parseRate(rate)) * 10_000n, RATE_SCALE, 'HALF_UP')
    .toString()
    .padStart(3, '0');
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}%`;
}
