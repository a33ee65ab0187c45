import { describe, expect, it, test } from '@jest/globals';
import { BusinessClock } from '@weilend/kernel';
import { SimulatedBureau } from './simulated-bureau.channel.js';

class FixedClock extends BusinessClock {
  now(): Date {
    return new Date('2026-11-23T08:00:00Z');
  }
}
const bureau = new SimulatedBureau(new FixedClock());
const ask = (sequence: string) =>
  bureau.inquire({ requestId: 'brq_1', identityNumber: `11010519491231${sequence}X`, consentId: 'cns_1', purpose: 'loan' });

describe('[4.10] the simulated bureau follows its published rule', () => {
  it.each([
    ['000', 850, false, 0, 0, 0],
    ['001', 850, false, 0, 1, 1],
    ['002', 849, false, 0, 2, 2],
    ['699', 501, false, 0, 3, 3],
    ['700', 500, false, 1, 0, 4],
    ['899', 401, false, 1, 3, 5],
    ['900', 399, true, 3, 0, 0],
    ['999', 300, true, 3, 3, 3],
    ['A0B', 850, false, 0, 0, 0],
  ])('%s', async (sequence, score, currentSeriousDelinquency, delinquenciesIn24Months, openCredits, inquiriesIn6Months) => {
    expect(await ask(sequence)).toEqual({
      score,
      currentSeriousDelinquency,
      delinquenciesIn24Months,
      openCredits,
      inquiriesIn6Months,
      reportedOn: '2026-11-23',
    });
  });

  test('asking twice gives the same answer', async () => {
    expect(await ask('512')).toEqual(await ask('512'));
  });
});
