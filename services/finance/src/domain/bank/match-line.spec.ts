import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { applyRepayment } from '../loan/apply-repayment.js';
import { aLoan, serviceFee } from '../loan/loan.builder.js';
import type { Loan } from '../loan/loan.js';
import { standingOf } from '../loan/standing.js';
import { fitOf, matchLine } from './match-line.js';
import type { MatchDecision, MoneyReceived, PossibleLoans } from './match-line.js';

const ON = parseLocalDate('2026-02-10');
const one = aLoan();
const other: Loan = { ...one, id: 'lon_2' };
const small: Loan = { ...aLoan({ principalFen: 50_000_00 }), id: 'lon_3' };
const settled: Loan = { ...one, id: 'lon_4', state: 'SETTLED' };
const later: Loan = { ...one, id: 'lon_5', disbursedOn: parseLocalDate('2026-03-01') };
const INSTALMENT = one.rows[0]!.totalFen;

const decide = (possible: Partial<PossibleLoans>, money: Partial<MoneyReceived> = {}): MatchDecision =>
  matchLine({ amountFen: 1_23, paidOn: ON, references: [], ...money }, { referred: [], ofAccount: [], ofName: [], ...possible });
const said = (decision: MatchDecision) => (decision.kind === 'MATCHED' ? [decision.by, decision.loan.id] : [decision.reason]);
const NAMED = { references: ['lon_1'] };

describe('[4.19, 5.3] whose repayment it is', () => {
  it.each<[string, Partial<PossibleLoans>, Partial<MoneyReceived>, string[]]>([
    ['the remark names a loan, whatever the amount', { referred: [one] }, NAMED, ['REFERENCE', 'lon_1']],
    ['the remark names loan and contract of the same', { referred: [one, one] }, NAMED, ['REFERENCE', 'lon_1']],
    ['the remark stands above the account', { referred: [one], ofAccount: [other] }, NAMED, ['REFERENCE', 'lon_1']],
    ['the account of a borrower with one loan, whatever the amount', { ofAccount: [one] }, {}, ['ACCOUNT', 'lon_1']],
    ['one that runs beside one that has ended', { ofAccount: [settled, one] }, {}, ['ACCOUNT', 'lon_1']],
    ['the name and the next instalment', { ofName: [one] }, { amountFen: INSTALMENT }, ['AMOUNT', 'lon_1']],
    ['the name and the payoff', { ofName: [one] }, { amountFen: standingOf(one, ON).payoffFen }, ['AMOUNT', 'lon_1']],
    ['two loans of the account, one of which the amount fits', { ofAccount: [one, small] }, { amountFen: INSTALMENT }, ['AMOUNT', 'lon_1']],
    ['two of the name, one of which it fits', { ofName: [small, one] }, { amountFen: INSTALMENT }, ['AMOUNT', 'lon_1']],
    ['the remark names nothing that there is', { ofAccount: [one] }, NAMED, ['REFERENCE_UNKNOWN']],
    ['the remark names two', { referred: [one, other] }, NAMED, ['REFERENCE_AMBIGUOUS']],
    ['the remark names a loan that has ended', { referred: [settled], ofAccount: [one] }, NAMED, ['LOAN_SETTLED']],
    ['the remark names a loan that had not begun', { referred: [later] }, NAMED, ['PAID_BEFORE_LOAN']],
    ['the account has two loans and the amount fits neither', { ofAccount: [one, other] }, {}, ['AMOUNT_FITS_NONE']],
    ['the account has two loans and the amount fits both', { ofAccount: [one, other] }, { amountFen: INSTALMENT }, ['AMOUNT_FITS_SEVERAL']],
    ['two people of one name owe the same', { ofName: [one, other] }, { amountFen: INSTALMENT }, ['AMOUNT_FITS_SEVERAL']],
    ['only the name fits', { ofName: [one] }, {}, ['AMOUNT_FITS_NONE']],
    ['a fen too little', { ofName: [one] }, { amountFen: INSTALMENT - 1 }, ['AMOUNT_FITS_NONE']],
    ['the loan of the account has ended', { ofAccount: [settled] }, {}, ['LOAN_SETTLED']],
    ['the loan of the account had not begun', { ofAccount: [later] }, {}, ['PAID_BEFORE_LOAN']],
    ['nobody is known', {}, {}, ['PAYER_UNKNOWN']],
  ])('%s', (_title, possible, money, expected) => {
    expect(said(decide(possible, money))).toEqual(expected);
  });

  it('shows a person the loans that it might be, why, and what the amount fits, ten at most', () => {
    const decision = decide({ ofAccount: [one, settled], ofName: [one, small, other] }, { amountFen: INSTALMENT });
    expect(decision.candidates).toEqual([
      { loanId: 'lon_1', why: 'ACCOUNT', fits: 'INSTALMENT' },
      { loanId: 'lon_4', why: 'ACCOUNT', fits: null },
      { loanId: 'lon_3', why: 'NAME', fits: null },
      { loanId: 'lon_2', why: 'NAME', fits: 'INSTALMENT' },
    ]);
    const many = Array.from({ length: 30 }, (_, no) => ({ ...one, id: `lon_${no}` }));
    expect(decide({ ofName: many }).candidates).toHaveLength(10);
  });
});

describe('[5.3] what of a loan an amount is', () => {
  const withFee = aLoan({ fees: [serviceFee] });
  const late = parseLocalDate('2026-03-20');
  const dueLate = one.rows[0]!.totalFen + one.rows[1]!.totalFen + standingOf(one, late).penaltyOwedFen;
  it.each([
    ['the next instalment alone', withFee, INSTALMENT, ON, 'INSTALMENT'],
    ['the next instalment with the fee', withFee, INSTALMENT + 300_00, ON, 'DUE'],
    ['two late instalments with their penalty', one, dueLate, late, 'DUE'],
    ['two late instalments without it', one, dueLate - standingOf(one, late).penaltyOwedFen, late, null],
    ['the payoff', withFee, standingOf(withFee, ON).payoffFen, ON, 'PAYOFF'],
    ['the principal', withFee, withFee.principalFen, ON, null],
    [
      'what is left of an instalment that was paid in part',
      applyRepayment(one, 1_000_00, { paidOn: ON, today: ON }).loan,
      INSTALMENT - 1_000_00,
      ON,
      'INSTALMENT',
    ],
    [
      'the whole of an instalment that was paid in part',
      applyRepayment(one, 1_000_00, { paidOn: ON, today: ON }).loan,
      INSTALMENT,
      ON,
      null,
    ],
    ['anything, of a loan that is paid', applyRepayment(one, 200_000_00, { paidOn: ON, today: ON }).loan, INSTALMENT, ON, null],
  ] as const)('%s', (_title, loan, amountFen, paidOn, fit) => {
    expect(fitOf(loan, { amountFen, paidOn })).toBe(fit);
  });
});
