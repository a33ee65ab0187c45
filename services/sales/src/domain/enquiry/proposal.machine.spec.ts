import { expect, test } from '@jest/globals';
import { PROPOSAL_EVENTS, PROPOSAL_STATES, proposalMachine } from './proposal.machine.js';

test('[4.3, 7.12] every state x event of a proposal', () => {
  const table = PROPOSAL_STATES.map((state) =>
    PROPOSAL_EVENTS.map((event) => (proposalMachine.can(state, event) ? proposalMachine.next(state, event) : '-')).join(' '),
  );
  expect(table).toEqual([
    'QUOTED REFUSED - - - -',
    '- - ACCEPTED DECLINED APPLIED EXPIRED',
    'QUOTED REFUSED - - - -',
    '- - - DECLINED APPLIED EXPIRED',
    '- - - - - -',
    '- - - - APPLIED -',
    '- - - - - -',
  ]);
});
