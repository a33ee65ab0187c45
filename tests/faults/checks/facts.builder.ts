// Small whole worlds for the specs of the checks: everything holds in them until a spec breaks one thing.
import type { Call, CallBegun, CallEnded } from '../clients/history.ts';
import type { BoardFact, CoordinationFacts, DepartmentFacts, LoggedFact, MoneyFacts } from './facts.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 5, 9, minute));

export function anEnvelope(no: number, type = 'sales.contract-signed.v1', data: Record<string, unknown> = {}): LoggedFact['envelope'] {
  return {
    id: `msg_${no}`,
    source: 'weilend/sales',
    type,
    subject: 'app_1',
    sequence: String(no).padStart(12, '0'),
    time: at(no).toISOString(),
    data,
  };
}

/** Sales sent two messages to finance, which applied both. */
export function twoDepartments(): [DepartmentFacts, DepartmentFacts] {
  const nothing = { inbox: [], lanes: [], requestKeys: [], audit: [] };
  const outbox = [1, 2].map((no) => ({ _id: `msg_${no}.finance`, destination: 'finance', status: 'acked', envelope: anEnvelope(no) }));
  const inbox = [1, 2].map((no) => ({ _id: `msg_${no}`, lane: 'sales:app_1', sequence: no, state: 'applied' }));
  const audit = [1, 2].map((no) => ({
    ...{ _id: `aud_${no}`, operation: 'receive:sales.contract-signed.v1', requestKey: null },
    ...{ causationId: `msg_${no}`, outcome: 'accepted' },
  }));
  return [
    { name: 'sales', ...nothing, outbox },
    { name: 'finance', ...nothing, outbox: [], inbox, audit, lanes: [{ _id: 'sales:app_1', applied: 2 }] },
  ];
}

/** One contract that was approved, signed and paid out. */
export function onePaidLoan(): MoneyFacts {
  const lines = [
    { account: '1303.loan-principal', debitFen: 5_000, creditFen: 0 },
    { account: '1002.lending-funds', debitFen: 0, creditFen: 5_000 },
  ];
  const entry = {
    _id: 'jnl_1',
    idemKey: 'disbursement:con_1',
    kind: 'DISBURSEMENT',
    stream: 'lon_1',
    no: 1,
    prevHash: null,
    hash: 'h1',
    lines,
  };
  const people = { makerId: 'emp_4', checkerId: 'emp_5', participants: [{ role: 'SALESPERSON', employeeId: 'emp_1' }] };
  const order = { _id: 'dis_1', contractId: 'con_1', applicationId: 'app_1', state: 'PAID', loanId: 'lon_1', terms: { amountFen: 5_000 } };
  const loan = {
    _id: 'lon_1',
    contractId: 'con_1',
    customerId: 'cus_1',
    principalFen: 5_000,
    outstandingFen: 5_000,
    chain: { no: 1, hash: 'h1' },
  };
  return {
    contracts: [{ _id: 'con_1', applicationId: 'app_1', state: 'SIGNED' }],
    decisions: [{ applicationId: 'app_1', result: 'APPROVED' }],
    orders: [{ ...order, ...people }],
    bank: [{ _id: 'dis_1', amountFen: 5_000, paid: true }],
    journal: [entry],
    loans: [loan],
    exposures: [{ _id: 'cus_1', outstandingFen: 5_000, reservedFen: 0, loans: 1 }],
    repayments: [],
  };
}

export function logged(no: number, type: string, data: Record<string, unknown> = {}): LoggedFact {
  return { _id: `msg_${no}`, cursor: no, placed: true, receivedAt: at(no), envelope: anEnvelope(no, type, data) };
}

/** One piece of work whose first level fired in its minute and whose second is yet to come. */
export function oneLateWork(change: Partial<BoardFact> = {}): CoordinationFacts {
  const level = (no: number, minute: number, firedAt: Date | null) => ({ level: no, at: at(minute), firedAt, withdrawnAt: null });
  const row = { _id: 'hof_1', state: 'OPEN', openedAt: at(0), dueAt: at(40), closing: null, pauses: [] };
  return {
    board: [{ ...row, levels: [level(0, 30, at(31)), level(1, 40, null)], ...change }],
    log: [logged(31, 'coordination.handoff-escalated.v1', { handoffId: 'hof_1', level: 0 })],
    runningAdvances: 0,
    now: at(35),
  };
}

export const minute = at;

export function aCall(call: number, key: string, ended: Partial<CallEnded> | null, purpose: CallBegun['purpose'] = 'first'): Call {
  const begun = { what: 'invoke' as const, call, at: call, purpose, acts: [{ verb: 'createLead', key }] };
  return { ...begun, ended: ended && { what: 'ok', call, at: call + 1, ...ended } };
}
