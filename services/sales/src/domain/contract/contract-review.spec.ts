import { describe, expect, it, test } from '@jest/globals';
import { answeredReview, askedReview, changedClauses, requireReviewed, reviewReasons } from './contract-review.js';
import { clauseFacts, edition } from './signed.builder.js';
import { writeClauses } from './template-text.js';

const template = writeClauses(edition().sections, clauseFacts);
const FROM = 50_000_000;
const at = new Date('2026-11-23T02:00:00Z');
const asked = askedReview({ handoffId: 'hof_1', reasons: ['LARGE'], changedClauses: [], askedAt: at, dueAt: at });
const word = (returnReasons: readonly string[] = []) => ({ returnReasons, reviewedBy: 'emp_9', at });

describe('[2.12] what of a contract is not the template’s', () => {
  const own = { key: 'SIDE_DEAL', title: '补充约定', text: '另行协商' };
  it.each([
    ['nothing of the template itself', template, []],
    ['nothing in another order', [...template].reverse(), []],
    ['nothing with a space at the end', template.map((one) => ({ ...one, text: `${one.text} ` })), []],
    [
      'a clause that says one word more',
      template.map((one) => (one.key === 'TERM' ? { ...one, text: `${one.text}可展期` } : one)),
      ['TERM'],
    ],
    ['a clause that the template does not know', [...template, own], ['SIDE_DEAL']],
  ])('%s', (_title, clauses, keys) => expect(changedClauses(clauses, template)).toEqual(keys));
});

describe('[2.12] compliance sees a contract', () => {
  it.each<[string, number, readonly string[], readonly string[]]>([
    ['that is ordinary: never', FROM - 1, [], []],
    ['from the threshold on', FROM, [], ['LARGE']],
    ['with a text of its own', 1, ['TERM'], ['NON_STANDARD']],
    ['that is both, for both', FROM + 1, ['TERM'], ['LARGE', 'NON_STANDARD']],
  ])('%s', (_title, amountFen, changed, reasons) => expect(reviewReasons(amountFen, changed, FROM)).toEqual(reasons));
});

describe('[2.12] the review', () => {
  test('passes when it is reviewed', () => {
    const reviewed = answeredReview(asked, 'hof_1', word());
    expect(reviewed).toMatchObject({ state: 'reviewed', reviewedBy: 'emp_9', answeredAt: at });
    expect(() => requireReviewed(reviewed)).not.toThrow();
    expect(() => requireReviewed(null)).not.toThrow();
  });

  const returned = answeredReview(asked, 'hof_1', word(['利率条款须改']));
  it.each([
    ['is asked for', asked, 'CONTRACT_NOT_REVIEWED'],
    ['came back', returned, 'CONTRACT_REVIEW_RETURNED'],
  ])('stops the signing while it %s', (_title, review, code) => {
    expect(() => requireReviewed(review)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['of another draft', asked, 'hof_2'],
    ['after it came back', returned, 'hof_1'],
    ['of a contract without a review', null, 'hof_1'],
  ])('is not changed by a word %s', (_title, review, handoffId) => expect(answeredReview(review, handoffId, word())).toBe(review));
});
