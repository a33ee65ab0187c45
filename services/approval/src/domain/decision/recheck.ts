// A decision can be counted again by anybody from what is kept: who was entitled, how each one voted, what the policy asks, what lay on the table. This
// reading is written apart from the one that decided, so that a mistake in either shows. Each line says what was looked at and whether it holds [4.12, 7.3].
import { canonicalHash, formatYuan } from '@weilend/kernel';
import type { ApprovalCase, Vote } from '../case/approval-case.js';
import type { TermOfOffice } from '../member/member.js';
import { electorText, voteText } from '../minutes/decision-minutes.js';
import { escapeHtml } from '../minutes/html.js';
import { AUTHORITIES, policyHash } from '../policy/policy.js';
import type { AuthorityBand, CommitteePolicy } from '../policy/policy.js';
import type { Decision } from './decide.js';
import { isElectorate } from './recheck-electors.js';

export const DECISION_CHECKS = [
  'REPORT_CITED',
  'POLICY_HASH',
  'AUTHORITY',
  'ELECTORATE',
  'TALLY',
  'QUORUM',
  'RESULT',
  'TERMS',
  'REASONS',
  'PARTICIPANTS',
  'MINUTES_HASH',
  'MINUTES_TEXT',
] as const;
export type DecisionCheckName = (typeof DECISION_CHECKS)[number];

export interface DecisionCheck {
  readonly check: DecisionCheckName;
  readonly holds: boolean;
  readonly detail: string;
}

/** Everything that is on record about one decision. */
export interface DecisionRecord {
  readonly decision: Decision & { readonly minutesHtml: string; readonly minutesHash: string };
  readonly approvalCase: ApprovalCase;
  /** The policy version that the decision cites; null when there is none. */
  readonly policy: CommitteePolicy | null;
  /** Every term of office. */
  readonly terms: readonly TermOfOffice[];
}

/** Every line of the check; a decision stands when all of them hold. */
export function recheckDecision(record: DecisionRecord): DecisionCheck[] {
  const { decision, approvalCase, policy } = record;
  const band = approvalCase.bands.find(({ authority }) => authority === decision.authority) ?? null;
  const counted = countedVotes(record);
  const computed = policy ? policyHash(policy) : 'none';
  return [
    line('REPORT_CITED', canonicalHash(decision.report) === canonicalHash(approvalCase.report), citationOf(decision)),
    line('POLICY_HASH', isPolicy(record, computed), `version ${decision.policyVersion}, SHA-256 ${computed}`),
    line('AUTHORITY', isAuthority(record), decision.authority),
    line('ELECTORATE', isElectorate(record, counted, standingAside(approvalCase)), electorateText(decision, counted)),
    ...(band ? countLines(record, counted, band) : [line('TALLY', false, `the case has no band ${decision.authority}`)]),
    line('TERMS', areTerms(record), decision.terms ? `${decision.terms.amountFen} fen over ${decision.terms.termMonths} months` : 'none'),
    line('REASONS', areReasons(record, counted), `${decision.reasons.length} reasons, ${decision.conditions.length} conditions`),
    line('PARTICIPANTS', areParticipants(record, counted), `${counted.length} voters named`),
    line('MINUTES_HASH', canonicalHash(decision.minutesHtml) === decision.minutesHash, `SHA-256 ${decision.minutesHash}`),
    line('MINUTES_TEXT', areMinuted(record, counted), 'the report, and every vote with its reason'),
  ];
}

function line(check: DecisionCheckName, holds: boolean, detail: string): DecisionCheck {
  return { check, holds, detail };
}

function citationOf({ report }: Decision): string {
  return `${report.reportId} version ${report.reportVersion}, SHA-256 ${report.reportHash}`;
}

function electorateText({ tally, electors }: Decision, counted: readonly Vote[]): string {
  const named = electors ? `, ${electors.length} of them named` : ', not named then';
  return `${tally.base} seats entitled${named}, ${counted.length} voted`;
}

/** Nobody who stands aside, sold or investigated the loan counts; alone, only the chair does. */
function countedVotes({ decision, approvalCase }: DecisionRecord): readonly Vote[] {
  const aside = standingAside(approvalCase);
  const valid = approvalCase.votes.filter(({ employeeId }) => !aside.has(employeeId));
  return decision.authority === 'INDIVIDUAL' ? valid.filter(({ office }) => office === 'CHAIR') : valid;
}

function standingAside({ recusals, participants }: ApprovalCase): ReadonlySet<string> {
  const involved = participants.filter(({ role }) => role !== 'VOTER');
  return new Set([...recusals, ...involved].map(({ employeeId }) => employeeId));
}

