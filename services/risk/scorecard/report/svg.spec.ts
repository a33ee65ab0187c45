import { describe, expect, test } from '@jest/globals';
import { aucOf } from '../measures/separation.ts';
import { calibrationPlot, chanceIn, distributionPlot, ksPlot, rocPlot } from './plots.ts';
import { svgOf, ticksOf } from './svg.ts';

const axis = { label: 'x', from: 0, to: 10, ticks: [0, 10] };
const scale = { baseScore: 100, baseOdds: 4, pointsToDouble: 20 };
const scored = [...Array.from({ length: 30 }, (_, at) => ({ score: 60 + at * 3, isBad: at % 3 === 0 || at < 8 }))];

describe('plots', () => {
  test('a point lies where its axes say, and a title is text', () => {
    const svg = svgOf({
      title: 'a < b & c',
      x: axis,
      y: axis,
      legend: [],
      marks: [
        { kind: 'dot', x: 0, y: 0, color: 'red' },
        { kind: 'dot', x: 10, y: 10, color: 'red' },
        { kind: 'bar', from: 0, to: 10, low: 0, high: 5, color: 'red' },
      ],
    });
    expect(svg).toContain('a &lt; b &amp; c');
    expect(svg).toContain('cx="64.0" cy="328.0"');
    expect(svg).toContain('cx="492.0" cy="62.0"');
    expect(svg).toContain('width="428.0" height="133.0"');
  });

  test.each([
    ['ROC', rocPlot(scored), `ROC: area ${aucOf(scored).toFixed(3)}`],
    ['KS', ksPlot(scored), 'greatest distance'],
    ['calibration', calibrationPlot(scored, scale), '<circle'],
    ['distribution', distributionPlot(scored, [100]), 'stroke-dasharray'],
  ])('%s is drawn without a number that is none', (_name, svg, part) => {
    expect(svg).toContain(part);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('the foretold bad rate of a band is the average of its chances', () => {
    const two = [
      { score: 60, isBad: true },
      { score: 100, isBad: false },
    ];
    expect(chanceIn(two, { from: null, below: null }, scale)).toBeCloseTo((0.5 + 0.2) / 2, 12);
    expect(chanceIn(two, { from: 90, below: null }, scale)).toBeCloseTo(0.2, 12);
    expect(chanceIn(two, { from: 300, below: 400 }, scale)).toBe(0);
  });

  test.each([
    [0, 50, 20, [0, 20, 40, 60]],
    [47, 81, 20, [40, 60, 80, 100]],
    [40, 80, 20, [40, 60, 80]],
  ])('ticks from %d to %d by %d', (from, to, step, ticks) => expect(ticksOf(from, to, step)).toEqual(ticks));
});
