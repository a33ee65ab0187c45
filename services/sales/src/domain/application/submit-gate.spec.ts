import { expect, test } from '@jest/globals';
import { DomainError, DomainErrors, parseLocalDate } from '@weilend/kernel';
import type { Consent, ConsentKind } from '../customer/consent.js';
import type { DisclosureConfirmation } from '../enquiry/disclosure.js';
import type { ProductVersion } from '../enquiry/product.js';
import type { Ask } from './application.js';
import type { ApplicationDocument, DocumentType } from './documents.js';
import { passSubmitGate } from './submit-gate.js';

const today = parseLocalDate('2026-11-23');
const at = new Date(0);
const consent = (kind: ConsentKind): Consent => ({
  ...{ id: `cns_${kind}`, kind, purpose: '贷款申请', textVersion: '1', fileId: 'fil_1', evidenceHash: 'a'.repeat(64) },
  ...{ givenOn: parseLocalDate('2026-11-01'), validUntil: parseLocalDate('2027-05-01') },
});
const document = (type: DocumentType): ApplicationDocument => ({
  ...{
    id: `doc_${type}`,
    type,
    fileId: 'fil_1',
    sha256: 'a'.repeat(64),
    fileName: 'a.jpg',
    contentType: 'image/jpeg',
    sizeBytes: 1,
    round: 1,
    validUntil: null,
    attachedAt: at,
    attachedBy: 'emp_1',
    replacedBy: null,
  },
  judgements: [{ isComplete: true, isTrue: true, isValid: true, reason: null, by: 'emp_1', at }],
});
const version: ProductVersion = {
  ...{ version: 1, code: 'P', name: '消费贷', customerTypes: ['INDIVIDUAL'], purposes: ['TRAVEL'], methods: ['BULLET'] },
  ...{
    minAmountFen: 100,
    maxAmountFen: 1_000_000,
    minTermMonths: 1,
    maxTermMonths: 24,
    annualRate: '0.12',
    effectiveFrom: parseLocalDate('2026-01-01'),
  },
};
const ask: Ask = { productId: 'prd_1', purpose: 'TRAVEL', purposeNote: null, amountFen: 500_000, termMonths: 12, method: 'BULLET' };
const told: DisclosureConfirmation = {
  ...{ productId: 'prd_1', textVersion: parseLocalDate('2026-11-01'), textHash: 'h1', how: 'IN_PERSON', by: 'emp_1', at },
};
const application = {
  ...{ ask, customerType: 'INDIVIDUAL' as const, documents: [document('IDENTITY'), document('INCOME'), document('ASSETS')] },
  disclosures: [told],
};
const facts = {
  consents: [consent('PERSONAL_DATA'), consent('CREDIT_INQUIRY')],
  birthDate: parseLocalDate('1990-01-01'),
  product: { id: 'prd_1', version: 1, versions: [version] },
  disclosureHash: 'h1' as string | null,
  today,
};

function codes(change: Partial<typeof application>, factChange: Partial<typeof facts> = {}): string[] {
  try {
    passSubmitGate({ ...application, ...change }, { ...facts, ...factChange });
    return [];
  } catch (error) {
    return (error instanceof DomainErrors ? error.all : [error as DomainError]).map((one) => one.code);
  }
}

test('[G1] a complete application passes and gives what was asked', () => {
  expect(passSubmitGate(application, facts)).toEqual({
    productId: 'prd_1',
    purpose: 'TRAVEL',
    amountFen: 500_000,
    termMonths: 12,
    method: 'BULLET',
    on: today,
  });
});

test.each<[string, Partial<typeof application>, Partial<typeof facts>, string[]]>([
  ['no purpose', { ask: { ...ask, purpose: null } }, {}, ['APPLICATION_FIELD_MISSING']],
  ['no amount', { ask: { ...ask, amountFen: null } }, {}, ['APPLICATION_FIELD_MISSING']],
  ['an amount of nothing', { ask: { ...ask, amountFen: 0 } }, {}, ['APPLICATION_FIELD_MISSING']],
  [
    'no term and no method',
    { ask: { ...ask, termMonths: null, method: null } },
    {},
    ['APPLICATION_FIELD_MISSING', 'APPLICATION_FIELD_MISSING'],
  ],
  ['a product nobody published', {}, { product: { id: 'prd_1', version: 1, versions: [] } }, ['PRODUCT_UNKNOWN']],
  ['more than the product allows', { ask: { ...ask, amountFen: 1_000_001 } }, {}, ['PRODUCT_UNSUITABLE']],
  [
    'a customer that the product is not for',
    { customerType: 'INDIVIDUAL', ask: { ...ask, purpose: 'OTHER', method: 'EQUAL_PRINCIPAL' } },
    {},
    ['PRODUCT_UNSUITABLE', 'PRODUCT_UNSUITABLE'],
  ],
  ['a missing document', { documents: application.documents.slice(1) }, {}, ['DOCUMENT_MISSING']],
  [
    'a document nobody judged',
    { documents: [...application.documents, { ...document('OTHER'), judgements: [] }] },
    {},
    ['DOCUMENT_NOT_JUDGED'],
  ],
  [
    '[4.6] a document that ran out yesterday',
    { documents: [...application.documents.slice(1), { ...document('IDENTITY'), validUntil: parseLocalDate('2026-11-22') }] },
    {},
    ['DOCUMENT_EXPIRED'],
  ],
  ['[7.9] a customer who was told nothing', { disclosures: [] }, {}, ['DISCLOSURE_MISSING']],
  ['[7.9] a customer who was told of another product', { disclosures: [{ ...told, productId: 'prd_2' }] }, {}, ['DISCLOSURE_MISSING']],
  ['[7.9] a customer who was told the text of before', {}, { disclosureHash: 'h2' }, ['DISCLOSURE_MISSING']],
  ['no consent', {}, { consents: [] }, ['CONSENT_MISSING', 'CONSENT_MISSING']],
  ['no consent to the credit inquiry', {}, { consents: [consent('PERSONAL_DATA')] }, ['CONSENT_MISSING']],
  ['a borrower who turns 18 tomorrow', {}, { birthDate: parseLocalDate('2008-11-24') }, ['UNDER_AGE']],
  [
    'everything wrong at once',
    { ask: { ...ask, purpose: null }, documents: [], disclosures: [] },
    { consents: [], birthDate: parseLocalDate('2020-01-01') },
    [
      'APPLICATION_FIELD_MISSING',
      'DOCUMENT_MISSING',
      'DOCUMENT_MISSING',
      'DOCUMENT_MISSING',
      'CONSENT_MISSING',
      'CONSENT_MISSING',
      'DISCLOSURE_MISSING',
      'UNDER_AGE',
    ],
  ],
])('[G1] refuses %s', (_title, change, factChange, expected) => {
  expect(codes(change, factChange)).toEqual(expected);
});

test('[7.9] what is checked again counts by the text of its own day', () => {
  expect(codes({ disclosures: [{ ...told, textHash: 'of before' }] }, { disclosureHash: null })).toEqual([]);
});
