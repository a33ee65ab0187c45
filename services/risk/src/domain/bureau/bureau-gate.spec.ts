import { describe, expect, it, test } from '@jest/globals';
import { permitInquiry } from './bureau-gate.js';
import type { InquiryWanted } from './bureau-gate.js';

type Asked = Parameters<typeof permitInquiry>[0];
const consent = {
  consentId: 'cns_1',
  kind: 'CREDIT_INQUIRY',
  purpose: 'loan application',
  validUntil: '2026-12-31',
  evidenceHash: 'a'.repeat(64),
};
const asked: Asked = { consents: [consent], identityIndex: 'bi1.same', bureau: null };
const wanted: InquiryWanted = { purpose: null, identityIndex: 'bi1.same', today: '2026-11-23' };
const bureau = (state: string) => ({ ...asked, bureau: { state } }) as unknown as Asked;

describe('[G2] the consent permits', () => {
  it.each<[string, Asked, Partial<InquiryWanted>]>([
    ['a valid consent', asked, {}],
    ['on its last day', asked, { today: '2026-12-31' }],
    ['the purpose consented to', asked, { purpose: ' Loan Application ' }],
    ['the valid one of two', { ...asked, consents: [{ ...consent, consentId: 'cns_0', validUntil: '2020-01-01' }, consent] }, {}],
    [
      'the one of two that names the purpose',
      { ...asked, consents: [{ ...consent, consentId: 'cns_0', purpose: 'guarantee' }, consent] },
      { purpose: 'loan application' },
    ],
    ['a new question after a failed one', bureau('FAILED'), {}],
  ])('%s', (_name, investigation, change) => {
    expect(permitInquiry(investigation, { ...wanted, ...change })).toMatchObject({ consentId: 'cns_1' });
  });
});

describe('[G2] refused', () => {
  it.each<[string, Asked, Partial<InquiryWanted>, string]>([
    ['no consent', { ...asked, consents: [] }, {}, 'CONSENT_MISSING'],
    ['consent to marketing only', { ...asked, consents: [{ ...consent, kind: 'MARKETING' }] }, {}, 'CONSENT_MISSING'],
    ['consent in other letters', { ...asked, consents: [{ ...consent, kind: 'credit_inquiry' }] }, {}, 'CONSENT_MISSING'],
    ['the day after', asked, { today: '2027-01-01' }, 'CONSENT_EXPIRED'],
    ['no purpose in the consent', { ...asked, consents: [{ ...consent, purpose: '  ' }] }, {}, 'CONSENT_PURPOSE_MISSING'],
    ['another purpose', asked, { purpose: 'marketing' }, 'PURPOSE_NOT_CONSENTED'],
    ['an empty purpose', asked, { purpose: '' }, 'PURPOSE_NOT_CONSENTED'],
    ['another person', asked, { identityIndex: 'bi1.other' }, 'IDENTITY_MISMATCH'],
    ['asked already', bureau('REQUESTED'), {}, 'BUREAU_ALREADY_INQUIRED'],
    ['answered already', bureau('ANSWERED'), {}, 'BUREAU_ALREADY_INQUIRED'],
  ])('%s', (_name, investigation, change, code) => {
    expect(() => permitInquiry(investigation, { ...wanted, ...change })).toThrow(expect.objectContaining({ code }));
  });

  test('an expired consent is named with its last day', () => {
    expect(() => permitInquiry(asked, { ...wanted, today: '2027-01-01' })).toThrow(
      expect.objectContaining({ data: { validUntil: '2026-12-31' } }),
    );
  });
});
