import { defineMachine } from '@weilend/kernel';

// A contract (贷款合同) is a draft until it is signed; a draft that another one replaces, or whose application is withdrawn, is void. What
// happens after signing, payout or cancellation, is finance's word and shown beside.

export const CONTRACT_STATES = ['draft', 'signed', 'void'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];
export type ContractEvent = 'sign' | 'void';

export const contractMachine = defineMachine<ContractState, ContractEvent>({
  name: 'contract',
  initial: 'draft',
  states: { draft: { sign: 'signed', void: 'void' }, signed: {}, void: {} },
});
