import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Envelope, HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { seedParameters } from '@weilend/testing';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const returnedCode = async (one: Case): Promise<unknown> => {
  const row = await one.disburseHandoff();
  return row?.state === 'returned' ? row.outcome?.['code'] : row?.state;
};

describe('[4.19, 7.3] a signed contract becomes a disbursement order', () => {
  it('when approval is in force and the sheet is of exactly these terms', async () => {
    const one = await (await Case.begin(kit)).opened();
    expect(await one.order()).toMatchObject({ state: 'OPEN', contractId: one.contractId, terms: one.terms, makerId: null, loanId: null });
    expect((await one.disburseHandoff())?.state).toBe('open');
    expect(await one.sent()).toEqual(['finance.cost-sheet-issued.v1', 'finance.handoff-completed.v1']);
  });

  it('and is not opened twice when the message comes twice', async () => {
    const one = await Case.begin(kit);
    const signed = one.signed();
    await kit.inbox.receive(one.decisionMade());
    await Promise.all([kit.inbox.receive(signed), kit.inbox.receive(signed)].map((receiving) => receiving.catch(() => 'again')));
    await kit.inbox.receive(signed);
    expect(await one.orders()).toBe(1);
  });

  it('and a second handoff of the same contract is returned', async () => {
    const one = await (await Case.begin(kit)).opened();
    const again = one.signed();
    await kit.inbox.receive(again);
    expect((await one.handoffs()).find((row) => row._id === again.handoffid)?.outcome).toMatchObject({ code: 'CONTRACT_ALREADY_ORDERED' });
    expect(await one.orders()).toBe(1);
  });
});

describe('[7.3] G7 cannot be walked around', () => {
  it('one approval is paid once: a second contract signed on it is returned', async () => {
    const one = await (await Case.begin(kit)).opened();
    const { applicationId, decisionId, terms, today } = one;
    const [contractId, participants] = [newId('con'), [{ role: 'SALESPERSON' as const, employeeId: people.salesperson.employeeId }]];
    const drafted = { applicationId, participants, contractId, decisionId, ...terms, startOn: today };
    await kit.inbox.receive(one.source.handoff('issue-cost-sheet', 'sales', { subject: applicationId, data: drafted }));
    const sheet = await kit.p.database.collection<{ _id: string; hash: string }>('cost_sheets').findOne({ contractId });
    const second = one.signed({ contractId, costSheetId: sheet?._id, costSheetHash: sheet?.hash });
    await kit.inbox.receive(second);
    expect((await one.handoffs()).find((row) => row._id === second.handoffid)?.outcome).toMatchObject({ code: 'CONTRACT_ALREADY_ORDERED' });
    expect(await kit.p.database.collection('disbursement_orders').countDocuments({ applicationId })).toBe(1);
  });

  it.each([
    ['voted', 'VOTER'],
    ['investigated', 'INVESTIGATOR'],
  ] as const)('who %s by the word of approval makes no payment, even when the list from sales leaves him out', async (_what, role) => {
    const one = await Case.begin(kit);
    const made = one.decisionMade();
    await kit.inbox.receive({ ...made, data: { ...made.data, participants: [{ role, employeeId: people.maker.employeeId }] } });
    await kit.inbox.receive(one.signed({ participants: [] }));
    await expect(one.released()).rejects.toMatchObject({ code: 'SEGREGATION_OF_DUTIES', data: { alreadyHeld: role } });
    expect(await one.order()).toMatchObject({ state: 'OPEN', makerId: null });
  });

  it.each<[string, (one: Case) => Partial<HandoffData<'disburse-loan'>>, string]>([
    ['one fen more than approved', (one) => ({ amountFen: one.terms.amountFen + 1 }), 'TERMS_BEYOND_APPROVAL'],
    ['a month more', () => ({ termMonths: 13 }), 'TERMS_BEYOND_APPROVAL'],
    ['a higher rate', () => ({ annualRate: '0.1201' }), 'TERMS_BEYOND_APPROVAL'],
    ['another method', () => ({ method: 'INTEREST_ONLY' }), 'TERMS_BEYOND_APPROVAL'],
    ['another product', () => ({ productId: newId('prd') }), 'TERMS_BEYOND_APPROVAL'],
    ['one fen less than the sheet shows', (one) => ({ amountFen: one.terms.amountFen - 1 }), 'COST_SHEET_MISMATCH'],
    ['a sheet that finance did not issue', () => ({ costSheetId: newId('cst') }), 'COST_SHEET_MISMATCH'],
    ['a forged hash of the sheet', () => ({ costSheetHash: 'f'.repeat(64) }), 'COST_SHEET_MISMATCH'],
    ['the sheet of another contract', () => ({ contractId: newId('con') }), 'COST_SHEET_MISMATCH'],
    ['an account nobody registered', () => ({ payeeAccountId: newId('acc') }), 'PAYEE_UNKNOWN'],
    ['another customer than was approved', () => ({ customerId: newId('cus') }), 'APPROVAL_NOT_IN_FORCE'],
    ['an account in another name', () => ({ nameIndex: kit.p.cipher.blindIndex('name', '李四') }), 'PAYEE_NOT_BORROWER'],
  ])('%s is returned and nothing is ordered', async (_title, change, code) => {
    const one = await Case.begin(kit);
    await kit.inbox.receive(one.decisionMade());
    await kit.inbox.receive(one.signed(change(one)));
    expect(await returnedCode(one)).toBe(code);
    expect(await kit.p.database.collection('disbursement_orders').countDocuments({ applicationId: one.applicationId })).toBe(0);
    expect((await one.sent()).at(-1)).toBe('finance.handoff-returned.v1');
  });

  it.each<[string, (one: Case) => Envelope[], string]>([
    ['a rejection', (one) => [one.decisionMade({ result: 'REJECTED' })], 'APPROVAL_NOT_IN_FORCE'],
    ['a lapsed approval', (one) => [one.decisionMade(), one.decisionLapsed()], 'APPROVAL_NOT_IN_FORCE'],
    ['an approval that ran out before signing', (one) => [one.decisionMade({ validUntil: '2020-01-01' })], 'APPROVAL_NOT_IN_FORCE'],
    ["another customer's approval", (one) => [one.decisionMade({ customerId: newId('cus') })], 'APPROVAL_NOT_IN_FORCE'],
    ['lower approved terms', (one) => [one.decisionMade({ terms: { amountFen: one.terms.amountFen - 1 } })], 'TERMS_BEYOND_APPROVAL'],
  ])('%s is returned', async (_title, facts, code) => {
    const one = await Case.begin(kit);
    for (const fact of facts(one)) await kit.inbox.receive(fact);
    await kit.inbox.receive(one.signed());
    expect(await returnedCode(one)).toBe(code);
    expect(await one.orders()).toBe(0);
  });

  it.each<[string, (one: Case) => Envelope[]]>([
    ['no decision at all', () => []],
    ['an invented decision', (one) => [one.decisionMade()].map((made) => ({ ...made, data: { ...made.data, decisionId: newId('dec') } }))],
    ['conditions that nobody confirmed', (one) => [one.decisionMade({ result: 'CONDITIONAL' })]],
  ])('%s: the handoff waits and no order exists', async (_title, facts) => {
    const one = await Case.begin(kit);
    for (const fact of facts(one)) await kit.inbox.receive(fact);
    expect(await kit.inbox.receive(one.signed())).toBe('waiting');
    expect(await one.orders()).toBe(0);
    expect(await one.disburseHandoff()).toBeUndefined();
  });

  it('[7.3] the concentration limit is judged before an order is opened', async () => {
    const one = await Case.begin(kit);
    await kit.inbox.receive(one.decisionMade());
    await seedParameters(kit.p, { 'concentration.net-assets': String(one.terms.amountFen * 10 - 1) });
    await kit.inbox.receive(one.signed());
    await seedParameters(kit.p);
    expect(await returnedCode(one)).toBe('CONCENTRATION_EXCEEDED');
  });
});

