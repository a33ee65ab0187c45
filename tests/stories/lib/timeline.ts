// What happened to one application, department by department, as the event log of the company has it.
import type { Company } from './company.ts';
import { at, listAt, textAt } from './read.ts';

export interface TimelineEntry {
  /** Business time. */
  readonly at: string;
  readonly department: string;
  readonly what: string;
}

const EVENTS = `query Log($subjects: [ID!], $after: String) {
  events(subjects: $subjects, first: 100, after: $after) { nodes { type source time data } pageInfo { hasNextPage endCursor } }
}`;

const WORDS: Readonly<Record<string, (data: unknown) => string>> = {
  'sales.application-submitted.v1': (data) => `application handed in, round ${String(at(data, 'round'))}`,
  'sales.application-returned.v1': (data) =>
    `returned to the customer by ${String(at(data, 'returnedBy'))}: ${listAt(data, 'reasons').join('; ')}`,
  'sales.application-withdrawn.v1': (data) => `withdrawn by the customer: ${String(at(data, 'reason'))}`,
  'sales.contract-signed.v1': (data) =>
    `contract signed over ${yuanOf(at(data, 'amountFen'))} yuan, ${String(at(data, 'termMonths'))} months`,
  'sales.cancellation-requested.v1': () => 'customer asks to cancel the signed contract',
  'sales.customer-informed.v1': (data) => `customer informed: ${String(at(data, 'topic'))}`,
  'sales.inspection-recorded.v1': (data) => `inspection: ${String(at(data, 'verdict'))}`,
  'risk.report-finalised.v1': (data) =>
    `risk report ${String(at(data, 'reportVersion'))}: ${String(at(data, 'recommendation'))}, score ${String(at(data, 'score'))}`,
  'approval.decision-made.v1': (data) => `decided: ${String(at(data, 'result'))}`,
  'approval.conditions-confirmed.v1': () => 'conditions confirmed',
  'approval.decision-lapsed.v1': (data) => `approval without force: ${String(at(data, 'reason'))}`,
  'coordination.handoff-escalated.v1': (data) => `late work escalated: ${LEVELS[Number(at(data, 'level'))] ?? ''}`,
  'coordination.meeting-convened.v1': (data) =>
    `meeting of ${listAt(data, 'departments').join(', ')} convened: ${String(at(data, 'cause'))}`,
  'coordination.work-opened.v1': (data) => `${String(at(data, 'kind')).toLowerCase()} on the board of ${String(at(data, 'to'))}`,
  'compliance.parameter-published.v1': (data) =>
    `${String(at(data, 'key'))} is ${String(at(data, 'value'))} from ${String(at(data, 'effectiveFrom'))}`,
  'compliance.violation-confirmed.v1': (data) => `violation confirmed: ${String(at(data, 'kind'))}, ${String(at(data, 'severity'))}`,
  'training.evaluated.v1': (data) =>
    `training on ${String(at(data, 'topic'))} evaluated, ${listAt(data, 'attendeeIds').length} people, ${String(at(data, 'hours'))} h`,
  'finance.cost-sheet-issued.v1': (data) => `cost sheet issued, annual cost ${String(at(data, 'annualCostCompound'))}`,
  'finance.loan-disbursed.v1': (data) => `${yuanOf(at(data, 'amountFen'))} yuan paid out`,
  'finance.disbursement-cancelled.v1': () => 'payment cancelled before any money left',
  'finance.cancellation-refused.v1': () => 'too late to cancel',
  'finance.repayment-recorded.v1': (data) =>
    `repayment: ${yuanOf(at(data, 'principalFen'))} principal, ${yuanOf(at(data, 'interestFen'))} interest`,
};

const LEVELS = [
  'the owner is reminded',
  'the deadline is over, his manager hears of it',
  'both managers hear of it',
  'the departments meet',
];

const yuanOf = (fen: unknown): string => (Number(fen) / 100).toFixed(2);

/** Entries about any of the subjects, in the order of their times. */
export async function readTimeline(company: Company, subjects: readonly string[]): Promise<readonly TimelineEntry[]> {
  if (subjects.length === 0) return [];
  const entries: TimelineEntry[] = [];
  for (let after: unknown = null; ;) {
    const { data } = await company.one('auditor').ask(EVENTS, { subjects, after });
    entries.push(...listAt(data, 'events', 'nodes').map(entryOf));
    if (at(data, 'events', 'pageInfo', 'hasNextPage') !== true) break;
    after = at(data, 'events', 'pageInfo', 'endCursor');
  }
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function entryOf(event: unknown): TimelineEntry {
  const type = textAt(event, 'type');
  const data = at(event, 'data');
  return { at: textAt(event, 'time'), department: textAt(event, 'source').replace('weilend/', ''), what: wordsOf(type, data) };
}

function wordsOf(type: string, data: unknown): string {
  const known = WORDS[type];
  if (known) return known(data);
  const given = /^handoff\.(.+)\.v1$/.exec(type)?.[1];
  if (given) return `hands over: ${given}`;
  const [, done = type] = /^[a-z]+\.(.+)\.v1$/.exec(type) ?? [];
  const closing = /^handoff-(completed|returned|recalled)$/.exec(done)?.[1];
  if (closing) return `${closing}: ${String(at(data, 'handoff'))}${closing === 'returned' ? ` (${String(at(data, 'code'))})` : ''}`;
  return done.replaceAll('-', ' ');
}

/** Lines for people: time of day in Shanghai, department, what happened. */
export function timelineLines(entries: readonly TimelineEntry[]): string[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
  return entries.map((entry) => `  ${clock.format(new Date(entry.at))}  ${entry.department.padEnd(12)}  ${entry.what}`);
}
