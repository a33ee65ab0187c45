// A score once more from the figures and the stored scheme, by whole numbers: every line to a common divisor, rounded once.
import type { Row } from './plain-reading.ts';
import type { Recounted } from './recount.ts';

interface Ratio {
  readonly top: bigint;
  readonly bottom: bigint;
}

interface Line {
  readonly indicator: string;
  readonly weight: number;
  readonly target: number;
  readonly curve?: readonly { readonly at: number; readonly points: number }[] | null;
}

const MILLION = 1_000_000n;
const TOP = 120;
const LOW_IS_GOOD = new Set(['OVERDUE_RATE', 'NPL_RATE', 'FIRST_PAYMENT_DEFAULTS']);

export interface Rescored {
  /** Score in ten-thousandths. */
  readonly total: bigint;
  /** Points of each line in ten-thousandths; null for what is absent. */
  readonly points: readonly (bigint | null)[];
}

export function rescore(scheme: Row, figures: Recounted): Rescored {
  const lines = scheme['lines'] as readonly Line[];
  const marks = lines.map((line) => {
    const value = valueOf(line.indicator, figures);
    return value && pointsOf(line, value);
  });
  let [sum, weight]: [Ratio, bigint] = [{ top: 0n, bottom: 1n }, 0n];
  lines.forEach((line, place) => {
    const mark = marks[place];
    if (!mark) return;
    sum = { top: sum.top * mark.bottom + BigInt(line.weight) * mark.top * sum.bottom, bottom: sum.bottom * mark.bottom };
    weight += BigInt(line.weight);
  });
  const free = weight === 0n ? { top: 0n, bottom: 1n } : { top: sum.top, bottom: sum.bottom * weight };
  return { total: tenThousandths(capped(free, scheme, figures)), points: marks.map((mark) => mark && tenThousandths(mark)) };
}

/** A number with at most six decimals as it is written. */
function written(value: number): Ratio {
  const [whole = '0', rest = ''] = value.toFixed(6).split('.');
  return { top: BigInt(whole + rest.padEnd(6, '0')), bottom: MILLION };
}

const less = (a: Ratio, b: Ratio): boolean => a.top * b.bottom < b.top * a.bottom;

function valueOf(indicator: string, of: Recounted): Ratio | null {
  const share = (top: bigint, bottom: bigint): Ratio | null => (bottom > 0n ? { top, bottom } : null);
  const count = (value: bigint | number): Ratio => ({ top: BigInt(value), bottom: 1n });
  const known: Readonly<Record<string, Ratio | null>> = {
    DISBURSED_AMOUNT: count(of.disbursedFen),
    LOANS: count(of.loans),
    NEW_CUSTOMERS: count(of.newCustomers),
    SATISFACTION_SCORE: share(BigInt(of.satisfactionTotal), BigInt(of.satisfactionSample)),
    DEADLINES_KEPT: share(BigInt(of.deadlinesKept), BigInt(of.deadlinesDue)),
    OVERDUE_RATE: share(of.overdueFen, of.outstandingFen),
    NPL_RATE: share(of.nplFen, of.outstandingFen),
    FIRST_PAYMENT_DEFAULTS: count(of.firstPaymentDefaults),
    VIOLATION_FREE: count(of.violations === 0 ? 1 : 0),
  };
  if (!(indicator in known)) throw new Error(`an indicator that nobody described: ${indicator}`);
  return known[indicator] ?? null;
}

function pointsOf({ indicator, target, curve }: Line, value: Ratio): Ratio {
  const usual = LOW_IS_GOOD.has(indicator)
    ? [
        { at: 0, points: TOP },
        { at: target, points: 100 },
        { at: target * 2, points: 0 },
      ]
    : [
        { at: 0, points: 0 },
        { at: target, points: 100 },
        { at: (target * TOP) / 100, points: TOP },
      ];
  const points = curve ?? usual;
  const last = points[points.length - 1] as { at: number; points: number };
  let left = points[0] as { at: number; points: number };
  if (less(value, written(left.at))) return written(left.points);
  for (const right of points.slice(1)) {
    if (less(value, written(right.at))) {
      // y = a + (b - a) * (value - x) / (z - x), all in millionths
      const [x, z, a, b] = [written(left.at).top, written(right.at).top, written(left.points).top, written(right.points).top];
      const along = value.top * MILLION - x * value.bottom;
      return { top: a * value.bottom * (z - x) + (b - a) * along, bottom: MILLION * value.bottom * (z - x) };
    }
    left = right;
  }
  return written(last.points);
}

function capped(free: Ratio, scheme: Row, of: Recounted): Ratio {
  let held = free;
  for (const { kind, above, cap } of (scheme['gates'] ?? []) as readonly { kind: string; above: number; cap: number }[]) {
    const value = kind === 'SEVERE_VIOLATION' ? { top: BigInt(of.severeViolations), bottom: 1n } : valueOf(kind, of);
    if (value && less(written(above), value) && less(written(cap), held)) held = written(cap);
  }
  return held;
}

/** Half up. */
const tenThousandths = ({ top, bottom }: Ratio): bigint => (top * 20_000n + bottom) / (2n * bottom);