/** The version on record says what it said when the case was opened, and the bands of the case are those of it that reach so far. */
function isPolicy({ decision, approvalCase, policy }: DecisionRecord, computed: string): boolean {
  if (
    !policy ||
    policy.state !== 'approved' ||
    policy.policyVersion !== decision.policyVersion ||
    approvalCase.policyVersion !== decision.policyVersion
  )
    return false;
  const rule = policy.customerRules.find(({ customerType }) => customerType === approvalCase.customerType);
  const least = AUTHORITIES.indexOf(rule?.leastAuthority ?? 'INDIVIDUAL');
  const mayDecide = policy.bands.filter(({ authority }) => AUTHORITIES.indexOf(authority) >= least);
  const reaching = mayDecide.filter(({ upToFen }) => upToFen >= approvalCase.asked.amountFen);
  const cited = [policy.contentHash, decision.policyHash, approvalCase.policyHash].every((hash) => hash === null || hash === computed);
  return cited && policy.effectiveFrom <= approvalCase.openedOn && canonicalHash(reaching) === canonicalHash(approvalCase.bands);
}

/** The lowest band decides; the next one only where a chair would decide alone and does not. */
function isAuthority({ decision, approvalCase }: DecisionRecord): boolean {
  const [lowest, next] = approvalCase.bands;
  if (lowest?.authority === decision.authority) return true;
  return lowest?.authority === 'INDIVIDUAL' && next?.authority === decision.authority;
}

/** Numbers of votes against the fractions of the band, in whole numbers. */
function countLines({ decision, approvalCase }: DecisionRecord, counted: readonly Vote[], band: AuthorityBand): DecisionCheck[] {
  const { tally } = decision;
  const yes = counted.filter(({ choice }) => choice === 'YES').length;
  const said = { cast: counted.length, yes, no: counted.length - yes };
  const isQuorate = tally.base > 0 && said.cast * band.quorum.denominator >= tally.base * band.quorum.numerator;
  const needed = Math.ceil((tally.base * band.quorum.numerator) / band.quorum.denominator);
  const isPassed = said.cast > 0 && yes * band.majority.denominator >= said.cast * band.majority.numerator;
  const isVetoed = isPassed && isVetoGood(approvalCase);
  const conditions = approvalCase.proposal?.conditions.length ?? 0;
  const result = !isPassed || isVetoed ? 'REJECTED' : conditions > 0 ? 'CONDITIONAL' : 'APPROVED';
  const isTally = tally.cast === said.cast && tally.yes === yes && tally.no === said.no && tally.passed === isPassed;
  return [
    line('TALLY', isTally, `${said.cast} cast, ${yes} yes, ${said.no} no`),
    line('QUORUM', isQuorate && tally.quorate && tally.needed === needed, `${tally.needed} of ${tally.base} needed`),
    line('RESULT', decision.result === result && decision.vetoed === isVetoed, `${result}${isVetoed ? ' by veto' : ''}`),
  ];
}

/** A veto of somebody who stood aside later is none. */
function isVetoGood(approvalCase: ApprovalCase): boolean {
  const { veto } = approvalCase;
  return veto !== null && !standingAside(approvalCase).has(veto.employeeId);
}

/** What was put to the vote, or what was asked for; nothing for a no; never more than was asked for. */
function areTerms({ decision, approvalCase }: DecisionRecord): boolean {
  const { terms, result, validUntil, decidedOn } = decision;
  if (result === 'REJECTED') return terms === null && validUntil === null && decision.conditions.length === 0;
  const put = approvalCase.proposal?.terms ?? approvalCase.asked;
  const isPut = canonicalHash(terms) === canonicalHash(put) && put.amountFen <= approvalCase.asked.amountFen;
  return isPut && validUntil !== null && validUntil >= decidedOn;
}

/** A no carries every reason that was spoken against; a yes carries the conditions that were put to the vote, whose days may move later. */
function areReasons({ decision, approvalCase }: DecisionRecord, counted: readonly Vote[]): boolean {
  if (decision.result === 'REJECTED') {
    const against = counted.filter(({ choice }) => choice === 'NO').map(({ reason }) => reason.trim());
    const spoken = decision.vetoed && approvalCase.veto ? [...against, approvalCase.veto.reason.trim()] : against;
    return decision.reasons.length > 0 && spoken.every((reason) => decision.reasons.includes(reason));
  }
  const put = (approvalCase.proposal?.conditions ?? []).map(({ conditionId, text }) => ({ conditionId, text }));
  const kept = decision.conditions.map(({ conditionId, text }) => ({ conditionId, text }));
  return decision.reasons.length === 0 && canonicalHash(put) === canonicalHash(kept);
}

/** Who had a part before, and every voter once: none of them may pay the loan out. */
function areParticipants({ decision, approvalCase }: DecisionRecord, counted: readonly Vote[]): boolean {
  const named = [...approvalCase.participants, ...counted.map(({ employeeId }) => ({ role: 'VOTER' as const, employeeId }))];
  const text = (all: Decision['participants']): string[] => all.map(({ role, employeeId }) => `${role} ${employeeId}`).sort();
  return canonicalHash(text(named)) === canonicalHash(text(decision.participants));
}

/** The minutes were written when it was decided: a reason or an amount that was changed since is not in them. */
function areMinuted({ decision, approvalCase }: DecisionRecord, counted: readonly Vote[]): boolean {
  const { reportId, reportHash } = decision.report;
  const said = [
    reportId,
    reportHash,
    formatYuan(approvalCase.asked.amountFen),
    ...counted.map(voteText),
    ...(decision.electors ?? []).map(electorText),
  ];
  return said.every((text) => decision.minutesHtml.includes(escapeHtml(text)));
}
