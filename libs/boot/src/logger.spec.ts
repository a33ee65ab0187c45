import { describe, expect, test } from '@jest/globals';
import { createLogger } from './logger.js';
import { currentTraceparent, newTraceparent, runWithTrace, traceIdOf } from './trace.js';

function capture() {
  const lines: string[] = [];
  const log = createLogger({ name: 'finance', level: 'info', destination: { write: (line) => void lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('logger', () => {
  test.each([
    ['residentId', { residentId: '11010519491231002X' }],
    ['phone', { customer: { phone: '13800138000' } }],
    ['bankCard', { a: { b: { bankCard: '6222020000000000' } } }],
    ['address', { a: { b: { c: { address: 'Road 1' } } } }],
    ['authorization', { req: { headers: { authorization: 'Bearer abc' } } }],
    ['password', { input: { password: 'pw' } }],
    ['token', { list: [{ token: 'tok' }] }],
  ])('hides %s wherever it stands', (key, fields) => {
    const { log, lines } = capture();
    log.info(fields, 'line');
    expect(lines[0]).toContain(`"${key}":"[hidden]"`);
  });

  test('writes what is not personal, with level, name and the trace of the running work', () => {
    const { log, last } = capture();
    const trace = newTraceparent();
    runWithTrace(trace, () => log.warn({ loanId: 'loan_1' }, 'late'));
    expect(last()).toMatchObject({ level: 'warn', name: 'finance', loanId: 'loan_1', msg: 'late', traceId: traceIdOf(trace) });
    log.debug('below the level');
    log.info('no work runs');
    expect(last()).not.toHaveProperty('traceId');
  });
});

describe('trace', () => {
  test('a new span keeps the trace of its parent', () => {
    const parent = newTraceparent();
    const child = newTraceparent(parent);
    expect(child).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(traceIdOf(child)).toBe(traceIdOf(parent));
    expect(child).not.toBe(parent);
  });

  test.each([
    undefined,
    '',
    'x',
    `00-${'0'.repeat(32)}-${'1'.repeat(16)}-01`,
    `00-${'a'.repeat(32)}-${'0'.repeat(16)}-01`,
    `00-${'A'.repeat(32)}-${'1'.repeat(16)}-01`,
  ])('a malformed parent %p starts a new trace', (bad) => {
    expect(runWithTrace(bad, currentTraceparent)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(runWithTrace(bad, currentTraceparent)).not.toBe(bad);
  });

  test('a trace holds across awaits and ends with its work', async () => {
    const trace = newTraceparent();
    const seen = await runWithTrace(trace, async () => {
      await Promise.resolve();
      return currentTraceparent();
    });
    expect(seen).toBe(trace);
    expect(currentTraceparent()).toBeUndefined();
  });
});
