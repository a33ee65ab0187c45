import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { addCard } from './bank-card.js';
import type { Customer } from './customer-file.js';
import { aFile } from './file.builder.js';
import type { IdentityOverride } from './identity-override.js';
import { mergeFiles, requireMergeable, requireUnmerged } from './merge.js';
import { emptyProfile } from './profile.js';

const day = (text: string): LocalDate => text as LocalDate;
const at = new Date('2026-11-23T01:00:00Z');
const how = { by: 'emp_9', at, on: day('2026-11-23'), reason: '同一客户', entryErrorFileId: null };
const other = (change: Partial<Customer> = {}): Customer => aFile({ id: 'cus_2', residentId: '110105199001010018', ...change });
const overriding = (value: string) => [{ value, field: 'residentId' } as IdentityOverride];
const gone = { intoId: 'cus_7', by: 'emp_9', at, reason: '同一客户' };

describe('[3.6] which files may become one', () => {
  test.each<[string, Customer, boolean]>([
    ['the old number of the same person', other({ residentId: '110105491231002' }), false],
    ['a number that was accepted by override', other({ residentId: 'H1234567', overrides: overriding('H1234567') }), false],
    ['a number that a paper shows to be an entry error', other(), true],
  ])('%s', (_title, merged, isEntryError) => {
    expect(() => requireMergeable(aFile(), merged, isEntryError)).not.toThrow();
  });

  test.each<[string, Customer, Customer, boolean, string]>([
    ['two valid numbers', aFile(), other(), false, 'MERGE_IDENTITY_DIFFERS'],
    ['the override of another number', aFile(), other({ overrides: overriding('H1234567') }), false, 'MERGE_IDENTITY_DIFFERS'],
    [
      'an override of the file that goes on',
      aFile({ overrides: overriding(aFile().residentId) }),
      other(),
      false,
      'MERGE_IDENTITY_DIFFERS',
    ],
    ['a person and a business', aFile(), other({ type: 'MICRO_ENTERPRISE' }), true, 'MERGE_TYPE_DIFFERS'],
    ['one file', aFile(), aFile(), true, 'MERGE_WITH_ITSELF'],
    ['a file that was merged already', aFile(), other({ merged: gone }), true, 'CUSTOMER_MERGED'],
    ['into a file that was merged', aFile({ merged: gone }), other(), true, 'CUSTOMER_MERGED'],
  ])('%s are refused', (_title, survivor, merged, isEntryError, code) => {
    expect(() => requireMergeable(survivor, merged, isEntryError)).toThrow(code);
  });

  test('a merged file names the one to go on with', () => {
    expect(() => requireUnmerged(aFile())).not.toThrow();
    expect(() => requireUnmerged(other({ merged: gone }))).toThrow(expect.objectContaining({ data: { intoId: 'cus_7' } }));
  });
});

describe('[3.6] the two files afterwards', () => {
  const card = { bank: '工商银行', addedOn: day('2026-01-01'), addedBy: 'emp_1', replacesId: null };
  const needs = { purpose: 'TRAVEL', amountFen: 5, termMonths: null, method: null };
  const survivor = aFile({
    profile: { ...emptyProfile, needs: { ...needs, amountFen: null } },
    cards: addCard([], { ...card, id: 'crd_1', number: '4000000000000002' }),
  });
  const merged = other({
    ...{ ownerId: 'emp_2', registeredOn: day('2025-06-01'), nextVisitOn: day('2026-12-01'), leadId: 'led_1' },
    profile: { ...emptyProfile, needs: { ...needs, purpose: 'EQUIPMENT', termMonths: 6 } },
    cards: addCard([], { ...card, id: 'crd_2', number: '6222020000000000000' }),
    consents: [{ id: 'cns_1' } as Customer['consents'][number]],
  });
  const made = mergeFiles(survivor, merged, how);

  test('what was known stays, gaps are filled, nothing is lost', () => {
    expect(made.survivor.profile.needs).toEqual({ purpose: 'TRAVEL', amountFen: 5, termMonths: 6, method: null });
    expect(made.survivor).toMatchObject({ registeredOn: '2025-06-01', nextVisitOn: '2026-12-01', leadId: 'led_1', ownerId: 'emp_1' });
    expect(made.survivor.cards.map(({ id, preferred }) => [id, preferred])).toEqual([
      ['crd_1', true],
      ['crd_2', false],
    ]);
    expect(made.survivor.consents).toHaveLength(1);
    expect(made.survivor.merges).toEqual([{ customerId: 'cus_2', by: 'emp_9', at, reason: '同一客户', entryErrorFileId: null }]);
  });

  test('the other stays as it was, says where it went, and is read by who has the survivor', () => {
    expect(made.merged).toMatchObject({ merged: { intoId: 'cus_1', by: 'emp_9', at }, ownerId: 'emp_1', name: merged.name });
    expect(made.merged.owners.at(-1)).toEqual({ ownerId: 'emp_1', since: '2026-11-23', reason: '同一客户' });
    expect(made.merged.consents).toEqual(merged.consents);
  });
});
