import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { ageOn, checkCharacter, parseResidentId, requireAdult } from './resident-id.js';

const today = parseLocalDate('2026-11-23');
const made = (seventeen: string): string => seventeen + checkCharacter(seventeen);

test.each([
  ['11010519491231002X', '1949-12-31'],
  ['11010519491231002x', '1949-12-31'],
  [' 440524188001010014 ', '1880-01-01'],
  [made('11010520000229001'), '2000-02-29'],
  [made('11010520261123001'), '2026-11-23'],
])('[3.6] %s is a resident id of somebody born on %s', (text, birthDate) => {
  expect(parseResidentId(text, today)).toEqual({ number: text.trim().toUpperCase(), birthDate });
});

test.each([
  ['SHAPE', ''],
  ['SHAPE', '1101051949123100'],
  ['SHAPE', '110105194912310021X'],
  ['SHAPE', '11010519491231002Y'],
  ['SHAPE', '1101051949123l002X'],
  ['SHAPE', '110105-19491231-002X'],
  ['CHECKSUM', '110105194912310020'],
  ['CHECKSUM', '110105194912310021'],
  ['CHECKSUM', '11010519491231012X'],
  ['CHECKSUM', '440524188001010041'],
  ['BIRTH_DATE', made('11010520010229001')],
  ['BIRTH_DATE', made('11010520001301001')],
  ['BIRTH_DATE', made('11010520000431001')],
  ['BIRTH_DATE', made('11010520000000001')],
  ['FUTURE', made('11010520261124001')],
  ['FUTURE', made('11010520990101001')],
])('[3.6] %s: %s is refused at its field', (problem, text) => {
  const parse = () => parseResidentId(text, today, 'identity.residentId');
  expect(parse).toThrow(expect.objectContaining({ code: 'RESIDENT_ID_INVALID', field: 'identity.residentId', data: { problem } }));
});

test('[3.6] every single wrong digit and every swap of neighbours is noticed', () => {
  const good = '11010519491231002X';
  const accepted: string[] = [];
  for (let place = 0; place < 17; place++) {
    for (const digit of '0123456789') {
      if (digit !== good[place]) accepted.push(good.slice(0, place) + digit + good.slice(place + 1));
    }
    if (place < 16 && good[place] !== good[place + 1])
      accepted.push(`${good.slice(0, place)}${good[place + 1]}${good[place]}${good.slice(place + 2)}`);
  }
  expect(accepted.filter((text) => checkCharacter(text) === text[17])).toEqual([]);
});

describe('[3.6] eighteen on the day of application', () => {
  test.each([
    ['2008-11-22', 18],
    ['2008-11-23', 18],
    ['2008-11-24', 17],
    ['2008-12-01', 17],
    ['2026-11-23', 0],
    ['1949-12-31', 76],
  ])('born on %s is %d', (born, age) => {
    expect(ageOn(parseLocalDate(born), today)).toBe(age);
  });

  test.each([
    ['2004-02-29', '2022-02-28', false],
    ['2004-02-29', '2022-03-01', true],
    ['2008-11-23', '2026-11-22', false],
    ['2008-11-23', '2026-11-23', true],
  ])('born on %s, on %s: adult %s', (born, day, adult) => {
    const check = () => requireAdult(parseLocalDate(born), parseLocalDate(day));
    if (adult) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'UNDER_AGE' }));
  });
});
