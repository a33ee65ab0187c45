import { defineMachine } from '@weilend/kernel';

// A contract (贷款合同) is a draft until it is signed; a draft that another one replaces, or whose application is withdrawn, is void; one that
// nobody signed in time has expired, and another may be drafted while the approval holds. What happens after signing, payout or cancellation, is finance's word and shown beside.

export const CONTRACT_STATES = ['draft', 'signed', 'void', 'expired'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];
export type ContractEvent = 'sign' | 'void' | 'expire';

export const contractMachine = defineMachine<ContractState, ContractEvent>({
  name: 'contract',
  initial: 'draft',
  states: { draft: { sign: 'signed', void: 'void', expire: 'expired' }, signed: {}, void: {}, expired: {} },
});
