// What is too serious to wait for a deadline (重大事项): a high risk alert, money used for something else, an amount above the threshold, a severe
// violation. Each calls the departments that must find the answer together, at once and once.
import type { Department, Fen } from '@weilend/kernel';
import type { MeetingCause } from './meeting.js';

export interface MajorMatter {
  readonly cause: MeetingCause;
  /** One meeting per matter. */
  readonly causeKey: string;
  readonly title: string;
  readonly agenda: readonly string[];
  readonly departments: readonly Department[];
  /** What it is about: an application, a loan, a customer, an employee's violation. */
  readonly subject: string;
  readonly handoffId: string | null;
}

export interface AlertFacts {
  readonly alertId: string;
  readonly category: 'CREDIT' | 'MARKET' | 'POLICY';
  readonly level: string;
  readonly aboutId: string;
}

/** HIGH alerts only; compliance joins when the policy is at stake, finance otherwise [7.1, 8.3]. */
export function matterOfAlert(alert: AlertFacts): MajorMatter | null {
  if (alert.level !== 'HIGH') return null;
  return {
    cause: 'HIGH_RISK_ALERT',
    causeKey: `alert:${alert.alertId}`,
    title: '高风险预警协调会',
    agenda: [`风险预警 ${alert.alertId}（${alert.category}）`, '风险处置措施与责任人'],
    departments: ['risk', 'sales', alert.category === 'POLICY' ? 'compliance' : 'finance'],
    subject: alert.aboutId,
    handoffId: null,
  };
}

export interface EscalationFacts extends AlertFacts {
  readonly cause: string;
  readonly escalationNo: number;
}

/** Why a meeting about an alert is needed, in the words of its agenda. */
const ESCALATIONS: Readonly<Record<string, string>> = {
  NOT_ACKNOWLEDGED: '预警超时未确认',
  NOT_ASSESSED: '预警超时未评估',
  NOT_MEASURED: '预警超时未采取措施',
  NOT_CLOSED: '预警超时未办结',
  RAISED_TO_HIGH: '预警等级上调为高',
  MEASURE_INEFFECTIVE: '风险措施无效',
  BY_HAND: '风险部上报',
};

/** A HIGH alert that its deadline or its measures did not settle: the departments meet again, once for each escalation [4.23, 7.4, 8.3]. */
export function matterOfEscalation(alert: EscalationFacts): MajorMatter | null {
  const matter = matterOfAlert(alert);
  if (!matter) return null;
  const why = ESCALATIONS[alert.cause] ?? alert.cause;
  const causeKey = `alert:${alert.alertId}:${alert.escalationNo}`;
  return { ...matter, causeKey, title: '高风险预警升级协调会', agenda: [`${why}：${matter.agenda[0]}`, ...matter.agenda.slice(1)] };
}

/** A customer of high risk whom nobody tracks by a plan, or whose review is late [7.5, 7.6, 8.3]. */
export function matterOfWatch(watch: { watchId: string; aboutId: string; cause: string; escalationNo: number }): MajorMatter {
  const what = watch.cause === 'REVIEW_OVERDUE' ? '专项风险防控方案超期未复核' : '高风险客户无专人跟踪或无专项风险防控方案';
  return {
    cause: 'HIGH_RISK_ALERT',
    causeKey: `watch:${watch.watchId}:${watch.escalationNo}`,
    title: '重点关注客户协调会',
    agenda: [`${what}：${watch.watchId}`, '跟踪责任人与防控方案'],
    departments: ['risk', 'sales', 'finance'],
    subject: watch.aboutId,
    handoffId: null,
  };
}

/** An inspection that found the money used for something else [4.20, 8.3]. */
export function matterOfInspection(inspection: { inspectionId: string; verdict: string; applicationId: string }): MajorMatter | null {
  if (inspection.verdict !== 'MISUSE') return null;
  return {
    cause: 'MISUSE_OF_FUNDS',
    causeKey: `inspection:${inspection.inspectionId}`,
    title: '贷款资金用途违约协调会',
    agenda: [`贷后检查 ${inspection.inspectionId}：资金用途与约定不符`, '提前收回、追加担保或其他措施'],
    departments: ['sales', 'risk', 'finance', 'compliance'],
    subject: inspection.applicationId,
    handoffId: null,
  };
}

/** Severe violations only [7.8, 8.3]. */
export function matterOfViolation(violation: { violationId: string; severity: string }): MajorMatter | null {
  if (violation.severity !== 'SEVERE') return null;
  return {
    cause: 'SEVERE_VIOLATION',
    causeKey: `violation:${violation.violationId}`,
    title: '严重违规协调会',
    agenda: [`违规事项 ${violation.violationId}`, '影响范围、整改与责任追究'],
    departments: ['compliance', 'sales', 'hr'],
    subject: violation.violationId,
    handoffId: null,
  };
}

export interface LargeDecision {
  readonly handoffId: string;
  readonly applicationId: string;
  readonly amountFen: Fen;
}

/** An application whose amount lies above the parameter major-matter.amount goes to a meeting before it is decided [8.3]. */
export function matterOfAmount(decision: LargeDecision, thresholdFen: Fen): MajorMatter | null {
  if (decision.amountFen <= thresholdFen) return null;
  return {
    cause: 'MAJOR_AMOUNT',
    causeKey: `amount:${decision.handoffId}`,
    title: '大额贷款协调会',
    agenda: [`申请 ${decision.applicationId} 金额超过重大事项标准`, '授信方案、资金安排与风险缓释'],
    departments: ['risk', 'approval', 'sales', 'finance'],
    subject: decision.applicationId,
    handoffId: decision.handoffId,
  };
}
