import { describe, expect, test } from '@jest/globals';
import { ATTRIBUTES } from './attributes.ts';
import { bandsOf, placeIn } from './bands.ts';
import type { BandRules } from './bands.ts';
import { some } from './outcomes.builder.ts';

const rules: BandRules = { classes: 4, leastShare: 0.05, leastShareOfLevel: 0.02, leastChiSquare: 1, prior: 0 };
const attribute = (fact: string) => ATTRIBUTES.find((one) => one.fact === fact)!;
const names = (fact: string, sample: ReturnType<typeof some>, change: Partial<BandRules> = {}) =>
  bandsOf(attribute(fact), sample, { ...rules, ...change }).bands.map((band) =>
    'values' in band ? band.values.join('+') : `${band.from}-${band.below}`,
  );

describe('bands of a number', () => {
  const terms = [
    ...some(45, 5, { termMonths: 6 }),
    ...some(40, 10, { termMonths: 12 }),
    ...some(30, 20, { termMonths: 24 }),
    ...some(20, 30, { termMonths: 48 }),
  ];

  test('classes of equal size, from the least to the greatest that the card knows', () => {
    expect(names('termMonths', terms)).toEqual(['1-12', '12-24', '24-48', '48-121']);
    const [first] = bandsOf(attribute('termMonths'), terms, rules).bands;
    // 135 goods and 65 bads: ln((45/135) / (5/65)).
    expect(first).toMatchObject({ goods: 45, bads: 5 });
    expect(first?.woe).toBeCloseTo(Math.log(45 / 135 / (5 / 65)), 12);
  });

  test('a term must rise or fall: a dip is pooled', () => {
    const dip = [...terms, ...some(50, 0, { termMonths: 18 })];
    const { bands } = bandsOf(attribute('termMonths'), dip, { ...rules, classes: 10, leastChiSquare: 0 });
    const rates = bands.map(({ goods, bads }) => bads / (goods + bads));
    expect(rates).toEqual([...rates].sort((one, other) => one - other));
    expect(rates.length).toBeGreaterThan(1);
  });

  test('limits of amounts are round: 100 yuan', () => {
    const amounts = [...some(30, 20, { amountFen: 123_400 }), ...some(45, 5, { amountFen: 261_700 })];
    expect(names('amountFen', amounts, { classes: 2 })).toEqual(['1-260000', '260000-10000000000']);
  });

  test('one value is one band', () => expect(names('termMonths', some(60, 40))).toEqual(['1-121']));
});

describe('bands of levels', () => {
  test('levels in the order of their bad rates, the alike together, the never seen in the worst', () => {
    const sample = [...some(45, 5, { housing: 'OWN' }), ...some(45, 5, { housing: 'RENT' })];
    expect(names('housing', sample)).toEqual(['OWN+RENT+FREE']);
    const purposes = [...some(90, 10, { purpose: 'VEHICLE' }), ...some(50, 50, { purpose: 'EDUCATION' })];
    const banded = bandsOf(attribute('purpose'), purposes, rules);
    expect(banded.bands.map((band) => 'values' in band && band.values[0])).toEqual(['EDUCATION', 'VEHICLE']);
    expect(banded.unseen).toContain('MEDICAL');
    expect(banded.bands[0]).toMatchObject({ values: expect.arrayContaining(['MEDICAL', 'TRAVEL']) as unknown, goods: 50, bads: 50 });
  });

  test('a rare level joins the one that is most like it', () => {
    const sample = [...some(90, 10, { housing: 'OWN' }), ...some(50, 50, { housing: 'RENT' }), ...some(1, 1, { housing: 'FREE' })];
    expect(names('housing', sample)).toEqual(['RENT+FREE', 'OWN']);
  });

  test('a level that nobody knows is not counted', () => {
    const strange = some(10, 10, { housing: 'CASTLE' as never });
    expect(bandsOf(attribute('housing'), [...some(90, 10), ...strange], rules).bands).toMatchObject([{ goods: 90, bads: 10 }]);
  });
});

describe('the place of a value', () => {
  const numbers = [
    { from: 1, below: 12 },
    { from: 12, below: 121 },
  ];
  test.each([
    [1, 0],
    [11, 0],
    [12, 1],
    [120, 1],
    // Outside of all: the nearest.
    [0, 0],
    [500, 1],
  ])('%d is in band %d', (value, place) => expect(placeIn(numbers, value)).toBe(place));

  test.each([
    ['OWN', 1],
    ['CASTLE', -1],
    [null, -1],
  ])('%s is in band %d', (value, place) => expect(placeIn([{ values: ['RENT', 'FREE'] }, { values: ['OWN'] }], value)).toBe(place));
});
