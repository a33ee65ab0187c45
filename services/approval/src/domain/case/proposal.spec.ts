import { describe, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import type { Rate } from '@weilend/kernel';
import { aCase, TODAY, votes } from '../__cases__/committee.builder.js';
import type { ProposedCondition } from './approval-case.js';
import { proposeTerms } from './proposal.js';
import type { ProposalInput } from './proposal.js';

const condition: ProposedCondition = {
  conditionId: 'cnd_1',
  text: '追加配偶连带责任保证',
  ownerId: 'emp_seller',
  dueOn: addDays(TODAY, 10),
  evidenceKind: 'GUARANTEE',
};
const asked: ProposalInput = { amountFen: 8_000_000, termMonths: 12, annualRate: '0.12' as Rate, conditions: [], proposedBy: 'emp_sec' };
const propose = (change: Partial<ProposalInput>, approvalCase = aCase()) => proposeTerms(approvalCase, { ...asked, ...change }, TODAY, 90);

describe('[4.12] approved terms may be lower, never higher than asked', () => {
  test.each([
    ['as asked', {}],
    ['less money', { amountFen: 1 }],
    ['a shorter term', { termMonths: 6 }],
    ['a lower rate', { annualRate: '0.1199' as Rate }],
    ['with a condition', { conditions: [condition] }],
    ['with a condition due today', { conditions: [{ ...condition, dueOn: TODAY }] }],
  ])('%s', (_name, change) => {
    const { proposal } = propose(change);
    expect(proposal).toMatchObject({ terms: { productId: 'prd_1', method: 'EQUAL_INSTALMENT' }, proposedBy: 'emp_sec' });
    expect(proposal?.terms.amountFen).toBeLessThanOrEqual(8_000_000);
  });

  test.each([
    ['a fen more', { amountFen: 8_000_001 }, 'TERMS_HIGHER_THAN_ASKED'],
    ['nothing', { amountFen: 0 }, 'TERMS_HIGHER_THAN_ASKED'],
    ['a month longer', { termMonths: 13 }, 'TERMS_HIGHER_THAN_ASKED'],
    ['no term', { termMonths: 0 }, 'TERMS_HIGHER_THAN_ASKED'],
    ['half a month', { termMonths: 6.5 }, 'TERMS_HIGHER_THAN_ASKED'],
    ['a higher rate', { annualRate: '0.120000000001' as Rate }, 'TERMS_HIGHER_THAN_ASKED'],
    ['a condition without words', { conditions: [{ ...condition, text: ' ' }] }, 'CONDITION_INVALID'],
    ['a condition that nobody owns', { conditions: [{ ...condition, ownerId: '' }] }, 'CONDITION_INVALID'],
    ['a condition due yesterday', { conditions: [{ ...condition, dueOn: addDays(TODAY, -1) }] }, 'CONDITION_DUE_DATE'],
    ['a condition due after the approval has run out', { conditions: [{ ...condition, dueOn: addDays(TODAY, 91) }] }, 'CONDITION_DUE_DATE'],
  ])('%s is refused', (_name, change, code) => {
    expect(() => propose(change)).toThrow(expect.objectContaining({ code }));
  });

  test('every mistake is told at once', () => {
    expect(() => propose({ amountFen: 9_000_000, termMonths: 24 })).toThrow(
      expect.objectContaining({ all: [expect.objectContaining({ field: 'amount' }), expect.objectContaining({ field: 'termMonths' })] }),
    );
  });

  test.each([
    ['after the first vote', aCase({ votes: votes('a+') }), 'VOTING_STARTED'],
    ['on a decided case', aCase({ state: 'decided' }), 'ILLEGAL_TRANSITION'],
    ['on a withdrawn case', aCase({ state: 'withdrawn' }), 'ILLEGAL_TRANSITION'],
  ])('%s nothing can be proposed', (_name, approvalCase, code) => {
    expect(() => propose({}, approvalCase)).toThrow(expect.objectContaining({ code }));
  });
});
