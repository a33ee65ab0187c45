import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { addCard, endCard, joinCards, liveCards, parseCardNumber, preferCard } from './bank-card.js';
import type { BankCard, NewCard } from './bank-card.js';

const on = '2026-11-23' as LocalDate;
const card = (id: string, number: string): NewCard => ({ id, number, bank: '工商银行', addedOn: on, addedBy: 'emp_1', replacesId: null });
const ended = { on, by: 'emp_1', reason: '卡片遗失' };
const [one, two] = [card('crd_1', '6222020000000000000'), card('crd_2', '4000000000000002')];
const preferred = (cards: readonly BankCard[]): string[] => cards.filter((each) => each.preferred).map(({ id }) => id);

test.each([
  ['4000000000000002', '4000000000000002'],
  ['4000 0000 0000 0002', '4000000000000002'],
  ['40000000000000000002', null],
  ['6222-0200-0000-0000-000', '6222020000000000000'],
])('[3.6] %s is read as %s', (text, number) => {
  if (number) expect(parseCardNumber(text)).toBe(number);
  else expect(() => parseCardNumber(text)).toThrow('CARD_NUMBER_INVALID');
});

test.each([
  ['', 'SHAPE'],
  ['40000000000000020', 'CHECKSUM'],
  ['400000000000000', 'SHAPE'],
  ['4000000000000003', 'CHECKSUM'],
  ['4000000000000020', 'CHECKSUM'],
  ['0000000000000000', 'SHAPE'],
  ['400000000000000X', 'SHAPE'],
  ['４０００００００００００００02', 'SHAPE'],
])('[3.6] %s is refused: %s', (text, problem) => {
  expect(() => parseCardNumber(text, 'number')).toThrow(
    expect.objectContaining({ code: 'CARD_NUMBER_INVALID', data: { problem }, field: 'number' }),
  );
});

describe('[3.5, 3.6] the cards of a file', () => {
  const both = addCard(addCard([], one), two);

  test('the first one is preferred until another is', () => {
    expect(preferred(both)).toEqual(['crd_1']);
    expect(preferred(preferCard(both, 'crd_2'))).toEqual(['crd_2']);
  });

  test('what ends stays with its reason, and another one is preferred', () => {
    const left = endCard(both, 'crd_1', ended);
    expect(left[0]).toMatchObject({ id: 'crd_1', ended, preferred: false });
    expect(preferred(left)).toEqual(['crd_2']);
    expect(preferred(endCard(left, 'crd_2', ended))).toEqual([]);
  });

  test('a card that ended may come back', () => {
    expect(liveCards(addCard(endCard(both, 'crd_1', ended), { ...one, id: 'crd_3' })).map(({ id }) => id)).toEqual(['crd_2', 'crd_3']);
  });

  test.each<[string, () => unknown, string]>([
    ['a card twice', () => addCard(both, { ...one, id: 'crd_3' }), 'CARD_ON_FILE'],
    ['preferring a stranger', () => preferCard(both, 'crd_9'), 'CARD_UNKNOWN'],
    ['preferring one that ended', () => preferCard(endCard(both, 'crd_1', ended), 'crd_1'), 'CARD_UNKNOWN'],
    ['ending one twice', () => endCard(endCard(both, 'crd_1', ended), 'crd_1', ended), 'CARD_UNKNOWN'],
  ])('%s is refused', (_title, act, code) => {
    expect(act).toThrow(code);
  });

  test('two files joined: every live number once, one preferred, the ended ones too', () => {
    const other = endCard(addCard(addCard([], { ...one, id: 'crd_8' }), { ...two, id: 'crd_9' }), 'crd_9', ended);
    const joined = joinCards(both, other);
    expect(joined.map(({ id }) => id)).toEqual(['crd_1', 'crd_2', 'crd_9']);
    expect(preferred(joined)).toEqual(['crd_1']);
    expect(preferred(joinCards([], other))).toEqual(['crd_8']);
  });
});
