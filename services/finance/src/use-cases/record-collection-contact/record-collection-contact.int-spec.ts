import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { seedParameters } from '@weilend/testing';
import { at, collectionsKit, collector } from '../../../test/builders/collections-kit.builder.js';
import type { CollectionsKit } from '../../../test/builders/collections-kit.builder.js';
import type { Loan } from '../../domain/loan/loan.js';
import type { RecordCollectionContactRequest } from './record-collection-contact.use-case.js';

let kit: CollectionsKit;
let today: LocalDate;
beforeAll(async () => {
  kit = await collectionsKit();
  today = kit.p.clock.today();
});
afterAll(() => kit.stop());

const lateSince = (): LocalDate => addDays(today, -40);
const contactsOf = (loanId: string) => kit.rows('collection_contacts', { loanId });
const caseOf = async (loanId: string) => (await kit.rows('collection_cases', { loanId }))[0];
const guarantor = { whom: 'GUARANTOR', personName: '李四', guaranteeRef: '保证合同 2026-17' } as const;
const other: Partial<RecordCollectionContactRequest> = {
  ...({ whom: 'OTHER', personName: '王五', thirdPartyReason: 'DEBTOR_NOT_ANSWERING' } as const),
  ...({ result: 'MESSAGE_LEFT', effectiveVoice: false } as const),
};

describe('[7.4] a contact about a late loan', () => {
  it('is kept with all that was told, and opens the case of the loan', async () => {
    const loan = await kit.lend(lateSince());
    const id = await kit.contact(loan.id, { nextActionOn: addDays(today, 3), note: ' 周五再联系 ' });
    expect(await contactsOf(loan.id)).toMatchObject([
      {
        ...{
          _id: id,
          channel: 'CALL',
          whom: 'DEBTOR',
          result: 'CALL_BACK',
          effectiveVoice: true,
          note: '周五再联系',
          recordingRef: 'rec-1',
        },
        ...{ on: addDays(today, -1), recordedBy: `employee:${collector.employeeId}`, customerId: loan.customerId, personName: null },
      },
    ]);
    expect(await caseOf(loan.id)).toMatchObject({
      ...{ state: 'OPEN', overdueSince: lateSince(), openedOn: today, contacts: 1, lastContactId: id, nextActionOn: addDays(today, 3) },
    });
  });

  it('keeps one case however many contacts there are', async () => {
    const loan = await kit.lend(lateSince());
    await kit.contact(loan.id);
    await kit.contact(loan.id, { tookPlaceAt: at(addDays(today, -2)) });
    expect(await kit.rows('collection_cases', { loanId: loan.id })).toMatchObject([{ contacts: 2, collectorId: null }]);
  });

  it('is once for one key, and the key knows no name', async () => {
    const loan = await kit.lend(lateSince());
    const requestKey = newId('key');
    const twice = [await kit.contact(loan.id, { ...guarantor, requestKey }), await kit.contact(loan.id, { ...guarantor, requestKey })];
    expect(new Set(twice).size).toBe(1);
    expect(await contactsOf(loan.id)).toHaveLength(1);
    await expect(kit.contact(loan.id, { ...guarantor, requestKey, personName: '李五' })).rejects.toMatchObject({
      code: 'REQUEST_KEY_REUSED',
    });
  });

  it('[3.7] holds the name of a third person encrypted, and shows it masked', async () => {
    const loan = await kit.lend(lateSince());
    await kit.contact(loan.id, { ...other, personName: ' 王五明 ' });
    expect(JSON.stringify(await contactsOf(loan.id))).not.toContain('王五');
    const { nodes } = await kit.history.contacts({ loanId: loan.id }, collector);
    expect(nodes).toMatchObject([{ maskedPerson: '王**', whom: 'OTHER' }]);
    expect(Object.keys(nodes[0]!)).not.toEqual(expect.arrayContaining(['personName']));
  });
});

