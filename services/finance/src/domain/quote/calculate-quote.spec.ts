import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseRate } from '@weilend/kernel';
import { percent } from '../schedule/annual-cost.js';
import { aSchedule } from '../schedule/schedule.builder.js';
import type { ScheduleTerms } from '../schedule/terms.js';
import { calculateQuote } from './calculate-quote.js';
import type { CalculatedFee } from './calculate-quote.js';

const fee = (change: Partial<CalculatedFee> = {}): CalculatedFee => ({
  name: '服务费',
  amountFen: null,
  rate: parseRate('0.03'),
  due: 'AT_DISBURSEMENT',
  ...change,
});

describe('[4.3] the calculator', () => {
  it('shows each period with its dates, what is owed before and after it, and what is paid', () => {
    const { rows, totals } = calculateQuote(aSchedule(), []);
    expect(rows[1]).toEqual({
      ...{ no: 2, startOn: '2026-02-28', dueOn: '2026-03-31', days: 31 },
      ...{ openingFen: 92_115_12, principalFen: 7963_73, interestFen: 921_15, feesFen: 0, balanceFen: 84_151_39 },
      ...{ totalFen: 8884_88, instalmentFen: 8884_88 },
    });
    expect(totals).toEqual({ principalFen: 100_000_00, interestFen: 6618_53, feesFen: 0, instalmentFen: 106_618_53 });
  });

  it.each<[string, Partial<ScheduleTerms>, CalculatedFee[], string, string]>([
    ['without a fee', {}, [], '12.0000%', '12.6825%'],
    ['with 3 % at disbursement', {}, [fee()], '17.8249%', '19.3557%'],
    ['with the same as an amount', {}, [fee({ rate: null, amountFen: 3_000_00 })], '17.8249%', '19.3557%'],
    ['flat, which is almost twice as dear as it sounds', { method: 'FLAT' }, [], '21.4572%', '23.6984%'],
    ['with a fee each month', {}, [fee({ rate: null, amountFen: 50_00, due: 'EACH_PERIOD' })], '13.0671%', '13.8789%'],
  ])('%s costs %s', (_title, change, fees, simple, compound) => {
    const { cost } = calculateQuote(aSchedule(change), fees);
    expect([percent(cost.simple), percent(cost.compound)]).toEqual([simple, compound]);
  });

  it('puts fees of each period in the instalment, and those of the first day beside the principal', () => {
    const each = fee({ rate: null, amountFen: 10_00, due: 'EACH_PERIOD' });
    const { rows, totals, feesAtDisbursementFen } = calculateQuote(aSchedule(), [fee(), each]);
    expect([feesAtDisbursementFen, rows[0]?.feesFen, rows[0]?.instalmentFen, totals.feesFen]).toEqual([3_000_00, 10_00, 8894_88, 3_120_00]);
  });

  it.each<[string, Partial<ScheduleTerms>, CalculatedFee[], string, string]>([
    ['nothing borrowed', { principalFen: 0 }, [], 'QUOTE_TERMS_INVALID', 'principal'],
    ['no periods', { periods: 0 }, [], 'QUOTE_TERMS_INVALID', 'periods'],
    ['a first due day before payment', { firstDueOn: parseLocalDate('2026-01-01') }, [], 'QUOTE_TERMS_INVALID', 'firstDueOn'],
    ['a fee of neither', {}, [fee({ rate: null })], 'QUOTE_TERMS_INVALID', 'fees.0'],
    ['a fee of both', {}, [fee(), fee({ amountFen: 1 })], 'QUOTE_TERMS_INVALID', 'fees.1'],
    ['a negative fee', {}, [fee({ rate: null, amountFen: -1 })], 'QUOTE_TERMS_INVALID', 'fees.0'],
    ['fees that eat the principal', {}, [fee({ rate: parseRate('1') })], 'QUOTE_FEES_TOO_HIGH', 'fees'],
    ['a multiple beyond the instalment', { instalmentMultipleFen: 100_000_00 }, [], 'INSTALMENT_MULTIPLE_TOO_LARGE', 'instalmentMultiple'],
    [
      'a cost beyond measure',
      {},
      [fee({ rate: parseRate('0.9999999') }), fee({ due: 'EACH_PERIOD', rate: parseRate('9') })],
      'ANNUAL_COST_BEYOND_MEASURE',
      'fees',
    ],
  ])('refuses %s', (_title, change, fees, code, field) => {
    expect(() => calculateQuote(aSchedule(change), fees)).toThrow(expect.objectContaining({ code, field }));
  });
});
