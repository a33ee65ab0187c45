import { formatYuan, rmbCapitals } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { methodName, percentText } from './clauses.js';
import type { ContractClause } from './clauses.js';

// The text of a supplementary agreement: the contract that it belongs to, each term that changes as it was and as it becomes, from when on it
// holds, and that all else stays. What does not change is not mentioned, so that nobody signs again what he has signed already.

/** Terms of a loan that runs: what is still owed, and on which conditions. */
export interface RunningTerms {
  readonly principalFen: number;
  readonly annualRate: string;
  readonly method: string;
  readonly maturesOn: LocalDate;
}

export interface AmendmentFacts {
  readonly lender: string;
  readonly borrower: string;
  readonly contractId: string;
  readonly before: RunningTerms;
  readonly after: RunningTerms;
  readonly effectiveOn: LocalDate;
}

export const AMENDMENT_TEXT_VERSION = '2026-1';

export function amendmentText(facts: AmendmentFacts): readonly ContractClause[] {
  const { lender, borrower, contractId, effectiveOn, after } = facts;
  const owed = `人民币${formatYuan(after.principalFen)}元（大写：${rmbCapitals(after.principalFen)}）`;
  return [
    clause('PARTIES', '协议双方', `贷款人：${lender}。借款人：${borrower}。`),
    clause(
      'CONTRACT',
      '原合同',
      `本协议为双方所签贷款合同（编号：${contractId}）的补充协议。自${effectiveOn}起，尚未归还的借款本金为${owed}。`,
    ),
    clause('CHANGES', '变更内容', `自${effectiveOn}起：${changesOf(facts).join('；')}。各期应还金额以变更后的还款计划为准。`),
    clause('FEES', '费用', '贷款人不因本次变更收取任何费用；已计收的利息、罚息以贷款人出具的明细为准。'),
    clause('REST', '其他条款', '原合同未变更的条款继续有效；本协议与原合同不一致的，以本协议为准。本协议经借款人确认并签署后生效。'),
  ];
}

/** Each term that changes, as it was and as it becomes. */
export function changesOf({ before, after }: Pick<AmendmentFacts, 'before' | 'after'>): readonly string[] {
  const changes = [
    ['借款年利率', percentText(before.annualRate), percentText(after.annualRate)],
    ['还款方式', methodName(before.method), methodName(after.method)],
    ['到期日', before.maturesOn, after.maturesOn],
  ] as const;
  const said = changes.filter(([, from, to]) => from !== to).map(([name, from, to]) => `${name}由${from}变更为${to}`);
  return said.length > 0 ? said : ['利率、还款方式和到期日不变，各期应还金额重新安排'];
}

const clause = (key: string, title: string, text: string): ContractClause => ({ key, title, text });
