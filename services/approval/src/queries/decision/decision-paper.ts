import { amountText, facts, heading, paragraph, table } from '@weilend/documents';
import type { Block, Paper } from '@weilend/documents';
import { instantOf, rmbCapitals } from '@weilend/kernel';
import type { ApprovalCase, LoanTerms } from '../../domain/case/approval-case.js';
import type { Decision } from '../../domain/decision/decide.js';
import { AUTHORITY, CHOICE, electorText, METHOD, OFFICE, RECUSAL, RESULT } from '../../domain/minutes/decision-minutes.js';

const DEPARTMENT = { risk: '风险评估部门', finance: '财务部门', compliance: '法务合规部门' } as const;
const EVIDENCE = {
  ...{ DOCUMENT: '文件', GUARANTEE: '保证', COLLATERAL_REGISTRATION: '抵押登记', INSURANCE: '保险', PHOTO: '照片', OTHER: '其他' },
} as const;

/** The minutes of a case (贷审会决议书) as they are printed: from the record alone, so that the same decision has the same bytes for ever [4.12, 4.13]. */
export function decisionPaper(approvalCase: ApprovalCase, decision: Decision & { readonly minutesHash: string }): Paper {
  return {
    title: '贷款审批委员会决议书',
    blocks: [
      facts(['决议编号', decision.id], ['案件编号', decision.caseId], ['申请编号', decision.applicationId]),
      heading('一、申请'),
      termsOf(approvalCase.asked),
      heading('二、依据'),
      basisOf(decision),
      heading('三、部门意见'),
      opinionsOf(decision),
      heading('四、回避与表决'),
      ...ballotOf(approvalCase, decision),
      heading('五、决定'),
      ...outcomeOf(decision),
    ],
    footer: [`决议编号：${decision.id}`, `记录校验码：${decision.minutesHash}`],
    mark: null,
    madeAt: instantOf(decision.decidedOn),
  };
}

function termsOf(terms: LoanTerms): Block {
  return facts(
    ['产品', terms.productId],
    ['金额', `人民币${amountText(terms.amountFen)}元（大写：${rmbCapitals(terms.amountFen)}）`],
    ['期限', `${terms.termMonths} 个月`],
    ['年利率', terms.annualRate],
    ['还款方式', METHOD[terms.method]],
  );
}

function basisOf({ report, policyVersion, policyHash, authority, reconsiders }: Decision): Block {
  return facts(
    ['风险评估报告', `${report.reportId} 第 ${report.reportVersion} 版`],
    ['报告哈希 (SHA-256)', report.reportHash],
    ['风险评级', report.rating],
    ['评分', `${report.score}（评分卡 ${report.scorecardId} 第 ${report.scorecardVersion} 版）`],
    ['评分卡哈希 (SHA-256)', report.scorecardHash ?? '—'],
    ['审批政策', `第 ${policyVersion} 版`],
    ['政策哈希 (SHA-256)', policyHash ?? '—'],
    ['审批权限', AUTHORITY[authority]],
    ['复议所针对的决议', reconsiders ?? '—'],
  );
}

function opinionsOf({ opinions }: Decision): Block {
  const columns = ['部门', '意见', '时限'].map((title) => ({ title, share: 1 }));
  const rows = opinions.map((one) => [DEPARTMENT[one.department], one.stance ?? '未答复', one.late ? '逾期' : '按时']);
  return table(columns, rows, '未征求部门意见');
}

function ballotOf({ recusals, votes, veto }: ApprovalCase, { tally, vetoed, electors }: Decision): Block[] {
  const aside = recusals.map((one) => [one.employeeId, RECUSAL[one.kind], one.reason]);
  const cast = votes.map((one) => [
    one.seatOf === one.employeeId ? one.employeeId : `${one.employeeId}（代 ${one.seatOf}）`,
    OFFICE[one.office],
    CHOICE[one.choice],
    one.reason,
  ]);
  return [
    table(columnsOf(['回避人', '方式', '事由'], [2, 1, 3]), aside, '无人回避'),
    table(columnsOf(['表决人', '职务', '表决', '理由'], [3, 1, 1, 4]), cast, '无表决'),
    facts(
      ['有表决权', electors?.map(electorText).join('、') ?? '—'],
      ['应到席位', String(tally.base)],
      ['法定票数', String(tally.needed)],
      ['计票', `有效 ${tally.cast}，同意 ${tally.yes}，不同意 ${tally.no}`],
      ['一票否决', veto ? `${veto.employeeId}：${veto.reason}${vetoed ? '' : '（未改变结果）'}` : '—'],
    ),
  ];
}

function outcomeOf(decision: Decision): Block[] {
  const result = facts(
    ['结果', RESULT[decision.result]],
    ['日期', decision.decidedOn],
    ['有效期至', decision.validUntil ?? '不适用'],
    ['记录人', decision.decidedBy],
  );
  if (decision.terms === null) return [result, heading('理由'), ...decision.reasons.map((reason) => paragraph(reason))];
  const rows = decision.conditions.map((one) => [one.text, one.ownerId, EVIDENCE[one.evidenceKind]]);
  return [
    result,
    heading('批准条件'),
    termsOf(decision.terms),
    table(columnsOf(['附加条件', '负责人', '证据'], [4, 3, 1]), rows, '无附加条件'),
  ];
}

function columnsOf(titles: readonly string[], shares: readonly number[]) {
  return titles.map((title, place) => ({ title, share: shares[place] ?? 1 }));
}
