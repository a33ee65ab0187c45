import { describe, expect, test } from '@jest/globals';
import { actsOf, alteredRequest, endOf } from './calls.ts';
import { applicantRows } from './applicants.ts';
import { expectedOf } from '../../stories/oracle.ts';

const document =
  'mutation Act($i0: OpenEnquiryInput!, $i1: CastVoteInput!) { a0: openEnquiry(input: $i0) { enquiry { id } } a1: castVote(input: $i1) { approvalCase { id } } }';
const two = { document, variables: { i0: { requestKey: 'k0', note: 'hello' }, i1: { requestKey: 'k1' } } };
const one = {
  document: 'mutation Act($i0: OpenEnquiryInput!) { a0: openEnquiry(input: $i0) { enquiry { id } } }',
  variables: { i0: two.variables.i0 },
};

describe('a request as a call', () => {
  test('names its acts with their keys; a query and a sign-in have none', () => {
    expect(actsOf(two)).toEqual([
      { verb: 'openEnquiry', key: 'k0' },
      { verb: 'castVote', key: 'k1' },
    ]);
    expect(actsOf({ document: 'query Page { me { id } }' })).toEqual([]);
    expect(actsOf({ document: 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { accessToken } }' })).toEqual([]);
  });

  test('ends ok, refused or unknown', () => {
    const acts = actsOf(one);
    const good = { data: { a0: { enquiry: { id: 'enq_1' }, userErrors: [] } }, errors: [] };
    const refusal = { code: 'NOT_FOUND', message: '', field: null, rule: '' };
    expect(endOf(good, acts)).toEqual({ what: 'ok', answers: [{ refusals: [], ids: ['enquiry.enq_1'] }] });
    expect(endOf({ data: { a0: { userErrors: [refusal] } }, errors: [] }, acts)).toMatchObject({
      what: 'fail',
      answers: [{ refusals: ['NOT_FOUND'] }],
    });
    expect(endOf({ passing: true, errors: [{ message: 'gone' }] }, acts)).toMatchObject({ what: 'unknown', reason: '?: gone' });
    expect(endOf({ passing: false, errors: [] }, acts)).toMatchObject({ what: 'fail' });
  });

  test('can be altered when one act has a text that means nothing to a rule', () => {
    expect(alteredRequest(one)?.variables).toEqual({ i0: { requestKey: 'k0', note: 'hello (2)' } });
    expect(alteredRequest(two)).toBeNull();
    expect(alteredRequest({ ...one, variables: { i0: { requestKey: 'k0' } } })).toBeNull();
  });
});

describe('applicants of a seed', () => {
  test('are the same for the same seed, and the oracle has a word for each', () => {
    expect(applicantRows(3, 40)).toEqual(applicantRows(3, 40));
    expect(applicantRows(4, 40)).not.toEqual(applicantRows(3, 40));
    const decisions = new Set(applicantRows(3, 40).map((row) => expectedOf(row).decision));
    expect(decisions.has('APPROVED')).toBe(true);
  });
});