describe('[7.4] a refused contact changes nothing and is on record', () => {
  it.each<[string, (on: LocalDate) => Partial<RecordCollectionContactRequest>, string]>([
    ['at night', (on) => ({ tookPlaceAt: at(on, '22:00') }), 'CONTACT_QUIET_HOURS'],
    ['before eight', (on) => ({ tookPlaceAt: at(on, '07:59') }), 'CONTACT_QUIET_HOURS'],
    ['tomorrow', (on) => ({ tookPlaceAt: at(addDays(on, 2)) }), 'CONTACT_IN_FUTURE'],
    ['on the due day', () => ({ tookPlaceAt: at(lateSince()) }), 'CONTACT_BEFORE_OVERDUE'],
    ['with somebody else for no reason', () => ({ ...other, thirdPartyReason: null }), 'CONTACT_REASON_MISSING'],
    ['with a guarantor without a contract', () => ({ ...guarantor, guaranteeRef: null }), 'CONTACT_GUARANTEE_MISSING'],
    ['with a number in the note', () => ({ note: '打 13800138000' }), 'PERSONAL_NUMBER_IN_TEXT'],
    ['with a plan in the past', (on) => ({ nextActionOn: on }), 'NEXT_ACTION_INVALID'],
    ['with a promise of nothing', (on) => ({ result: 'PROMISED', promise: { amountFen: 0, byOn: on } }), 'PROMISE_AMOUNT_INVALID'],
    [
      'with a promise for next year',
      (on) => ({ result: 'PROMISED', promise: { amountFen: 1, byOn: addDays(on, 31) } }),
      'PROMISE_DATE_INVALID',
    ],
  ])('%s', async (_title, change, code) => {
    const loan = await kit.lend(lateSince());
    const refusals = { operation: 'record-collection-contact', outcome: 'refused', code };
    const before = (await auditOf(refusals)).length;
    await expect(kit.contact(loan.id, change(addDays(today, -1)))).rejects.toMatchObject({ code });
    const left = [await contactsOf(loan.id), await caseOf(loan.id), await kit.rows('payment_promises', { loanId: loan.id })];
    expect(left).toEqual([[], undefined, []]);
    expect(await kit.rows('collection_debtors', { _id: loan.customerId })).toEqual([]);
    expect((await auditOf(refusals)).length).toBe(before + 1);
  });

  it.each<[string, number, Partial<Loan>]>([
    ['whose instalment is due today', 0, {}],
    ['whose instalment is to come', -1, {}],
    ['that has ended', 40, { state: 'SETTLED' }],
    ['with credit enough', 1, { creditFen: 8884_88 }],
  ])('about a loan %s there is nothing to collect', async (_title, days, change) => {
    const loan = await kit.lend(addDays(today, -days), change);
    await expect(kit.contact(loan.id)).rejects.toMatchObject({ code: 'LOAN_NOT_OVERDUE' });
  });

  it('about a loan that does not exist', async () => {
    await expect(kit.contact(newId('lon'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('[7.4] the most conversations of a day', () => {
  it('are counted over all loans of the debtor; another day is another count', async () => {
    const one = await kit.lend(lateSince());
    const two = await kit.lend(lateSince(), { customerId: one.customerId });
    for (const loanId of [one.id, two.id, one.id]) await kit.contact(loanId);
    await expect(kit.contact(two.id)).rejects.toMatchObject({ code: 'CONTACT_DAILY_MAXIMUM' });
    await expect(kit.contact(two.id, { effectiveVoice: false, result: 'NOT_REACHED' })).rejects.toMatchObject({
      code: 'CONTACT_DAILY_MAXIMUM',
    });
    await kit.contact(two.id, { tookPlaceAt: at(addDays(today, -2)) });
    await kit.contact(two.id, { channel: 'LETTER', effectiveVoice: false, result: 'DELIVERED' });
    await kit.contact((await kit.lend(lateSince())).id);
  });

  it('are not used up by calls that nobody answers, or that a guarantor answers', async () => {
    const loan = await kit.lend(lateSince());
    for (let time = 0; time < 4; time++) await kit.contact(loan.id, { effectiveVoice: false, result: 'NOT_REACHED' });
    for (let time = 0; time < 4; time++) await kit.contact(loan.id, guarantor);
    await kit.contact(loan.id);
  });

  it('are kept when many are recorded at once, over several loans', async () => {
    const first = await kit.lend(lateSince());
    const loans = [first, await kit.lend(lateSince(), { customerId: first.customerId })];
    const tries = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => kit.contact(loans[index % 2]!.id)));
    expect(tries.filter((tried) => tried.status === 'fulfilled')).toHaveLength(3);
    const codes = tries.flatMap((tried) => (tried.status === 'rejected' ? [(tried.reason as { code: string }).code] : []));
    expect(new Set(codes)).toEqual(new Set(['CONTACT_DAILY_MAXIMUM']));
    expect(await kit.rows('collection_contacts', { customerId: first.customerId })).toHaveLength(3);
  });

  it('[1.2] follow the parameters that are in force', async () => {
    await seedParameters(kit.p, { 'collection.voice-per-day': '1', 'collection.quiet-hours': '{"from":"12:00","to":"14:00"}' });
    const loan = await kit.lend(lateSince());
    await kit.contact(loan.id, { tookPlaceAt: at(addDays(today, -1), '23:00') });
    await expect(kit.contact(loan.id)).rejects.toMatchObject({ code: 'CONTACT_DAILY_MAXIMUM' });
    await expect(kit.contact(loan.id, { tookPlaceAt: at(addDays(today, -2), '13:59') })).rejects.toMatchObject({
      code: 'CONTACT_QUIET_HOURS',
    });
    await seedParameters(kit.p);
  });
});

describe('[7.4] others than the debtor', () => {
  it('are never contacted again once they have refused, over all loans of the debtor; a guarantor is bound', async () => {
    const one = await kit.lend(lateSince());
    const two = await kit.lend(lateSince(), { customerId: one.customerId });
    await kit.contact(one.id, { ...other, result: 'REFUSED_CONTACT' });
    for (const personName of ['王五', ' 王五 ']) {
      await expect(kit.contact(two.id, { ...other, personName })).rejects.toMatchObject({ code: 'CONTACT_PERSON_REFUSED' });
    }
    await kit.contact(two.id, { ...other, personName: '赵六' });
    await kit.contact((await kit.lend(lateSince())).id, other);
    await kit.contact(one.id, { ...guarantor, personName: '王五' });
  });
});

describe('[7.4] a promise made in a contact', () => {
  const promise = (amountFen = 5_000_00) => ({ result: 'PROMISED', promise: { amountFen, byOn: addDays(today, 5) } }) as const;

  it('stands, and says when the case is looked at next', async () => {
    const loan = await kit.lend(lateSince());
    const contactId = await kit.contact(loan.id, promise());
    const [stored] = await kit.rows('payment_promises', { loanId: loan.id });
    expect(stored).toMatchObject({ contactId, amountFen: 5_000_00, madeOn: addDays(today, -1), byOn: addDays(today, 5), state: 'OPEN' });
    expect(await caseOf(loan.id)).toMatchObject({ promiseId: stored!['_id'], promiseState: 'OPEN', nextActionOn: addDays(today, 6) });
    expect(await contactsOf(loan.id)).toMatchObject([{ promiseId: stored!['_id'], result: 'PROMISED' }]);
  });

  it('is one at a time, whatever races, and a refused one leaves no contact', async () => {
    const loan = await kit.lend(lateSince());
    const tries = await Promise.allSettled(Array.from({ length: 3 }, () => kit.contact(loan.id, promise())));
    expect(tries.filter((tried) => tried.status === 'fulfilled')).toHaveLength(1);
    await expect(kit.contact(loan.id, promise())).rejects.toMatchObject({ code: 'PROMISE_ALREADY_OPEN' });
    expect([(await contactsOf(loan.id)).length, (await kit.rows('payment_promises', { loanId: loan.id })).length]).toEqual([1, 1]);
  });

  it('is at most of what clears the loan', async () => {
    const loan = await kit.lend(lateSince());
    await expect(kit.contact(loan.id, promise(200_000_00))).rejects.toMatchObject({ code: 'PROMISE_AMOUNT_INVALID' });
  });
});

const auditOf = (filter: object) => kit.rows('audit_rows', filter);
