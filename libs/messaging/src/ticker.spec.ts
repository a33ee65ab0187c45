import { expect, test } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import type { MessagingLog } from './log.js';
import { Ticker } from './ticker.js';

/** Runs one pass that throws. @returns what was logged */
async function logOf(error: unknown): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  let logged: () => void = () => undefined;
  const isLogged = new Promise<void>((resolve) => (logged = resolve));
  const note = (fields: Record<string, unknown>): void => {
    lines.push(fields);
    logged();
  };
  const log: MessagingLog = { info: note, warn: note, error: note };
  const fail = async (): Promise<void> => {
    throw error;
  };
  const ticker = new Ticker('rows', 60_000, fail, log);
  ticker.start();
  await isLogged;
  await ticker.stop();
  return lines;
}

test.each<[string, unknown, RegExp]>([
  ['a bug', new TypeError('王小明 13800138000'), /^TypeError at ticker\.spec\.ts:\d+$/],
  [
    'a database that repeats what was written',
    Object.assign(new Error('dup key: { phone: "13800138000" }'), { name: 'MongoServerError', code: 11_000 }),
    /^MongoServerError 11000 at ticker\.spec\.ts:\d+$/,
  ],
  ['a refusal', new DomainError('LEAD_CLOSED', { state: '王小明' }), /^LEAD_CLOSED$/],
  ['a thrown text', '王小明 13800138000', /^unknown$/],
])('[3.7] a pass that fails by %s is logged by its kind and place, never by its message', async (_title, error, expected) => {
  const lines = await logOf(error);
  expect(lines).toEqual([{ ticker: 'rows', error: expect.stringMatching(expected) as unknown }]);
  expect(JSON.stringify(lines)).not.toMatch(/13800138000|王/);
});
