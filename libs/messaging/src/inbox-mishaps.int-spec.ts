import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Envelope, HandoffData } from '@weilend/contracts';
import { DomainError, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { handoffRows, inboxOf, MessageSource, person, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { NotYetSeen } from './index.js';
import type { AnyConsumer, Inbox, InboxRow, Message } from './index.js';

/** What goes wrong around the inbox: dead letters at the head of a lane, contention, rows that never become due, forgotten rows. */
let p: PlatformUnderTest;
let inbox: Inbox;
let source: MessageSource;
let trouble: (reason: string) => Error | null = () => null;

const consumers: AnyConsumer[] = [
  {
    type: 'sales.application-withdrawn.v1',
    async handle(message: Message<{ applicationId: string; reason: string }>, tx: Tx) {
      const error = trouble(message.data.reason);
      if (error) throw error;
      const { applicationId, reason } = message.data;
      await p.database.collection('effects').insertOne({ _id: message.id, applicationId, reason } as never, { session: tx.session });
    },
  },
  {
    type: 'handoff.investigate-application.v1',
    async handle() {
      const error = trouble('handoff');
      if (error) throw error;
    },
  },
];

const withdrawn = (applicationId: string, reason: string): Envelope =>
  source.event('sales.application-withdrawn.v1', applicationId, { applicationId, reason, withdrawnAt: new Date().toISOString() });
const effectsOn = async (applicationId: string): Promise<string[]> =>
  (await p.database.collection('effects').find({ applicationId }).sort({ _id: 1 }).toArray()).map((row) => row['reason'] as string);
const row = (id: string) => p.database.collection<InboxRow>('inbox').findOne({ _id: id });
const discard = (id: string) =>
  p.work.run({ actor: person('risk', 'risk-manager'), operation: 'discard' }, (tx) => p.stuck.discard(id, 'agreed with sales', tx));

beforeAll(async () => void (p = await testPlatform('risk')));
beforeEach(() => {
  source = new MessageSource();
  inbox = inboxOf(p, consumers);
  trouble = () => null;
});
afterAll(() => p.stop());

describe('rule 2: a dead letter never blocks its lane for ever', () => {
  test('the very first message of a lane can be discarded before anything is behind it', async () => {
    const id = newId('app');
    const poison = withdrawn(id, 'poison');
    await p.stuck.bury(poison, 'a bug in the consumer');
    await discard(poison.id);
    expect(await inbox.receive(withdrawn(id, 'behind'))).toBe('applied');
    expect(await effectsOn(id)).toEqual(['behind']);
  });

  test('a message whose turn has not come is parked, not dead, and goes on by itself', async () => {
    const id = newId('app');
    const [first, second] = [withdrawn(id, 'first'), withdrawn(id, 'second')];
    await p.stuck.bury(second, 'the database was away');
    expect(await row(second.id)).toMatchObject({ state: 'parked', failures: 1 });
    await expect(discard(second.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await inbox.receive(first);
    expect(await effectsOn(id)).toEqual(['first', 'second']);
  });

  test('a message that was applied meanwhile is not set aside', async () => {
    const message = withdrawn(newId('app'), 'done');
    await inbox.receive(message);
    await p.stuck.bury(message, 'the other process was quicker');
    expect(await row(message.id)).toMatchObject({ state: 'applied', envelope: null });
  });
});

describe('rule 4: work goes back on complete facts only', () => {
  const data = (applicationId: string): HandoffData<'investigate-application'> => ({
    ...{ applicationId, participants: [], customerId: newId('cus'), customerType: 'INDIVIDUAL', salespersonId: newId('emp') },
    ...{ productId: newId('prd'), amountFen: 1, termMonths: 12, annualRate: '0.12', method: 'BULLET', purpose: 'OTHER', round: 1 },
    ...{ identityIndex: 'bi1.0123456789abcdef', consents: [] },
  });
  const handoff = (): Envelope => {
    const id = newId('app');
    return source.handoff('investigate-application', 'sales', { subject: id, data: data(id) });
  };
  const stateOf = async (envelope: Envelope) => (await handoffRows(p)).find((one) => one._id === envelope.handoffid)?.state;

  test('contention is tried again, never returned', async () => {
    trouble = () => new DomainError('CHANGED_MEANWHILE');
    const envelope = handoff();
    await expect(inbox.receive(envelope)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(await stateOf(envelope)).toBeUndefined();
    trouble = () => null;
    expect(await inbox.receive(envelope)).toBe('applied');
    expect(await stateOf(envelope)).toBe('open');
  });

  test('a parameter that is not published yet is waited for', async () => {
    trouble = () => new DomainError('PARAMETER_UNKNOWN', { key: 'rate.hard-cap', on: '2026-11-23' });
    const envelope = handoff();
    expect(await inbox.receive(envelope)).toBe('waiting');
    expect(await stateOf(envelope)).toBeUndefined();
    trouble = () => null;
    await inbox.sweep();
    expect(await stateOf(envelope)).toBe('open');
  });
});

describe('the sweep', () => {
  test('reaches rows behind more waiting ones than it takes at once', async () => {
    const stuck = newId('app');
    trouble = (reason) => (reason === 'stuck' ? new NotYetSeen(stuck, 'approval') : null);
    for (let n = 0; n < 3; n++) await inbox.receive(withdrawn(newId('app'), 'stuck'));
    const id = newId('app');
    const due = withdrawn(id, 'due');
    const parked = { lane: `sales:${id}`, sequence: 1, state: 'parked' as const, waitingFor: null, failures: 0, lastError: null };
    await p.database
      .collection<InboxRow>('inbox')
      .insertOne({ _id: due.id, ...parked, envelope: due, receivedAt: new Date(Date.now() + 1) });
    for (let pass = 0; pass < 4; pass++) await inbox.sweep(2);
    expect(await effectsOn(id)).toEqual(['due']);
  });
});

test('rule 1: a message whose row has expired is still known by its lane', async () => {
  const id = newId('app');
  const message = withdrawn(id, 'once');
  await inbox.receive(message);
  await p.database.collection<InboxRow>('inbox').deleteOne({ _id: message.id });
  expect(await inbox.receive(message)).toBe('seen');
  expect(await effectsOn(id)).toEqual(['once']);
});
