import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Envelope, HandoffData } from '@weilend/contracts';
import { DomainError, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { handoffRows, inboxOf, MessageSource, person, sentMessages, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { NotYetSeen } from './index.js';
import type { AnyConsumer, HandoffMessage, Inbox, InboxRow, Message } from './index.js';

/** A department that writes each withdrawal it applies; a decision must have been seen when its reason says so. */
let p: PlatformUnderTest;
let inbox: Inbox;
let source: MessageSource;
let failing = 0;

const effects = () => p.database.collection<{ _id: string; reason: string }>('effects').find().sort({ at: 1 }).toArray();
const reasons = async (): Promise<string[]> => (await effects()).map((row) => row.reason);

const consumers: AnyConsumer[] = [
  {
    type: 'sales.application-withdrawn.v1',
    async handle(message: Message<{ applicationId: string; reason: string }>, tx: Tx) {
      if (message.data.reason.startsWith('poison') && failing-- > 0) throw new TypeError('a bug in the consumer');
      if (message.data.reason === 'needs decision') {
        const seen = await p.database.collection('decisions').findOne({ _id: message.data.applicationId }, { session: tx.session });
        if (!seen) throw new NotYetSeen(message.data.applicationId, 'approval');
      }
      await p.database
        .collection<{ _id: string }>('effects')
        .insertOne({ _id: message.id, reason: message.data.reason, at: performance.now() } as never, { session: tx.session });
      tx.wrote('effects', message.id, 'x');
    },
  },
  {
    type: 'approval.decision-lapsed.v1',
    async handle(message: Message<{ applicationId: string }>, tx: Tx) {
      await p.database.collection('decisions').insertOne({ _id: message.data.applicationId }, { session: tx.session });
    },
  },
  {
    type: 'handoff.investigate-application.v1',
    async handle(message: HandoffMessage<'investigate-application'>) {
      if (message.data.round === 13) throw new DomainError('NOT_FOUND', { noun: 'customer', id: 'cus_x' });
    },
  },
];

const withdrawn = (applicationId: string, reason: string): Envelope =>
  source.event('sales.application-withdrawn.v1', applicationId, { applicationId, reason, withdrawnAt: new Date().toISOString() });

beforeAll(async () => {
  p = await testPlatform('risk');
});
beforeEach(async () => {
  source = new MessageSource();
  inbox = inboxOf(p, consumers);
  failing = Number.POSITIVE_INFINITY;
  await p.database.collection('effects').deleteMany({});
});
afterAll(() => p.stop());

describe('rule 1: exactly-once effect', () => {
  test('the same message twenty times, also at once', async () => {
    const message = withdrawn(newId('app'), 'once');
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => inbox.receive(message)));
    expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
    expect(await reasons()).toEqual(['once']);
  });
});

