import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseLocalDate } from '@weilend/kernel';
import { ACCOUNTS, balanced, credit, debit, EMPTY_CHAIN, firstBreak, headOf, makeEntry } from './journal.js';
import type { JournalEntry, JournalLine } from './journal.js';

const draft = (lines: readonly JournalLine[], idemKey = 'disbursement:con_1') => ({
  id: 'jnl_1',
  idemKey,
  kind: 'DISBURSEMENT' as const,
  businessDate: parseLocalDate('2026-11-23'),
  stream: 'lon_1',
  lines,
});
const good = [debit(ACCOUNTS.LOANS, 100), credit(ACCOUNTS.FUNDS, 100)];

describe('[4.19] a journal entry', () => {
  it('is chained to the one before it and leaves lines of zero out', () => {
    const first = makeEntry(EMPTY_CHAIN, draft([...good, debit(ACCOUNTS.FEES_RECEIVABLE, 0), credit(ACCOUNTS.FEE_INCOME, 0)]));
    expect(first).toMatchObject({ no: 1, prevHash: null, lines: good });
    expect(makeEntry(headOf(first), draft(good, 'b'))).toMatchObject({ no: 2, prevHash: first.hash });
  });

  it.each<[string, JournalLine[]]>([
    ['of one side', [debit(ACCOUNTS.LOANS, 100)]],
    ['that does not balance', [debit(ACCOUNTS.LOANS, 100), credit(ACCOUNTS.FUNDS, 99)]],
    ['of two debits', [debit(ACCOUNTS.LOANS, 100), debit(ACCOUNTS.FUNDS, 100)]],
    ['of zeros', [debit(ACCOUNTS.LOANS, 0), credit(ACCOUNTS.FUNDS, 0)]],
    ['of negative amounts', [debit(ACCOUNTS.LOANS, -100), credit(ACCOUNTS.FUNDS, -100)]],
    ['of nothing', []],
  ])('%s is a bug', (_title, lines) => {
    expect(() => makeEntry(EMPTY_CHAIN, draft(lines))).toThrow(InvariantViolation);
  });

  it('in half a fen is a bug', () => {
    expect(() => debit(ACCOUNTS.LOANS, 0.5)).toThrow(InvariantViolation);
    expect(balanced([])).toBe(true);
  });
});

describe('[7.13] the chain of entries', () => {
  const one = makeEntry(EMPTY_CHAIN, draft(good, 'a'));
  const two = makeEntry(headOf(one), draft(good, 'b'));
  const three = makeEntry(headOf(two), draft(good, 'c'));

  it('is whole', () => {
    expect(firstBreak([])).toBeNull();
    expect(firstBreak([one, two, three])).toBeNull();
  });

  it.each<[string, JournalEntry[], number]>([
    ['a changed amount', [one, { ...two, lines: [debit(ACCOUNTS.LOANS, 99), credit(ACCOUNTS.FUNDS, 99)] }, three], 2],
    ['a lost entry', [one, three], 2],
    ['a lost first entry', [two, three], 1],
    ['two entries swapped', [one, three, two], 2],
    ['a rewritten entry with a right hash', [one, makeEntry(EMPTY_CHAIN, draft(good, 'x')), three], 2],
    ['a changed date', [{ ...one, businessDate: parseLocalDate('2026-11-24') }, two], 1],
  ])('shows %s', (_title, entries, at) => expect(firstBreak(entries)).toBe(at));
});
