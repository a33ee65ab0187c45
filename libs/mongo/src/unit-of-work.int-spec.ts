import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DomainError, newId } from '@weilend/kernel';
import { person, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { defineCollection, fields, Repository } from './index.js';
import type { Database, Tx } from './index.js';

interface Account {
  readonly id: string;
  readonly version: number;
  readonly owner: string;
  readonly balanceFen: number;
}

const accountCollection = defineCollection({
  name: 'accounts',
  fields: { owner: fields.text, balanceFen: fields.fen },
  indexes: [{ name: 'owner', keys: { owner: 1 }, why: 'one per owner', options: { unique: true } }],
});

class Accounts extends Repository<Account> {
  constructor(database: Database) {
    super(database, accountCollection, 'account');
  }
}

let p: PlatformUnderTest;
let accounts: Accounts;
let accountId: string;
const actor = person('finance', 'finance-officer');

beforeAll(async () => {
  p = await testPlatform('finance', { collections: [accountCollection] });
  accounts = new Accounts(p.database);
});
beforeEach(async () => {
  accountId = newId('acc');
  await p.work.run({ actor, operation: 'open' }, (tx) =>
    accounts.insert({ id: accountId, version: 0, owner: accountId, balanceFen: 1_000 }, tx),
  );
});
afterAll(() => p.stop());

const read = (id = accountId): Promise<Account | null> => p.work.run({ actor, operation: 'read' }, (tx) => accounts.find(id, tx));
const audit = (operation: string) => p.database.collection('audit_rows').find({ operation }).toArray();

function pay(input: { requestKey?: string; amountFen: number }, as = actor): Promise<{ balanceFen: number }> {
  return p.work.once({ operation: `pay ${accountId}`, actor: as, input }, async (tx) => {
    const account = await accounts.get(accountId, tx);
    if (account.balanceFen < input.amountFen) throw new DomainError('MONEY_SHORT', { have: account.balanceFen });
    const { balanceFen } = await accounts.save({ ...account, balanceFen: account.balanceFen - input.amountFen }, tx);
    return { balanceFen };
  });
}

describe('request keys', () => {
  test('same key and input: the first answer again, one effect, one audit row', async () => {
    const input = { requestKey: 'k', amountFen: 300 };
    expect(await pay(input)).toEqual({ balanceFen: 700 });
    expect(await pay(input)).toEqual({ balanceFen: 700 });
    expect(await read()).toMatchObject({ balanceFen: 700, version: 2 });
    expect(await audit(`pay ${accountId}`)).toHaveLength(1);
  });

  test('a hundred at once: one effect, every answer the same or in progress', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 100 }, () => pay({ requestKey: 'k', amountFen: 1 })));
    const other = answers.filter((answer) => answer.status === 'rejected').map((answer) => (answer.reason as DomainError).code);
    expect(other.every((code) => code === 'REQUEST_IN_PROGRESS')).toBe(true);
    expect(answers.filter((answer) => answer.status === 'fulfilled').map((answer) => answer.value.balanceFen)).toEqual(
      expect.arrayContaining([999]),
    );
    expect(await read()).toMatchObject({ balanceFen: 999 });
  });

  test('same key, other input: refused, nothing done', async () => {
    await pay({ requestKey: 'k', amountFen: 1 });
    await expect(pay({ requestKey: 'k', amountFen: 2 })).rejects.toMatchObject({ code: 'REQUEST_KEY_REUSED' });
    expect(await read()).toMatchObject({ balanceFen: 999 });
  });

  test('another person with the same key is another request', async () => {
    await pay({ requestKey: 'k', amountFen: 1 });
    await pay({ requestKey: 'k', amountFen: 1 }, person('finance', 'finance-officer'));
    expect(await read()).toMatchObject({ balanceFen: 998 });
  });

  test('a refusal is not stored: the same key may succeed later', async () => {
    const input = { requestKey: 'k', amountFen: 5_000 };
    await expect(pay(input)).rejects.toMatchObject({ code: 'MONEY_SHORT' });
    await p.work.run({ actor, operation: 'top-up' }, async (tx) => {
      const account = await accounts.get(accountId, tx);
      await accounts.save({ ...account, balanceFen: 9_000 }, tx);
    });
    expect(await pay(input)).toEqual({ balanceFen: 4_000 });
  });
});

