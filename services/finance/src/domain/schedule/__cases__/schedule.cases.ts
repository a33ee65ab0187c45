import type { Method } from '../terms.js';

/** Test vectors of regulation.md 5.1: 100,000 yuan, 12 %, 12 months; [no, interest, principal] in fen. */
export interface Vector {
  readonly method: Method;
  readonly rows: readonly (readonly [no: number, interestFen: number, principalFen: number])[];
  readonly totalInterestFen: number;
}

export const vectors: readonly Vector[] = [
  {
    method: 'EQUAL_INSTALMENT',
    rows: [
      [1, 1000_00, 7884_88],
      [2, 921_15, 7963_73],
      [11, 175_07, 8709_81],
      [12, 87_97, 8796_88],
    ],
    totalInterestFen: 6618_53,
  },
  {
    method: 'EQUAL_PRINCIPAL',
    rows: [
      [1, 1000_00, 8333_33],
      [2, 916_67, 8333_33],
      [12, 83_33, 8333_37],
    ],
    totalInterestFen: 6500_00,
  },
  {
    method: 'INTEREST_ONLY',
    rows: [
      [1, 1000_00, 0],
      [11, 1000_00, 0],
      [12, 1000_00, 100_000_00],
    ],
    totalInterestFen: 12_000_00,
  },
  { method: 'BULLET', rows: [[1, 12_000_00, 100_000_00]], totalInterestFen: 12_000_00 },
];

/** Amounts where rounding bites: fewer fen than instalments, rate zero, one month. [principal, rate, months] */
export const awkward: readonly (readonly [number, string, number])[] = [
  [1, '0.24', 12],
  [7, '0.12', 120],
  [80, '0', 120],
  [100, '0', 3],
  [99_999, '0.000001', 7],
  [1_000_000_00, '0.24', 1],
  [33_333_33, '0.1499', 36],
  [9_000_000_000_00, '0.2399', 120],
  [10_000, '9.99', 120],
];
