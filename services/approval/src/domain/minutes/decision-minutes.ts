// The minutes of a decision (贷审会决议书) are written from the record, not by hand: what was asked, which report and policy it rests on, who stood
// aside, who voted how and why, what came out of it. The same record always gives the same text, so its hash proves it unchanged [4.12].
import { formatYuan, rmbCapitals } from '@weilend/kernel';
import type { ApprovalCase, LoanTerms, Vote } from '../case/approval-case.js';
import type { Elector } from '../case/electorate.js';
import type { Decision } from '../decision/decide.js';
import { factTable, page, textList } from './html.js';

export const RESULT = { APPROVED: '同意', CONDITIONAL: '有条件同意', REJECTED: '不同意' } as const;
export const AUTHORITY = { INDIVIDUAL: '主任委员个人审批', SMALL: '审批小组', FULL: '全体委员会' } as const;
export const METHOD = {
  EQUAL_INSTALMENT: '等额本息',
  EQUAL_PRINCIPAL: '等额本金',
  INTEREST_ONLY: '先息后本',
  BULLET: '到期一次还本付息',
} as const;
export const OFFICE = { CHAIR: '主任委员', MEMBER: '委员', SECRETARY: '秘书', SUBSTITUTE: '候补委员' } as const;
export const CHOICE = { YES: '同意', NO: '不同意' } as const;
export const RECUSAL = { DECLARED: '主动回避', FORCED: '责令回避', CONFLICT: '利益冲突回避' } as const;

/** HTML in Chinese; people appear by their employee ids. */
export function decisionMinutes(approvalCase: ApprovalCase, decision: Decision): string {
  const sections = [
    ['一、申请', termsTable(approvalCase.asked)],
    ['二、依据', basis(decision)],
    [
      '三、回避',
      textList(
        approvalCase.recusals.map((one) => `${one.employeeId}（${RECUSAL[one.kind]}）：${one.reason}`),
        '无人回避',
      ),
    ],
    ['四、表决', ballot(approvalCase, decision)],
    ['五、决定', outcome(decision)],
  ] as const;
  const body = sections.map(([title, content]) => `<section><h2>${title}</h2>${content}</section>`).join('');
  return page(`贷款审批委员会决议 ${decision.id}`, body);
}

function termsTable(terms: LoanTerms): string {
  return factTable([
    ['产品', terms.productId],
    ['金额', `${formatYuan(terms.amountFen)} 元（${rmbCapitals(terms.amountFen)}）`],
    ['期限', `${terms.termMonths} 个月`],
    ['年利率', terms.annualRate],
    ['还款方式', METHOD[terms.method]],
  ]);
}

function basis({ applicationId, caseId, report, policyVersion, policyHash, authority }: Decision): string {
  return factTable([
    ['申请编号', applicationId],
    ['案件编号', caseId],
    ['风险评估报告', `${report.reportId} 第 ${report.reportVersion} 版`],
    ['报告哈希 (SHA-256)', report.reportHash],
    ['风险评级', report.rating],
    ['评分', `${report.score}（评分卡 ${report.scorecardId} 第 ${report.scorecardVersion} 版）`],
    ['评分卡哈希 (SHA-256)', report.scorecardHash ?? '未记录'],
    ['审批政策', `第 ${policyVersion} 版`],
    ['政策哈希 (SHA-256)', policyHash ?? '未记录'],
    ['审批权限', AUTHORITY[authority]],
  ]);
}

function ballot(approvalCase: ApprovalCase, { tally, vetoed, electors }: Decision): string {
  const votes = approvalCase.votes.map(voteText);
  const veto = approvalCase.veto
    ? [`主任委员 ${approvalCase.veto.employeeId} 行使否决权：${approvalCase.veto.reason}${vetoed ? '' : '（未改变结果）'}`]
    : [];
  const count = `应到 ${tally.base}，法定 ${tally.needed}，有效票 ${tally.cast}，同意 ${tally.yes}，不同意 ${tally.no}`;
  const entitled = (electors ?? []).map((one) => electorText(one)).join('、');
  return `${factTable([
    ['有表决权', entitled === '' ? '未记录' : entitled],
    ['计票', count],
  ])}${textList([...votes, ...veto], '无表决')}`;
}

/** One vote as the minutes tell it; the check of a decision looks for these words. */
export function voteText({ employeeId, office, choice, reason }: Vote): string {
  return `${employeeId}（${OFFICE[office]}）：${CHOICE[choice]}。${reason}`;
}

/** One entitled person as the minutes name him; the check of a decision looks for these words. */
export function electorText({ employeeId, office, seatOf, present }: Elector): string {
  const stood = seatOf === employeeId ? '' : `，代 ${seatOf}`;
  return `${employeeId}（${OFFICE[office]}${stood}${present ? '' : '，缺席'}）`;
}

function outcome(decision: Decision): string {
  const facts = factTable([
    ['结果', RESULT[decision.result]],
    ['日期', decision.decidedOn],
    ['有效期至', decision.validUntil ?? '不适用'],
    ['记录人', decision.decidedBy],
  ]);
  if (decision.terms === null) return `${facts}<h3>理由</h3>${textList(decision.reasons, '无')}`;
  const conditions = decision.conditions.map((one) => `${one.text}（负责人 ${one.ownerId}，${one.dueOn} 前，证据：${one.evidenceKind}）`);
  return `${facts}<h3>批准条件</h3>${termsTable(decision.terms)}<h3>附加条件</h3>${textList(conditions, '无附加条件')}`;
}
