import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { nextStepDueOn, recordInteraction, settleNextStep } from './interaction.js';
import type { Interaction, InteractionSaid } from './interaction.js';

const day = parseLocalDate('2026-11-23');
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 2, minute));
const said: InteractionSaid = {
  ...{ id: 'int_1', customerId: 'cus_1', leadId: null, enquiryId: null, salespersonId: 'emp_1', heldAt: at(0), way: 'PHONE' },
  ...{
    asked: '询问设备贷款利率',
    advised: '建议等额本息一年期',
    needs: { purpose: 'EQUIPMENT', amountFen: null, termMonths: null, method: null },
  },
  ...{ nextStepText: '发送方案', nextStepOn: parseLocalDate('2026-11-25'), recordedBy: 'emp_1', recordedAt: at(10) },
};
const record = (change: Partial<InteractionSaid> = {}): Interaction => recordInteraction({ ...said, ...change }, day);

describe('[2.9] a conversation', () => {
  test('is kept with what was asked, advised and promised', () => {
    expect(record({ asked: ' 询问设备贷款利率 ' })).toMatchObject({
      ...{
        asked: '询问设备贷款利率',
        advised: '建议等额本息一年期',
        nextStep: { text: '发送方案', on: '2026-11-25' },
        nextStepDoneAt: null,
      },
    });
  });

  test.each<[Partial<InteractionSaid>]>([[{ nextStepText: null, nextStepOn: null }], [{ nextStepText: ' ', nextStepOn: null }]])(
    'need not promise anything: %j',
    (change) => {
      expect(record(change).nextStep).toBeNull();
    },
  );

  test.each<[string, Partial<InteractionSaid>, string]>([
    ['with nobody', { customerId: null }, 'INTERACTION_ABOUT_MISSING'],
    ['in the future', { heldAt: at(11) }, 'INTERACTION_IN_FUTURE'],
    ['about nothing', { asked: '' }, 'REASON_REQUIRED'],
    ['without advice', { advised: '好' }, 'REASON_REQUIRED'],
    ['[3.7] with a telephone number', { asked: '请回电 13800138000' }, 'PERSONAL_NUMBER_IN_TEXT'],
    ['[3.7] with a card number', { advised: '打款到 6222 0212 3456 7890' }, 'PERSONAL_NUMBER_IN_TEXT'],
    ['[3.7] with a number in its promise', { nextStepText: '致电 13800138000' }, 'PERSONAL_NUMBER_IN_TEXT'],
    ['with a promise without a day', { nextStepOn: null }, 'NEXT_STEP_INCOMPLETE'],
    ['with a day without a promise', { nextStepText: null }, 'NEXT_STEP_INCOMPLETE'],
    ['with a promise for yesterday', { nextStepOn: parseLocalDate('2026-11-22') }, 'NEXT_STEP_INCOMPLETE'],
  ])('%s is refused', (_title, change, code) => {
    expect(() => record(change)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[2.9] a promise', () => {
  const by = { customerId: 'cus_1', leadId: null };

  test('is owed until the conversation that follows it', () => {
    const open = record();
    expect(nextStepDueOn(open)).toBe('2026-11-25');
    expect(nextStepDueOn(settleNextStep(open, by, at(20)))).toBeNull();
  });

  test.each<[string, Interaction, { customerId: string | null; leadId: string | null }]>([
    ['of another customer', record(), { customerId: 'cus_2', leadId: null }],
    ['of a lead', record(), { customerId: null, leadId: 'led_1' }],
    ['never given', record({ nextStepText: null, nextStepOn: null }), by],
    ['kept already', settleNextStep(record(), by, at(20)), by],
  ])('%s is not kept', (_title, interaction, other) => {
    expect(() => settleNextStep(interaction, other, at(21))).toThrow(expect.objectContaining({ code: 'NEXT_STEP_UNKNOWN' }));
  });
});
