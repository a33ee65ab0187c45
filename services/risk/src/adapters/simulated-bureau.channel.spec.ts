import { describe, expect, it, test } from '@jest/globals';
import { BusinessClock } from '@weilend/kernel';
import { BureauFailure } from '../use-cases/bureau/bureau.port.js';
import { parseFaults, SimulatedBureau } from './simulated-bureau.channel.js';

class FixedClock extends BusinessClock {
  now(): Date {
    return new Date('2026-11-23T08:00:00Z');
  }
}
const ask = (bureau: SimulatedBureau, sequence: string, requestId = 'brq_1') =>
  bureau.inquire({ requestId, identityNumber: `11010519491231${sequence}X`, consentId: 'cns_1', purpose: 'loan' }).then(
    (report) => String(report.score),
    (error: BureauFailure) => error.code,
  );
const faulty = (faults: string) => new SimulatedBureau(new FixedClock(), parseFaults(faults));

describe('[4.10] the simulated bureau', () => {
  test('asking twice gives the same answer', async () => {
    const bureau = faulty('');
    expect([await ask(bureau, '512'), await ask(bureau, '512', 'brq_2')]).toEqual(['594', '594']);
  });

  it.each([
    ['down', 'UNREACHABLE'],
    ['error', 'BUREAU_ERROR'],
    ['slow', 'TIMED_OUT'],
    ['garbage', 'GARBAGE'],
    ['other-person', 'OTHER_PERSON'],
    ['other-request', 'OTHER_REQUEST'],
    ['busy', 'BUSY'],
    ['unsigned', 'BAD_SIGNATURE'],
    ['stranger', 'NOT_AUTHORISED'],
    ['refused', 'REFUSED'],
  ])('a borrower for whom it is %s, and nobody else', async (fault, code) => {
    const bureau = faulty(`013:${fault}`);
    expect([await ask(bureau, '013'), await ask(bureau, '013'), await ask(bureau, '014')]).toEqual([code, code, '843']);
  });

  test('late: the first attempt runs out of time, the next one is answered', async () => {
    const bureau = faulty('013:late');
    expect([await ask(bureau, '013'), await ask(bureau, '013')]).toEqual(['TIMED_OUT', '844']);
  });

  test('so many attempts of each request, for all', async () => {
    const bureau = faulty('*:downx2');
    const outcomes = [];
    for (const request of ['a', 'a', 'b', 'a', 'b', 'b']) outcomes.push(await ask(bureau, '002', request));
    expect(outcomes).toEqual(['UNREACHABLE', 'UNREACHABLE', 'UNREACHABLE', '849', 'UNREACHABLE', '849']);
  });

  test('a busy one says for how long', async () => {
    const question = { requestId: 'brq_1', identityNumber: '11010519491231002X', consentId: 'cns_1', purpose: 'loan' };
    await expect(faulty('*:busy').inquire(question)).rejects.toMatchObject({ code: 'BUSY', atLeastMs: 5_000 });
  });

  it.each(['013', '13:down', '013:', ':down', '013:asleep', '013:downx0', '013:down;014:slow', 'abc:down', '013:toString'])(
    'does not start with the fault "%s"',
    (faults) => {
      expect(() => parseFaults(faults)).toThrow(faults);
    },
  );
});
