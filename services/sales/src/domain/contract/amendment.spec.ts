import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { acknowledgeAmendment, agreedTerms, amendContract, openAmendment, replaceAmendment, signAmendment } from './amendment.js';
import type { ContractAmendment, Restructuring } from './amendment.js';
import { at, readyContract, rules } from './signed.builder.js';

const day = parseLocalDate;
const contract = readyContract({ state: 'signed', signedAt: at(9) });
const after = { principalFen: 640_902, annualRate: '0.1', method: 'EQUAL_INSTALMENT', maturesOn: day('2028-05-24') };
const made: Restructuring = {
  ...{ id: 'amd_1', loanId: 'lon_1', scheduleNo: 2, no: 1, after, effectiveOn: day('2027-03-01'), lender: '甲', borrower: '乙' },
  ...{ salespersonId: 'emp_7', disbursedOn: day('2026-11-25'), by: 'service:finance', at: at(10), dueAt: at(50) },
};
const open = openAmendment(contract, made);
const word = { textHash: open.textHash, readingSeconds: 60, confirmedByCustomer: true, by: 'emp_7', at: at(20) };
const acknowledged = acknowledgeAmendment(open, word, rules);
const signature = { fileId: 'fil_1', sha256: 'a'.repeat(64), sizeBytes: 9, signedOn: day('2027-03-02'), by: 'emp_7', at: at(30) };
const signed = signAmendment(acknowledged, signature, day('2027-03-02'));

describe('[2.12] a supplementary agreement', () => {
  test('is owed from the restructuring on, with what the customer had agreed to and what becomes of it', () => {
    expect(open).toMatchObject({
      ...{ state: 'open', no: 1, scheduleNo: 2, signDueAt: at(50), salespersonId: 'emp_7', after, effectiveOn: '2027-03-01' },
      before: { principalFen: 1_000_000, annualRate: '0.12', method: 'EQUAL_INSTALMENT', maturesOn: '2027-11-25' },
    });
  });

  test('is acknowledged, signed, and then its terms are those of the contract', () => {
    expect(acknowledged).toMatchObject({ state: 'acknowledged', signDueAt: at(50), acknowledgement: { textHash: open.textHash } });
    expect(signed).toMatchObject({ state: 'signed', signDueAt: null, signature });
    expect(signed.history.map(({ state }) => state)).toEqual(['open', 'acknowledged', 'signed']);
    const amended = amendContract(contract, signed);
    expect(amended).toMatchObject({ amended: { amendmentId: 'amd_1', amendmentNo: 1, ...after }, terms: contract.terms });
    expect(agreedTerms(amended, null)).toEqual(after);
    expect(openAmendment(amended, { ...made, id: 'amd_2', no: 2, scheduleNo: 3 }).before).toEqual(after);
  });

  test('that the next one overtakes is owed no more, with its history', () => {
    expect(replaceAmendment(acknowledged, { by: 'x', at: at(40) })).toMatchObject({ state: 'replaced', signDueAt: null });
  });

  test('has a hash of terms and text', () => {
    const others = [{ id: 'amd_2' }, { effectiveOn: day('2027-03-02') }, { after: { ...after, annualRate: '0.11' } }, { borrower: '丙' }];
    const hashes = others.map((change) => openAmendment(contract, { ...made, ...change }).textHash);
    expect(new Set([open.textHash, ...hashes]).size).toBe(5);
  });

  test.each<[string, () => ContractAmendment, string]>([
    ['to acknowledge another text', () => acknowledgeAmendment(open, { ...word, textHash: 'b'.repeat(64) }, rules), 'AMENDMENT_CHANGED'],
    ['a customer who says no', () => acknowledgeAmendment(open, { ...word, confirmedByCustomer: false }, rules), 'EXPLANATION_MISSING'],
    ['to acknowledge it unread', () => acknowledgeAmendment(open, { ...word, readingSeconds: 9 }, rules), 'READING_TOO_SHORT'],
    ['a reading of an instant after it was there', () => acknowledgeAmendment(open, { ...word, at: at(10) }, rules), 'READING_TOO_LONG'],
    [
      'a reading longer than it has been there',
      () => acknowledgeAmendment(open, { ...word, readingSeconds: 601 }, rules),
      'READING_TOO_LONG',
    ],
    ['to sign it before it was acknowledged', () => signAmendment(open, signature, day('2027-03-02')), 'AMENDMENT_NOT_ACKNOWLEDGED'],
    ['a signature of tomorrow', () => signAmendment(acknowledged, signature, day('2027-03-01')), 'AMENDMENT_SIGNED_LATER'],
    [
      'a signature from before he agreed',
      () => signAmendment(acknowledged, { ...signature, signedOn: day('2026-11-22') }, day('2027-03-02')),
      'AMENDMENT_SIGNED_EARLIER',
    ],
    ['to sign it twice', () => signAmendment(signed, signature, day('2027-03-02')), 'ILLEGAL_TRANSITION'],
    ['to acknowledge what is signed', () => acknowledgeAmendment(signed, word, rules), 'ILLEGAL_TRANSITION'],
    ['to replace what is signed', () => replaceAmendment(signed, { by: 'x', at: at(40) }), 'ILLEGAL_TRANSITION'],
    ['to sign what was replaced', () => signAmendment(replaceAmendment(open, word), signature, day('2027-03-02')), 'ILLEGAL_TRANSITION'],
  ])('refused: %s', (_title, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});