describe('rule 2: order per lane', () => {
  test('every order of four messages ends the same', async () => {
    for (const order of permutations([0, 1, 2, 3])) {
      await p.database.collection('effects').deleteMany({});
      const id = newId('app');
      const messages = [0, 1, 2, 3].map((n) => withdrawn(id, `m${n}`));
      for (const n of order) await inbox.receive(messages[n] as Envelope);
      expect(await reasons()).toEqual(['m0', 'm1', 'm2', 'm3']);
    }
  });

  test('shuffled and at once: nothing is missed', async () => {
    const id = newId('app');
    const messages = Array.from({ length: 12 }, (_, n) => withdrawn(id, `m${n}`));
    await Promise.all([...messages].reverse().map((message) => inbox.receive(message)));
    await inbox.sweep();
    expect(await reasons()).toEqual(messages.map((_, n) => `m${n}`));
  });

  test('a poisoned message blocks only its lane; retry or discard sets it going', async () => {
    const [blocked, free] = [newId('app'), newId('app')];
    const poison = withdrawn(blocked, 'poison');
    await expect(inbox.receive(poison)).rejects.toThrow('bug');
    await p.stuck.bury(poison, 'a bug in the consumer');
    await inbox.receive(withdrawn(blocked, 'behind'));
    await inbox.receive(withdrawn(free, 'free'));
    expect(await reasons()).toEqual(['free']);
    await p.work.run({ actor: person('risk', 'risk-manager'), operation: 'discard' }, (tx) =>
      p.stuck.discard(poison.id, 'agreed with sales', tx),
    );
    await inbox.sweep();
    expect(await reasons()).toEqual(['free', 'behind']);
    await expect(
      p.work.run({ actor: person('risk', 'risk-manager'), operation: 'discard' }, (tx) => p.stuck.discard(poison.id, 'again', tx)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a buried message applies after the mend', async () => {
    const poison = withdrawn(newId('app'), 'poison');
    await expect(inbox.receive(poison)).rejects.toThrow('bug');
    await p.stuck.bury(poison, 'a bug in the consumer');
    failing = 0;
    expect(await inbox.retry(poison.id)).toBe('applied');
    expect(await reasons()).toEqual(['poison']);
  });
});

describe('rule 4: never refuse for a fact not yet seen', () => {
  test('waits for the other producer, keeps its own lane in order, wakes when the fact is applied', async () => {
    const id = newId('app');
    expect(await inbox.receive(withdrawn(id, 'needs decision'))).toBe('waiting');
    expect(await inbox.receive(withdrawn(id, 'after'))).toBe('parked');
    expect(await reasons()).toEqual([]);
    await inbox.receive(source.event('approval.decision-lapsed.v1', id, { applicationId: id, decisionId: newId('dec'), reason: 'x' }));
    expect(await reasons()).toEqual(['needs decision', 'after']);
    expect(await p.database.collection<InboxRow>('inbox').countDocuments({ lane: { $regex: id }, state: { $ne: 'applied' } })).toBe(0);
  });

  test('the awaited fact first: applied at once', async () => {
    const id = newId('app');
    await inbox.receive(source.event('approval.decision-lapsed.v1', id, { applicationId: id, decisionId: newId('dec'), reason: 'x' }));
    expect(await inbox.receive(withdrawn(id, 'needs decision'))).toBe('applied');
  });

  test('both at once, fifty times: never missed without the sweep', async () => {
    for (let round = 0; round < 50; round++) {
      const id = newId('app');
      const fact = source.event('approval.decision-lapsed.v1', id, { applicationId: id, decisionId: newId('dec'), reason: 'x' });
      await Promise.all([inbox.receive(withdrawn(id, 'needs decision')), inbox.receive(fact)]);
      expect(await p.database.collection<InboxRow>('inbox').countDocuments({ lane: `sales:${id}`, state: 'applied' })).toBe(1);
    }
  });
});

describe('handoffs', () => {
  const data = (round: number): HandoffData<'investigate-application'> => ({
    applicationId: newId('app'),
    participants: [],
    customerId: newId('cus'),
    customerType: 'INDIVIDUAL',
    salespersonId: newId('emp'),
    productId: newId('prd'),
    amountFen: 1,
    termMonths: 12,
    annualRate: '0.12',
    method: 'BULLET',
    purpose: 'OTHER',
    round,
    identityIndex: 'bi1.0123456789abcdef',
    consents: [],
  });

  test('a refusal on complete facts returns the work with its code, in one piece', async () => {
    const given = data(13);
    const envelope = source.handoff('investigate-application', 'sales', { subject: given.applicationId, data: given });
    expect(await inbox.receive(envelope)).toBe('applied');
    expect((await handoffRows(p)).find((row) => row._id === envelope.handoffid)).toMatchObject({
      state: 'returned',
      outcome: { code: 'NOT_FOUND' },
    });
    const told = (await sentMessages(p)).filter((message) => message.handoffid === envelope.handoffid);
    expect(told.map((message) => message.type)).toEqual(['risk.handoff-returned.v1']);
    expect(await inbox.receive(envelope)).toBe('seen');
    expect((await sentMessages(p)).filter((message) => message.handoffid === envelope.handoffid)).toHaveLength(1);
  });

  test('a forged handoff from a department that may not give it, or with bad data, has no effect', async () => {
    const given = data(1);
    const forged = source.handoff('investigate-application', 'sales', {
      subject: given.applicationId,
      data: { ...given, amountFen: -5 } as never,
    });
    await expect(inbox.receive(forged)).rejects.toThrow();
    expect((await handoffRows(p)).some((row) => row._id === forged.handoffid)).toBe(false);
  });

  test('work is closed once', async () => {
    const given = data(1);
    const envelope = source.handoff('investigate-application', 'sales', { subject: given.applicationId, data: given });
    await inbox.receive(envelope);
    const close = () =>
      p.work.run({ actor: person('risk', 'investigator'), operation: 'close' }, (tx) =>
        p.handoffs.complete(envelope.handoffid ?? '', {}, tx),
      );
    await close();
    await expect(close()).rejects.toMatchObject({ code: 'HANDOFF_NOT_OPEN', data: { state: 'completed' } });
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) => permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]));
}
