import { amountText } from '@weilend/documents';
import type { BonusState, DeferredState } from '../../domain/bonus/bonus.machine.js';
import type { BonusInputs, BonusLine, BonusLineCode } from '../../domain/bonus/compute-bonus.js';
import { SCALE } from '../../domain/bonus/formula.js';
import type { NextStep } from '../../domain/bonus/payout.js';

export const BONUS_STATE_NAMES: Readonly<Record<BonusState, string>> = {
  ...{ PREPARED: '待审批', REJECTED: '已退回重编', SENT: '已移交财务', RETURNED: '财务退回', PAID: '已发放' },
  ...{ NOTHING_DUE: '无需发放', BLOCKED: '停发' },
};

export const DEFERRED_STATE_NAMES: Readonly<Record<DeferredState, string>> = {
  ...{ HELD: '递延中', SENT: '已移交财务', RETURNED: '财务退回', PAID: '已发放', NOTHING_DUE: '无需发放' },
};

export const LINE_NAMES: Readonly<Record<BonusLineCode, string>> = {
  ...{ BASE: '基数', PERFORMANCE: '业绩系数', SCORE: '考核得分系数', OVERDUE: '逾期系数', NPL: '不良系数' },
  ...{ MIN_SCORE: '最低得分', CAP_PERSON: '个人上限', CAP_SHARE_OF_BASE: '基数倍数上限' },
};

export const NEXT_STEP_TEXTS: Readonly<Record<NextStep, string>> = {
  REGISTER_ACCOUNT: '银行拒付：请员工向财务登记有效账户，然后重新移交。',
  ASK_FINANCE: '财务退回：请按退回理由与财务核对，问题解决后重新移交。',
  ALREADY_ORDERED: '财务已有该笔奖金的付款：请与财务核对，不要重复移交。',
};

/** Four decimals of a number in ten-thousandths: `1.2000`. */
export function decimal(scaled: number): string {
  const text = String(Math.abs(scaled)).padStart(5, '0');
  return `${scaled < 0 ? '-' : ''}${text.slice(0, -4)}.${text.slice(-4)}`;
}

/** One line of a bonus in the words of the person it is for. */
export function lineText({ code, factorBps, limitFen, amountFen }: BonusLine, inputs: BonusInputs): string {
  const after = `得 ${amountText(amountFen)} 元`;
  switch (code) {
    case 'BASE':
      if (factorBps !== null) return `发放金额 ${amountText(inputs.disbursedFen)} 元 × ${percentText(factorBps)}，${after}`;
      return limitFen === null ? `公式未列其岗位，${after}` : `按岗位的固定基数，${after}`;
    case 'PERFORMANCE':
      return `业绩 ${decimal(inputs.performance)} 分，系数 ${decimal(factorBps ?? SCALE)}，${after}`;
    case 'SCORE':
      return `考核得分 ${decimal(inputs.score)} 分，系数 ${decimal(factorBps ?? SCALE)}，${after}`;
    case 'OVERDUE':
      return `${riskText('逾期', inputs.overdueFen, inputs.outstandingFen)}，系数 ${decimal(factorBps ?? SCALE)}，${after}`;
    case 'NPL':
      return `${riskText('不良', inputs.nplFen, inputs.outstandingFen)}，系数 ${decimal(factorBps ?? SCALE)}，${after}`;
    case 'MIN_SCORE':
      return `考核得分低于最低要求，不发奖金`;
    default:
      return `不超过 ${amountText(limitFen ?? 0)} 元，${after}`;
  }
}

export function percentText(bps: number): string {
  return `${Math.floor(bps / 100)}.${String(bps % 100).padStart(2, '0')}%`;
}

function riskText(name: string, partFen: number | null, outstandingFen: number | null): string {
  if (partFen === null || outstandingFen === null || outstandingFen <= 0) return `${name}数据缺失，不影响奖金`;
  return `${name} ${amountText(partFen)} 元／余额 ${amountText(outstandingFen)} 元`;
}
