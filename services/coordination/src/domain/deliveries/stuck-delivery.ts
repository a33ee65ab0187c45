// One message that does not get on at one department, as coordination lists it: since when, what stops it, and what people ruled. The message
// itself stays at the department; here are ids and the kind of problem only.
import { DomainError } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import { stuckDeliveryMachine } from './stuck-delivery.machine.js';
import type { StuckDeliveryMove, StuckDeliveryState } from './stuck-delivery.machine.js';

/** Departments in which a message given up may be money that nobody moves any more: two people give it up. */
const MONEY: readonly Department[] = ['finance'];

export interface DeliveryRuling {
  readonly ruling: 'RETRY' | 'ASK_DISCARD' | 'DISCARD';
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

export interface StuckDelivery {
  readonly id: string;
  readonly version: number;
  readonly messageId: string;
  /** Department at which the message does not get on. */
  readonly department: Department;
  readonly producer: Department;
  readonly type: string;
  readonly about: string;
  readonly state: StuckDeliveryState;
  readonly failures: number;
  /** Kind of the last error, or what is awaited. */
  readonly problem: string;
  readonly since: Date;
  readonly rulings: readonly DeliveryRuling[];
}

/** What the department says of it. */
export type StuckFacts = Omit<StuckDelivery, 'id' | 'version' | 'state' | 'rulings'> & { readonly state: 'DEAD' | 'WAITING' | 'PARKED' };

const MOVES = {
  DEAD: 'die',
  WAITING: 'wait',
  PARKED: 'park',
  APPLIED: 'apply',
  DISCARDED: 'drop',
  OLD: 'overtake',
} as const satisfies Record<string, StuckDeliveryMove>;

/** The department says that the message is stuck, for the first time or again. */
export function noteStuck(known: StuckDelivery | null, facts: StuckFacts, id: string): StuckDelivery {
  const { state, ...rest } = facts;
  if (!known) return { ...rest, id, version: 0, state, rulings: [] };
  return { ...known, ...rest, state: stuckDeliveryMachine.next(known.state, MOVES[state]) };
}

/** The department says what became of it. */
export function noteSettled(known: StuckDelivery, outcome: 'APPLIED' | 'DISCARDED' | 'OLD'): StuckDelivery {
  return { ...known, state: stuckDeliveryMachine.next(known.state, MOVES[outcome]) };
}

export interface Ruling {
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** Lets it try again from the first attempt. Throws REASON_MISSING, ILLEGAL_TRANSITION. */
export function retryDelivery(row: StuckDelivery, ruling: Ruling): StuckDelivery {
  return ruled(row, 'retry', { ...ruling, ruling: 'RETRY' });
}

/** Gives it up; of a department that moves money the first word asks and another person's word decides. Throws SECOND_PERSON_NEEDED. */
export function discardDelivery(row: StuckDelivery, ruling: Ruling): StuckDelivery {
  if (!MONEY.includes(row.department)) return ruled(row, 'discard', { ...ruling, ruling: 'DISCARD' });
  if (row.state !== 'DISCARD_ASKED') return ruled(row, 'ask', { ...ruling, ruling: 'ASK_DISCARD' });
  if (row.rulings.at(-1)?.by === ruling.by) throw new DomainError('SECOND_PERSON_NEEDED', { department: row.department });
  return ruled(row, 'discard', { ...ruling, ruling: 'DISCARD' });
}

function ruled(row: StuckDelivery, move: StuckDeliveryMove, ruling: DeliveryRuling): StuckDelivery {
  const state = stuckDeliveryMachine.next(row.state, move);
  const reason = ruling.reason.trim();
  if (reason === '') throw new DomainError('REASON_MISSING', { act: 'ruling on a stuck message' }, 'reason');
  return { ...row, state, rulings: [...row.rulings, { ...ruling, reason }] };
}
