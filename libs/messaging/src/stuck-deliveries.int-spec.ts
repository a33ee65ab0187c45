import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Envelope } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { platformConsumers } from '@weilend/service';
import { inboxOf, MessageSource, sentMessages, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { NotYetSeen } from './index.js';
import type { AnyConsumer, Inbox, InboxRow, Message } from './index.js';

/** A department whose consumer fails or waits as the reason of a withdrawal says. */
let p: PlatformUnderTest;
let inbox: Inbox;
let source: MessageSource;
let mended = false;

const consumers = (): AnyConsumer[] => [
  ...platformConsumers(p),
  {
    type: 'sales.application-withdrawn.v1',
    async handle({ data }: Message<{ applicationId: string; reason: string }>) {
      if (mended) return;
      if (data.reason === 'poison') throw new TypeError(`张三 withdrew`);
      if (data.reason === 'waits') throw new NotYetSeen(data.applicationId, 'approval');
    },
  },
];

const withdrawn = (reason: string, applicationId: string = newId('app')): Envelope =>
  source.event('sales.application-withdrawn.v1', applicationId, { applicationId, reason, withdrawnAt: new Date().toISOString() });
const told = async (message: Envelope) =>
  (await sentMessages(p))
    .filter(({ subject }) => subject === message.id)
    .map(({ type, data }): Record<string, unknown> => ({ ...data, type }));
const row = (message: Envelope) => p.database.collection<InboxRow>('inbox').findOne({ _id: message.id });
const rule = (message: Envelope, ruling: 'RETRY' | 'DISCARD', department: 'risk' | 'sales' = 'risk') =>
  inbox.receive(source.event('coordination.delivery-ruled.v1', message.id, { messageId: message.id, department, ruling }));

async function buried(reason = 'poison'): Promise<Envelope> {
  const message = withdrawn(reason);
  const error = await inbox.receive(message).catch((thrown: unknown) => thrown);
  await p.stuck.bury(message, error);
  return message;
}

beforeAll(async () => {
  p = await testPlatform('risk');
});
beforeEach(() => {
  source = new MessageSource();
  inbox = inboxOf(p, consumers());
  mended = false;
});
afterAll(() => p.stop());

describe('rule 2: a dead letter rings once and waits for a ruling', () => {
  test('it is told with ids and the kind of error, never with its text', async () => {
    const message = await buried();
    expect(await told(message)).toEqual([
      expect.objectContaining({ type: 'risk.delivery-stuck.v1', state: 'DEAD', problem: 'TypeError', producer: 'sales', failures: 1 }),
    ]);
    expect(JSON.stringify(await told(message))).not.toContain('张三');
    expect((await row(message))?.lastError).toContain('张三');
  });

  test('RETRY after the mend applies it and says so; the lane behind it goes on', async () => {
    const message = await buried();
    const behind = withdrawn('behind', message.subject);
    expect(await inbox.receive(behind)).toBe('parked');
    mended = true;
    await rule(message, 'RETRY');
    await inbox.sweep();
    expect(await told(message)).toEqual([
      expect.objectContaining({ state: 'DEAD' }),
      { messageId: message.id, outcome: 'APPLIED', type: 'risk.delivery-settled.v1' },
    ]);
    expect(await row(behind)).toMatchObject({ state: 'applied' });
  });

  test('RETRY without a mend rings again when its attempts are spent', async () => {
    const message = await buried();
    await rule(message, 'RETRY');
    for (let pass = 0; pass < 7; pass++) await inbox.sweep();
    expect(await row(message)).toMatchObject({ state: 'dead' });
    expect((await told(message)).map((one) => one['state'])).toEqual(['DEAD', 'DEAD']);
  });

  test('DISCARD leaves a tombstone with who ruled it', async () => {
    const message = await buried();
    const behind = withdrawn('behind', message.subject);
    await inbox.receive(behind);
    await rule(message, 'DISCARD');
    await inbox.sweep();
    expect(await row(message)).toMatchObject({ state: 'discarded', envelope: null, discardReason: 'ruled by service:coordination' });
    expect(await row(behind)).toMatchObject({ state: 'applied' });
    expect((await told(message)).at(-1)).toMatchObject({ outcome: 'DISCARDED' });
  });

  test('a ruling for another department, for a message that went on, or for an unknown one changes nothing', async () => {
    const message = await buried();
    await rule(message, 'DISCARD', 'sales');
    expect(await row(message)).toMatchObject({ state: 'dead' });
    await rule(withdrawn('never came'), 'DISCARD');
    mended = true;
    await inbox.retry(message.id);
    await rule(message, 'DISCARD');
    expect(await row(message)).toMatchObject({ state: 'applied' });
  });
});

describe('rule 4: who waits too long rings once', () => {
  test('one alarm per lane, for its first message, and none before its time', async () => {
    const message = withdrawn('waits');
    expect(await inbox.receive(message)).toBe('waiting');
    const behind = withdrawn('behind', message.subject);
    await inbox.receive(behind);
    await p.stuck.alarm(60_000);
    expect(await told(message)).toEqual([]);
    for (let pass = 0; pass < 3; pass++) await p.stuck.alarm(-1_000);
    expect(await told(message)).toEqual([expect.objectContaining({ state: 'WAITING', problem: `waits for approval:${message.subject}` })]);
    expect(await told(behind)).toEqual([]);
    mended = true;
    await inbox.sweep();
    expect((await told(message)).at(-1)).toMatchObject({ outcome: 'APPLIED' });
  });

  test('a message parked behind a lost one rings', async () => {
    const id = newId('app');
    withdrawn('lost', id);
    const early = withdrawn('early', id);
    expect(await inbox.receive(early)).toBe('parked');
    await p.stuck.alarm(-1_000);
    expect(await told(early)).toEqual([expect.objectContaining({ state: 'PARKED', problem: 'number 2 of its lane came before number 1' })]);
  });
});

describe('rule 2: a lane may begin with a snapshot', () => {
  const snapshotOf = (message: Envelope): Envelope => ({ ...message, snapshot: true });

  test('a new reader starts at it; what lies before it is old, what comes after follows', async () => {
    const id = newId('app');
    const [first, second, third] = [withdrawn('a', id), withdrawn('b', id), withdrawn('c', id)];
    expect(await inbox.receive(first)).toBe('applied');
    const fresh = newId('app');
    const [lost, whole, next] = [withdrawn('a', fresh), snapshotOf(withdrawn('b', fresh)), withdrawn('c', fresh)];
    expect(await inbox.receive(next)).toBe('parked');
    expect(await inbox.receive(whole)).toBe('applied');
    expect(await row(next)).toMatchObject({ state: 'applied' });
    expect(await inbox.receive(lost)).toBe('seen');
    expect(await row(lost)).toMatchObject({ state: 'old' });
    // A lane that has begun keeps its order, snapshot or not.
    expect(await inbox.receive(snapshotOf(third))).toBe('parked');
    expect(await inbox.receive(second)).toBe('applied');
    expect(await row(third)).toMatchObject({ state: 'applied' });
  });
});