describe('messages of approval and sales in every order', () => {
  const orders = <T>(list: readonly T[]): T[][] =>
    list.length < 2 ? [[...list]] : list.flatMap((one, index) => orders(list.toSpliced(index, 1)).map((rest) => [one, ...rest]));
  const sequences = orders(['decided', 'confirmed', 'signed']);

  it.each(sequences)('%s, %s, %s: the order is open', async (...names) => {
    const one = await Case.begin(kit);
    const messages: Record<string, Envelope> = {
      decided: one.decisionMade({ result: 'CONDITIONAL' }),
      confirmed: one.conditionsConfirmed(),
      signed: one.signed(),
    };
    for (const name of names) await kit.inbox.receive(messages[name]!);
    expect(await one.order()).toMatchObject({ state: 'OPEN' });
    expect(
      await kit.p.database
        .collection('inbox')
        .countDocuments({ state: { $in: ['dead', 'waiting', 'parked'] }, lane: { $regex: one.applicationId } }),
    ).toBe(0);
  });

  it.each(sequences)('%s, %s, %s with a lapse behind them: nothing is left open', async (...names) => {
    const one = await Case.begin(kit);
    const messages: Record<string, Envelope> = {
      decided: one.decisionMade({ result: 'CONDITIONAL' }),
      confirmed: one.conditionsConfirmed(),
      signed: one.signed(),
    };
    const lapsed = one.decisionLapsed();
    for (const name of names) await kit.inbox.receive(messages[name]!);
    await kit.inbox.receive(lapsed);
    expect(await one.order()).toMatchObject({ state: 'RETURNED' });
    expect(await returnedCode(one)).toBe('APPROVAL_NOT_IN_FORCE');
  });
});
