import { defineMachine } from '@weilend/kernel';

// A proposal is priced by finance, then stands for as long as its price holds: the customer takes it, or says no with the reason, or it runs
// out. A proposal that became an application may become one again while its price holds, because a customer may come back.

export const PROPOSAL_STATES = ['PRICING', 'QUOTED', 'REFUSED', 'ACCEPTED', 'DECLINED', 'APPLIED', 'EXPIRED'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export const PROPOSAL_EVENTS = ['quote', 'refuse', 'accept', 'decline', 'apply', 'expire'] as const;
export type ProposalEvent = (typeof PROPOSAL_EVENTS)[number];

export const proposalMachine = defineMachine<ProposalState, ProposalEvent>({
  name: 'proposal',
  initial: 'PRICING',
  states: {
    PRICING: { quote: 'QUOTED', refuse: 'REFUSED' },
    REFUSED: { quote: 'QUOTED', refuse: 'REFUSED' },
    QUOTED: { accept: 'ACCEPTED', decline: 'DECLINED', apply: 'APPLIED', expire: 'EXPIRED' },
    ACCEPTED: { decline: 'DECLINED', apply: 'APPLIED', expire: 'EXPIRED' },
    APPLIED: { apply: 'APPLIED' },
    DECLINED: {},
    EXPIRED: {},
  },
});
