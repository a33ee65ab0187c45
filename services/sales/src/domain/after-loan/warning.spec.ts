import { describe, expect, it, test } from '@jest/globals';
import { acknowledgeWarning, noteOutcome, warningDueAt, warningSign } from './warning.js';
import type { Warning, WarningSign } from './warning.js';

const at = new Date('2026-11-23T08:00:00Z');
const sign: WarningSign = {
  ...{ id: 'wrn_1', category: 'CREDIT', level: 'HIGH', text: '客户连续两周关门停业', reportedBy: 'emp_1', reportedAt: at },
};
const later = new Date('2026-11-23T12:00:00Z');
const open: Warning = { ...sign, handoffId: 'hof_1', outcome: null, acknowledgeDueAt: later, acknowledged: null };
const outcome = { measure: 'MORE_SECURITY', reasons: [], at };

describe('[4.23, 7.1] a warning sign', () => {
  test.each<[string, readonly Warning[]]>([
    ['the first', []],
    ['beside another', [{ ...open, text: '行业政策收紧' }]],
    ['again after it was assessed', [{ ...open, outcome }]],
  ])('is handed over: %s', (_title, warnings) => {
    expect(warningSign(warnings, { ...sign, text: ` ${sign.text} ` })).toEqual(sign);
  });

  it.each<[string, readonly Warning[], string, string]>([
    ['without words', [], '', 'REASON_REQUIRED'],
    ['with next to nothing', [], '停业', 'REASON_REQUIRED'],
    ['[3.7] with a telephone number', [], '联系 13800138000', 'PERSONAL_NUMBER_IN_TEXT'],
    ['[3.7] with a card number', [], '卡号 6222 0212 3456 7890', 'PERSONAL_NUMBER_IN_TEXT'],
    ['twice at a time', [open], sign.text, 'WARNING_EXISTS'],
  ])('is refused %s', (_title, warnings, text, code) => {
    expect(() => warningSign(warnings, { ...sign, text })).toThrow(expect.objectContaining({ code, field: 'text' }));
  });
});

describe('[7.4] what became of it', () => {
  test('stands beside it', () => {
    expect(noteOutcome([open], 'hof_1', outcome)).toEqual([{ ...open, outcome }]);
  });

  test.each<[string, readonly Warning[]]>([
    ['nobody warned', []],
    ['other work is meant', [{ ...open, handoffId: 'hof_2' }]],
    ['it is known already', [{ ...open, outcome }]],
  ])('changes nothing when %s', (_title, warnings) => {
    expect(noteOutcome(warnings, 'hof_1', { ...outcome, measure: null })).toBe(warnings);
  });
});

describe('[4.23] the superior', () => {
  const word = { measure: 'CLOSER_WATCH' as const, comment: '每周上门一次', by: 'emp_9', at };

  test('acknowledges it once, with a measure and a word', () => {
    const known = acknowledgeWarning([open], 'wrn_1', { ...word, comment: ` ${word.comment} ` });
    expect(known).toEqual([{ ...open, acknowledged: word }]);
    expect(() => acknowledgeWarning(known, 'wrn_1', word)).toThrow(expect.objectContaining({ code: 'WARNING_ACKNOWLEDGED' }));
  });

  it.each([
    ['a warning that is not there', 'wrn_7', word.comment, 'WARNING_UNKNOWN', 'warningId'],
    ['no word', 'wrn_1', ' ', 'REASON_REQUIRED', 'comment'],
    ['a telephone number', 'wrn_1', '联系 13800138000', 'PERSONAL_NUMBER_IN_TEXT', 'comment'],
  ])('is refused %s', (_title, warningId, comment, code, field) => {
    expect(() => acknowledgeWarning([open], warningId, { ...word, comment })).toThrow(expect.objectContaining({ code, field }));
  });

  test('owes the earliest word first; none for what he knows or never had to', () => {
    const sooner = { ...open, id: 'wrn_2', acknowledgeDueAt: at };
    expect(warningDueAt([open, sooner])).toBe(at);
    expect(warningDueAt(acknowledgeWarning([open, sooner], 'wrn_2', word))).toBe(later);
    expect(warningDueAt([{ ...open, acknowledgeDueAt: null }])).toBeNull();
    expect(warningDueAt([])).toBeNull();
  });
});
