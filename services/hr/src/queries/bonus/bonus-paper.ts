import { amountText, facts, heading, paragraph, table } from '@weilend/documents';
import type { Block, Paper } from '@weilend/documents';
import type { BonusState } from '../../domain/bonus/bonus.machine.js';
import type { BonusClawback, BonusPart } from '../../domain/bonus/clawback.js';
import type { Employee } from '../../domain/employee/employee.js';
import type { BonusView, DeferredView } from './bonus-view.js';
import { BONUS_STATE_NAMES, DEFERRED_STATE_NAMES } from './bonus-words.js';

const MARKS: Readonly<Partial<Record<BonusState, string>>> = { PREPARED: '待审批', REJECTED: '作废', BLOCKED: '停发' };

export interface BonusPaperFacts {
  readonly bonus: BonusView;
  readonly employee: Pick<Employee, 'name' | 'employeeNo'> | null;
  readonly parts: readonly BonusPart[];
  readonly clawbacks: readonly BonusClawback[];
  readonly deferred: DeferredView | null;
}

/** A bonus statement as its person reads it: every line with how it came about, what is deferred, taken back and paid, and each loan's part [5.6]. */
export function bonusPaper({ bonus, employee, parts, clawbacks, deferred }: BonusPaperFacts): Paper {
  const { id, quarter, state, formulaId, approvedAt, preparedAt } = bonus;
  return {
    title: '绩效奖金单',
    blocks: [
      facts(
        ['奖金单编号', id],
        ['姓名', employee?.name ?? '—'],
        ['工号', employee?.employeeNo ?? '—'],
        ['季度', quarter],
        ['状态', BONUS_STATE_NAMES[state]],
        ['公式', formulaId],
      ),
      ...blocked(bonus),
      heading('一、奖金计算'),
      table(
        [
          { title: '项目', share: 2 },
          { title: '系数', share: 1, align: 'end' },
          { title: '说明', share: 5 },
          { title: '金额（元）', share: 2, align: 'end' },
        ],
        bonus.lines.map(({ name, factor, explanation, amountFen }) => [name, factor ?? '—', explanation, amountText(amountFen)]),
      ),
      heading('二、发放'),
      facts(...payment(bonus)),
      ...deferral(deferred),
      heading('四、追回'),
      clawbackTable(clawbacks),
      heading('五、各笔贷款的奖金'),
      partTable(parts),
    ],
    footer: [`奖金单编号：${id}`, `考核表编号：${bonus.appraisalId}`],
    mark: MARKS[state] ?? null,
    madeAt: approvedAt ?? preparedAt,
  };
}

function blocked({ blockedBy }: BonusView): Block[] {
  return blockedBy.length === 0 ? [] : [paragraph(`因严重违规，本季度奖金停发。违规记录：${blockedBy.join('、')}`)];
}

function payment(bonus: BonusView): (readonly [string, string])[] {
  const { totalFen, deferredFen, paidNowFen, owedBeforeFen, setOffFen, payoutFen, paidOn, reference, returnReasons, nextStepText } = bonus;
  return [
    ['奖金总额', `${amountText(totalFen)} 元`],
    ['其中递延', `${amountText(deferredFen)} 元`],
    ['其中当期', `${amountText(paidNowFen)} 元`],
    ['此前待追回余额', `${amountText(owedBeforeFen)} 元`],
    ['本次抵扣', `${amountText(setOffFen)} 元`],
    ['应发', `${amountText(payoutFen)} 元`],
    ['发放日期', paidOn ?? '—'],
    ['付款凭证号', reference ?? '—'],
    ...(returnReasons.length > 0 && nextStepText ? [['财务退回', `${returnReasons.join('；')}。${nextStepText}`] as const] : []),
  ];
}

function deferral(deferred: DeferredView | null): Block[] {
  if (!deferred) return [heading('三、递延奖金'), paragraph('无递延部分。')];
  const { state, amountFen, takenFen, withheldFen, dueFen, setOffFen, payoutFen, releaseOn, releasedOn, paidOn, reference } = deferred;
  return [
    heading('三、递延奖金'),
    facts(
      ['状态', DEFERRED_STATE_NAMES[state]],
      ['递延金额', `${amountText(amountFen)} 元`],
      ['可发放日', releaseOn],
      ['已追回', `${amountText(takenFen)} 元`],
      ['因贷款不良不予发放', `${amountText(withheldFen)} 元`],
      ['核定日', releasedOn ?? '—'],
      ['核定发放', `${amountText(dueFen)} 元`],
      ['抵扣', `${amountText(setOffFen)} 元`],
      ['应发', `${amountText(payoutFen)} 元`],
      ['发放日期', paidOn ?? '—'],
      ['付款凭证号', reference ?? '—'],
    ),
  ];
}

function clawbackTable(clawbacks: readonly BonusClawback[]): Block {
  return table(
    [
      { title: '贷款', share: 4 },
      { title: '不良日', share: 2 },
      { title: '追回（元）', share: 2, align: 'end' },
      { title: '抵递延（元）', share: 2, align: 'end' },
      { title: '抵下期（元）', share: 2, align: 'end' },
    ],
    clawbacks.map((one) => [
      one.loanId,
      one.badSince,
      amountText(one.amountFen),
      amountText(one.fromDeferredFen),
      amountText(one.carriedFen),
    ]),
  );
}

function partTable(parts: readonly BonusPart[]): Block {
  return table(
    [
      { title: '贷款', share: 4 },
      { title: '发放金额（元）', share: 3, align: 'end' },
      { title: '奖金（元）', share: 2, align: 'end' },
      { title: '其中递延（元）', share: 2, align: 'end' },
      { title: '追回（元）', share: 2, align: 'end' },
      { title: '不予发放（元）', share: 2, align: 'end' },
    ],
    parts.map((part) => [
      part.loanId,
      amountText(part.amountFen),
      amountText(part.partFen),
      amountText(part.deferredFen),
      amountText(part.takenFen),
      amountText(part.withheldFen),
    ]),
  );
}