describe('[1.4] audit', () => {
  test('an accepted act: before and after hash of what it wrote', async () => {
    await pay({ amountFen: 1 });
    const [row] = await audit(`pay ${accountId}`);
    expect(row).toMatchObject({
      outcome: 'accepted',
      actor: `employee:${actor.employeeId}`,
      touched: [{ collection: 'accounts', id: accountId }],
    });
    const [touched] = (row as unknown as { touched: { beforeHash: string; afterHash: string }[] }).touched;
    expect(touched?.beforeHash).toMatch(/^[0-9a-f]{64}$/);
    expect(touched?.afterHash).not.toBe(touched?.beforeHash);
  });

  test('a refusal: its code, after the abort, and nothing else', async () => {
    await expect(pay({ amountFen: 99_999 })).rejects.toBeInstanceOf(DomainError);
    expect(await audit(`pay ${accountId}`)).toMatchObject([{ outcome: 'refused', code: 'MONEY_SHORT', touched: [] }]);
    expect(await read()).toMatchObject({ balanceFen: 1_000, version: 1 });
  });
});

describe('concurrency', () => {
  test('fifty payments at once all count: conflicts are decided again', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => pay({ amountFen: 10 })));
    const done = answers.filter((answer) => answer.status === 'fulfilled').length;
    expect(await read()).toMatchObject({ balanceFen: 1_000 - done * 10 });
    expect(done).toBeGreaterThan(25);
  });

  test('a stale save is a conflict, not an overwrite', async () => {
    const stale = await read();
    await pay({ amountFen: 1 });
    await expect(p.work.run({ actor, operation: 'stale' }, (tx) => accounts.save(stale as Account, tx))).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
  });

  test('an error in the body leaves nothing, and its after-commit actions do not run', async () => {
    let ran = false;
    const act = p.work.run({ actor, operation: 'break' }, async (tx: Tx) => {
      tx.afterCommit(() => (ran = true));
      await accounts.save({ ...(await accounts.get(accountId, tx)), balanceFen: 0 }, tx);
      throw new TypeError('bug');
    });
    await expect(act).rejects.toThrow('bug');
    expect(await read()).toMatchObject({ balanceFen: 1_000 });
    expect(ran).toBe(false);
  });
});

describe('storage', () => {
  test.each<[string, object]>([
    ['a fraction of a fen', { balanceFen: 0.5 }],
    ['an unsafe amount', { balanceFen: 2 ** 53 }],
    ['text for money', { balanceFen: '5' }],
    ['no owner', { owner: undefined }],
    ['an unknown member', { colour: 'red' }],
  ])('refuses %s', async (_name, change) => {
    const entity = { id: newId('acc'), version: 0, owner: newId('own'), balanceFen: 1, ...change } as Account;
    await expect(p.work.run({ actor, operation: 'bad' }, (tx) => accounts.insert(entity, tx))).rejects.toThrow();
    expect(await read(entity.id)).toBeNull();
  });

  test('says which field is wrong, never what stood there: a refusal by the schema goes to logs', async () => {
    const entity = { id: newId('acc'), version: 0, owner: { phone: '13800138000' }, balanceFen: '13800138000' } as unknown as Account;
    const refusal = await p.work.run({ actor, operation: 'bad' }, (tx) => accounts.insert(entity, tx)).catch(String);
    expect(refusal).toContain('accounts: a document does not fit its schema: ');
    expect(refusal).toContain('balanceFen');
    expect(refusal).not.toContain('13800138000');
  });

  test('money is a BSON long', async () => {
    expect(await p.database.collection('accounts').countDocuments({ _id: accountId, balanceFen: { $type: 'long' } } as never)).toBe(1);
  });

  test('a missing thing is a refusal that names it', async () => {
    await expect(p.work.run({ actor, operation: 'read' }, (tx) => accounts.get('acc_none', tx))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { noun: 'account', id: 'acc_none' },
    });
  });
});
