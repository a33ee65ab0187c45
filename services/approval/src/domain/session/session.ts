// A sitting of the committee (贷审会会议) has an agenda of open cases and ends with minutes that say what became of each: decided, and how, or
// carried over to another sitting. Circulated votes need no sitting; a case may be on one open agenda at a time [4.12].
import { defineMachine, DomainError } from '@weilend/kernel';
import type { Result } from '../decision/decide.js';
import { page, textList } from '../minutes/html.js';

export const SESSION_STATES = ['open', 'closed'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const sessionMachine = defineMachine<SessionState, 'close'>({
  name: 'CommitteeSession',
  initial: 'open',
  states: { open: { close: 'closed' }, closed: {} },
});

export interface CommitteeSession {
  readonly id: string;
  readonly state: SessionState;
  readonly heldAt: Date;
  readonly openedBy: string;
  /** Case ids in the order of the agenda. */
  readonly agenda: readonly string[];
  readonly closedAt: Date | null;
  readonly minutesHtml: string | null;
}

/** What became of one case of the agenda. */
export interface AgendaOutcome {
  readonly caseId: string;
  readonly applicationId: string;
  readonly result: Result | 'WITHDRAWN' | 'CARRIED_OVER';
}

/** Throws AGENDA_EMPTY, AGENDA_CASE_CLOSED or AGENDA_CASE_TAKEN. `openCases` and `taken` are those of the agenda that are open, or on another open agenda. */
export function checkAgenda(agenda: readonly string[], openCases: readonly string[], taken: readonly string[]): void {
  if (agenda.length === 0) throw new DomainError('AGENDA_EMPTY', {}, 'caseIds');
  const closed = agenda.filter((caseId) => !openCases.includes(caseId));
  if (closed.length > 0) throw new DomainError('AGENDA_CASE_CLOSED', { cases: closed }, 'caseIds');
  const elsewhere = agenda.filter((caseId) => taken.includes(caseId));
  if (elsewhere.length > 0) throw new DomainError('AGENDA_CASE_TAKEN', { cases: elsewhere }, 'caseIds');
}

/** Closes the sitting with its minutes. Throws ILLEGAL_TRANSITION. */
export function closeSession<S extends CommitteeSession>(session: S, outcomes: readonly AgendaOutcome[], closedAt: Date): S {
  const state = sessionMachine.next(session.state, 'close');
  return { ...session, state, closedAt, minutesHtml: sessionMinutes(session, outcomes) };
}

const OUTCOME = {
  APPROVED: '同意',
  CONDITIONAL: '有条件同意',
  REJECTED: '不同意',
  WITHDRAWN: '申请撤回',
  CARRIED_OVER: '延至下次会议',
} as const;

function sessionMinutes(session: CommitteeSession, outcomes: readonly AgendaOutcome[]): string {
  const items = outcomes.map((one) => `${one.caseId}（申请 ${one.applicationId}）：${OUTCOME[one.result]}`);
  return page(`贷款审批委员会会议纪要 ${session.id}`, `<h2>议程与结果</h2>${textList(items, '无议题')}`);
}
