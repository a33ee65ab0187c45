// The four pictures that a report opens with. All are drawn from scores that applications got from a card fitted without them.
import { badChanceAt } from '../fit/points.ts';
import type { Scale } from '../fit/points.ts';
import { badRateOf, groupsOf } from '../measures/groups.ts';
import { aucOf, ksOf, stepsOf } from '../measures/separation.ts';
import type { Scored } from '../measures/separation.ts';
import { limitsOf } from '../measures/stability.ts';
import { COLORS, svgOf, ticksOf } from './svg.ts';
import type { Axis } from './svg.ts';

const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1];
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const shares = (label: string): Axis => ({ label, from: 0, to: 1, ticks: SHARES, text: percent });
const POINTS_A_BAR = 20;
const CALIBRATION_GROUPS = 10;

export function rocPlot(scored: readonly Scored[]): string {
  const points = stepsOf(scored).map(({ goods, bads }) => [goods, bads] as const);
  return svgOf({
    title: `ROC: area ${aucOf(scored).toFixed(3)}, all parts together`,
    x: shares('good applications refused'),
    y: shares('bad applications refused'),
    legend: [
      ['points card', COLORS.good],
      ['chance', COLORS.pale],
    ],
    marks: [
      {
        kind: 'line',
        points: [
          [0, 0],
          [1, 1],
        ],
        color: COLORS.pale,
        dashed: true,
      },
      { kind: 'line', points: [[0, 0], ...points], color: COLORS.good },
    ],
  });
}

export function ksPlot(scored: readonly Scored[]): string {
  const steps = stepsOf(scored);
  const { ks, score } = ksOf(scored);
  const at = steps.find((step) => step.score === score);
  return svgOf({
    title: `KS: greatest distance ${ks.toFixed(3)} at ${score} points`,
    x: scoreAxis(scored),
    y: shares('share with at most this score'),
    legend: [
      ['bad', COLORS.bad],
      ['good', COLORS.good],
    ],
    marks: [
      { kind: 'line', points: steps.map((step) => [step.score, step.bads]), color: COLORS.bad },
      { kind: 'line', points: steps.map((step) => [step.score, step.goods]), color: COLORS.good },
      {
        kind: 'line',
        points: [
          [score, at?.goods ?? 0],
          [score, at?.bads ?? 0],
        ],
        color: COLORS.plain,
        dashed: true,
      },
    ],
  });
}

export function calibrationPlot(scored: readonly Scored[], scale: Scale): string {
  const groups = groupsOf(
    scored,
    limitsOf(
      scored.map(({ score }) => score),
      CALIBRATION_GROUPS,
    ),
  );
  return svgOf({
    title: 'Calibration: tenths by score',
    x: shares('bad rate that the score stands for'),
    y: shares('bad rate observed'),
    legend: [
      ['a tenth of them', COLORS.good],
      ['as foretold', COLORS.pale],
    ],
    marks: [
      {
        kind: 'line',
        points: [
          [0, 0],
          [1, 1],
        ],
        color: COLORS.pale,
        dashed: true,
      },
      ...groups.map((group) => ({ kind: 'dot' as const, x: chanceIn(scored, group, scale), y: badRateOf(group), color: COLORS.good })),
    ],
  });
}

/** Average of the chances in a group: the chance at its average score would be too low at the ends. */
export function chanceIn(scored: readonly Scored[], { from, below }: { from: number | null; below: number | null }, scale: Scale): number {
  const inside = scored.filter(({ score }) => score >= (from ?? -Infinity) && score < (below ?? Infinity));
  return inside.reduce((sum, { score }) => sum + badChanceAt(score, scale), 0) / Math.max(inside.length, 1);
}

export function distributionPlot(scored: readonly Scored[], cuts: readonly number[]): string {
  const x = scoreAxis(scored);
  const bars = x.ticks.slice(0, -1).map((from) => {
    const inside = scored.filter(({ score }) => score >= from && score < from + POINTS_A_BAR);
    return { from, goods: inside.filter(({ isBad }) => !isBad).length, all: inside.length };
  });
  const top = Math.ceil(Math.max(...bars.map(({ all }) => all)) / 20) * 20;
  return svgOf({
    title: 'Scores, and where the grades are cut',
    x,
    y: { label: 'applications', from: 0, to: top, ticks: ticksOf(0, top, 20) },
    legend: [
      ['good', COLORS.good],
      ['bad', COLORS.bad],
    ],
    marks: [
      ...bars.flatMap(({ from, goods, all }) => [
        { kind: 'bar' as const, from, to: from + POINTS_A_BAR, low: 0, high: goods, color: COLORS.good },
        { kind: 'bar' as const, from, to: from + POINTS_A_BAR, low: goods, high: all, color: COLORS.bad },
      ]),
      ...cuts.map((cut) => ({
        kind: 'line' as const,
        points: [[cut, 0] as const, [cut, top] as const],
        color: COLORS.plain,
        dashed: true,
      })),
    ],
  });
}

function scoreAxis(scored: readonly Scored[]): Axis {
  const scores = scored.map(({ score }) => score);
  const ticks = ticksOf(Math.min(...scores), Math.max(...scores) + 1, POINTS_A_BAR);
  return {
    label: 'points',
    from: ticks[0] ?? 0,
    to: ticks.at(-1) ?? 1,
    ticks,
    text: (tick) => (tick % (2 * POINTS_A_BAR) === 0 ? String(tick) : ''),
  };
}
