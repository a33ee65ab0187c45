import { addMonths } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { ARREARS_BUCKETS, LENDER_KINDS, PUBLIC_RECORD_KINDS } from '../domain/bureau/bureau-report.js';
import type { BureauCredit, BureauDetails, BureauReport } from '../domain/bureau/bureau-report.js';

/** From this sequence number on the simulated borrower is in serious delinquency. */
const ADVERSE_FROM = 900;
const LATE_FROM = 700;
const YUAN = 100;

/** The 15th to 17th character of an identity number as a number; a letter of a unified credit code counts as 0. */
export function sequenceOf(identityNumber: string): number {
  return Number(identityNumber.slice(14, 17).replace(/\D/g, '0'));
}

/**
 * The report of a simulated borrower. It follows from the 15th to 17th character of the identity number alone, read as n of 000..999, and
 * from the day, so that everybody can foretell it:
 * - score: n >= 900: 300 + (999 - n), so 300..399; otherwise 850 - floor(n / 2), so 401..850;
 * - n >= 900: in serious delinquency, late in the last three months (over 90 days now), one debt of 1,000 + n yuan written off;
 *   700 <= n < 900: one late month, n mod 12 + 3 months ago, up to 30 days late (odd n: up to 60);
 * - n mod 4 open credits; the i-th (from 0) has the lender kind (n + i) mod 5 of the list, a limit of 10,000 + 1,000 x ((7n + 13i) mod 90)
 *   yuan, 20 + ((n + 31i) mod 60) per cent of it owed, and one twenty-fourth of that due each month;
 * - n mod 6 inquiries in 6 months: the first half (rounded up) this month, the others two months ago; n mod 3 more nine months ago;
 * - a public record for n mod 50 = 49 (settled) and for every third n >= 900 (not settled), of the kind n mod 4 of the list;
 * - a guarantee of 50,000 yuan, half of it owed, for n mod 10 = 5; in arrears for n >= 900;
 * - identity: INCONSISTENT for 777, UNVERIFIED for 888, CONSISTENT for all others.
 */
export function simulatedReport(identityNumber: string, today: LocalDate): BureauReport {
  const n = sequenceOf(identityNumber);
  const adverse = n >= ADVERSE_FROM;
  const details = detailsOf(n, today);
  return {
    score: adverse ? 300 + (999 - n) : 850 - Math.floor(n / 2),
    currentSeriousDelinquency: adverse,
    delinquenciesIn24Months: details.arrears.length,
    openCredits: n % 4,
    inquiriesIn6Months: n % 6,
    reportedOn: today,
    details,
  };
}

function detailsOf(n: number, today: LocalDate): BureauDetails {
  const adverse = n >= ADVERSE_FROM;
  const open = Array.from({ length: n % 4 }, (_, place) => openCredit(n, place));
  return {
    identityMatch: n === 777 ? 'INCONSISTENT' : n === 888 ? 'UNVERIFIED' : 'CONSISTENT',
    credits: adverse ? [...open, writtenOff(n)] : open,
    arrears: arrearsOf(n, today),
    inquiries: [
      { month: monthsAgo(today, 0), count: Math.ceil((n % 6) / 2) },
      { month: monthsAgo(today, 2), count: Math.floor((n % 6) / 2) },
      { month: monthsAgo(today, 9), count: n % 3 },
    ].filter(({ count }) => count > 0),
    publicRecords: publicRecordsOf(n, today),
    guarantees: n % 10 === 5 ? [{ lenderKind: 'BANK', amountFen: 50_000 * YUAN, balanceFen: 25_000 * YUAN, inArrears: adverse }] : [],
  };
}

function openCredit(n: number, place: number): BureauCredit {
  const limitFen = (10_000 + 1_000 * ((7 * n + 13 * place) % 90)) * YUAN;
  const balanceFen = (limitFen / 100) * (20 + ((n + 31 * place) % 60));
  return {
    lenderKind: kindOf(LENDER_KINDS, n + place),
    status: 'OPEN',
    limitFen,
    balanceFen,
    monthlyPaymentFen: Math.ceil(balanceFen / 24),
  };
}

function writtenOff(n: number): BureauCredit {
  const owedFen = (1_000 + n) * YUAN;
  return { lenderKind: kindOf(LENDER_KINDS, n), status: 'WRITTEN_OFF', limitFen: owedFen, balanceFen: owedFen, monthlyPaymentFen: 0 };
}

function arrearsOf(n: number, today: LocalDate): BureauDetails['arrears'] {
  if (n >= ADVERSE_FROM) return [3, 2, 1].map((bucket, ago) => ({ month: monthsAgo(today, ago), bucket: kindOf(ARREARS_BUCKETS, bucket) }));
  return n >= LATE_FROM ? [{ month: monthsAgo(today, (n % 12) + 3), bucket: n % 2 === 1 ? 'D31_60' : 'D1_30' }] : [];
}

function publicRecordsOf(n: number, today: LocalDate): BureauDetails['publicRecords'] {
  const unsettled = n >= ADVERSE_FROM && n % 3 === 0;
  if (!unsettled && n % 50 !== 49) return [];
  const recordedOn = addMonths(today, -14);
  return [{ kind: kindOf(PUBLIC_RECORD_KINDS, n), recordedOn, amountFen: (2_000 + n) * YUAN, settled: !unsettled }];
}

function monthsAgo(today: LocalDate, months: number): string {
  return addMonths(today, -months).slice(0, 7);
}

function kindOf<K extends string>(kinds: readonly K[], place: number): K {
  return kinds[place % kinds.length] as K;
}
