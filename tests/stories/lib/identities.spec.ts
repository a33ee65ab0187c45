import { describe, expect, test } from '@jest/globals';
import { creditCode, identityOf, luhn, residentId } from './identities.ts';

const facts = { ageInYears: 33, bureau: 'SOUND', today: '2026-11-23' } as const;
const ageOn = (id: string, today: string): number => {
  const [year, rest] = [Number(id.slice(6, 10)), `${id.slice(10, 12)}-${id.slice(12, 14)}`];
  return Number(today.slice(0, 4)) - year - (today.slice(5) < rest ? 1 : 0);
};

describe('invented identities add up', () => {
  test.each([
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
  ])('the resident id %s ends with %s', (digits, check) => expect(residentId(digits)).toBe(`${digits}${check}`));

  test.each([['91350100M000100Y4', '3']])('the credit code %s ends with %s', (characters, check) =>
    expect(creditCode(characters)).toBe(`${characters}${check}`),
  );

  test.each([
    ['7992739871', '3'],
    ['411111111111111', '1'],
  ])('the card %s ends with %s', (digits, check) => expect(luhn(digits)).toBe(`${digits}${check}`));

  test('the same seed is the same person, another one somebody else', () => {
    expect(identityOf('run:GC0001', facts)).toEqual(identityOf('run:GC0001', facts));
    expect(identityOf('run:GC0001', facts).residentId).not.toBe(identityOf('run:GC0002', facts).residentId);
  });

  test.each(['2026-11-23', '2027-01-01', '2028-02-29', '2026-12-31'])('everybody has his age on %s', (today) => {
    for (let row = 0; row < 300; row += 1) {
      const { residentId: id } = identityOf(`age:${row}`, { ...facts, ageInYears: 19 + (row % 56), today });
      expect(ageOn(id, today)).toBe(19 + (row % 56));
      expect(new Date(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}T00:00:00Z`).getUTCDate()).toBe(Number(id.slice(12, 14)));
    }
  });

  test('the bureau reads what it is told from the sequence', () => {
    for (let row = 0; row < 200; row += 1) {
      const sound = Number(identityOf(`b:${row}`, facts).residentId.slice(14, 17));
      expect([sound < 700, sound % 4]).toEqual([true, 0]);
      expect(Number(identityOf(`b:${row}`, { ...facts, bureau: 'ADVERSE' }).residentId.slice(14, 17))).toBeGreaterThanOrEqual(900);
    }
  });
});
