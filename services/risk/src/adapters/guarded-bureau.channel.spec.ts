import { beforeEach, describe, expect, it, test } from '@jest/globals';
import type { BureauReport } from '../domain/bureau/bureau-report.js';
import type { BureauTrouble } from '../domain/bureau/bureau-trouble.js';
import { BureauFailure, BureauPort } from '../use-cases/bureau/bureau.port.js';
import { GuardedBureau } from './guarded-bureau.channel.js';

const LONG_MS = 3_600_000;
const question = { requestId: 'brq_1', identityNumber: '11010519491231002X', consentId: 'cns_1', purpose: 'loan' };
const report = { score: 700 } as BureauReport;

class ScriptedBureau extends BureauPort {
  asked = 0;
  trouble: BureauTrouble | null = null;

  async inquire() {
    this.asked++;
    if (this.trouble) throw new BureauFailure(this.trouble);
    return report;
  }
}

let bureau: ScriptedBureau;
beforeEach(() => {
  bureau = new ScriptedBureau();
});
const codeOf = (port: BureauPort) =>
  port.inquire(question).then(
    () => 'ANSWERED',
    (error: BureauFailure) => error.code,
  );

describe('[4.10] an ailing bureau is left alone', () => {
  it.each<BureauTrouble>(['TIMED_OUT', 'UNREACHABLE', 'BUREAU_ERROR', 'GARBAGE', 'BAD_SIGNATURE', 'OTHER_REQUEST'])(
    'three times %s in a row opens the circuit; nobody asks until it is tried',
    async (trouble) => {
      const guarded = new GuardedBureau(bureau, { failures: 3, pauseMs: LONG_MS });
      bureau.trouble = trouble;
      expect([await codeOf(guarded), await codeOf(guarded)]).toEqual([trouble, trouble]);
      expect(guarded.circuit()).toEqual({ isOpen: false, probeFrom: null });
      expect(await codeOf(guarded)).toBe(trouble);
      bureau.trouble = null;
      expect([await codeOf(guarded), await codeOf(guarded)]).toEqual(['BREAKER_OPEN', 'BREAKER_OPEN']);
      expect(bureau.asked).toBe(3);
      expect(guarded.circuit()).toMatchObject({ isOpen: true, probeFrom: expect.any(Date) });
    },
  );

  test('whoever is turned away learns how long', async () => {
    const guarded = new GuardedBureau(bureau, { failures: 1, pauseMs: LONG_MS });
    bureau.trouble = 'TIMED_OUT';
    await codeOf(guarded);
    const error = await guarded.inquire(question).catch((caught: unknown) => caught as BureauFailure);
    expect(error).toMatchObject({ code: 'BREAKER_OPEN' });
    expect((error as BureauFailure).atLeastMs).toBeGreaterThan(0);
    expect((error as BureauFailure).atLeastMs).toBeLessThanOrEqual(LONG_MS);
  });

  it.each<BureauTrouble>(['BUSY', 'OTHER_PERSON', 'NOT_AUTHORISED', 'REFUSED'])('%s says nothing of its health', async (trouble) => {
    const guarded = new GuardedBureau(bureau, { failures: 2, pauseMs: LONG_MS });
    bureau.trouble = trouble;
    for (let count = 0; count < 5; count++) expect(await codeOf(guarded)).toBe(trouble);
    expect(bureau.asked).toBe(5);
  });

  test('an answer in between starts the count anew', async () => {
    const guarded = new GuardedBureau(bureau, { failures: 2, pauseMs: LONG_MS });
    for (const trouble of ['TIMED_OUT', null, 'TIMED_OUT', null] as const) {
      bureau.trouble = trouble;
      await codeOf(guarded);
    }
    expect(guarded.circuit().isOpen).toBe(false);
  });
});

describe('[4.10] half open', () => {
  /** Opened, with the pause over at once. */
  const opened = async () => {
    const guarded = new GuardedBureau(bureau, { failures: 1, pauseMs: 0 });
    bureau.trouble = 'UNREACHABLE';
    await codeOf(guarded);
    expect(guarded.circuit().isOpen).toBe(true);
    return guarded;
  };

  test('one question that is answered closes it', async () => {
    const guarded = await opened();
    bureau.trouble = null;
    expect(await codeOf(guarded)).toBe('ANSWERED');
    expect(guarded.circuit()).toEqual({ isOpen: false, probeFrom: null });
  });

  test('one that fails opens it again', async () => {
    const guarded = await opened();
    expect(await codeOf(guarded)).toBe('UNREACHABLE');
    expect(guarded.circuit().isOpen).toBe(true);
  });
});

test('a fault of ours is handed on as it is', async () => {
  const broken = new (class extends BureauPort {
    async inquire(): Promise<never> {
      throw new TypeError('a bug');
    }
  })();
  const guarded = new GuardedBureau(broken, { failures: 1, pauseMs: LONG_MS });
  await expect(guarded.inquire(question)).rejects.toThrow('a bug');
  expect(guarded.circuit().isOpen).toBe(false);
});
