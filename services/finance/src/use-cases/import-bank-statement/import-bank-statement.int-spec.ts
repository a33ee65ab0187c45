import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { bankKitOf, csvLine, HEADER } from '../../../test/builders/bank-kit.builder.js';
import type { BankKit } from '../../../test/builders/bank-kit.builder.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { RequestStatementUpload } from '../request-statement-upload/request-statement-upload.use-case.js';

let kit: FinanceKit;
let bank: BankKit;
let today: string;
beforeAll(async () => {
  kit = await financeKit();
  bank = bankKitOf(kit);
  today = kit.p.clock.today();
});
afterAll(() => kit.stop());

const count = (name: string) => kit.p.database.collection(name).countDocuments();
const counts = async () => [await count('bank_statements'), await count('bank_lines')];
const paid = (change: object = {}) =>
  csvLine({ paidOn: today, amount: '100.00', payerName: '张三', payerAccount: '6222020000123456', ...change });
const file = (...lines: string[]) => [HEADER, ...lines].join('\n');

describe('[5.3, 7.3] importing a file of the bank', () => {
  it('keeps every line of it, and the file as evidence', async () => {
    const id = await bank.importFile(file(paid({ transactionId: 'A1' }), paid({ transactionId: 'A2', remark: '"还款, 十一月"' })));
    const statement = await bank.statement(id);
    expect(statement).toMatchObject({ channel: '工行基本户', state: 'RUNNING', total: 2, imported: 2, known: 0, problems: [] });
    expect(await bank.lines(id)).toMatchObject([
      {
        lineNo: 2,
        transactionId: 'A1',
        amountFen: 100_00,
        payerName: '张三',
        maskedPayer: '张*',
        maskedAccount: '************3456',
        state: 'NEW',
      },
      { lineNo: 3, transactionId: 'A2', remark: '还款, 十一月', attempt: 1 },
    ]);
    expect(await bank.files.find(statement.fileId)).toMatchObject({ state: 'attached', attachedTo: { id } });
  });

  it('[3.7] keeps payer, account and remark encrypted, everywhere', async () => {
    const id = await bank.importFile(
      file(paid({ payerName: '欧阳小雨', payerAccount: '6222029999123456', remark: '本人王小明手机13900001111' })),
    );
    const names = ['bank_lines', 'bank_statements', 'request_keys', 'audit_rows', 'outbox'];
    const text = JSON.stringify(await Promise.all(names.map((name) => kit.p.database.collection(name).find().toArray())));
    for (const secret of ['欧阳小雨', '6222029999123456', '13900001111', '王小明']) expect(text).not.toContain(secret);
    expect(await bank.lines(id)).toMatchObject([
      { payerName: '欧阳小雨', payerAccount: '6222029999123456', nameIndex: kit.p.cipher.blindIndex('name', '欧阳小雨') },
    ]);
  });

  it.each<[string, (text: string) => Buffer]>([
    ['UTF-8 with a byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['the line ends of another system', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['blank lines at its end', (text) => Buffer.from(`${text}\n\n`)],
  ])('reads %s', async (_title, encode) => {
    const id = await bank.importFile(encode(file(paid())));
    expect(await bank.statement(id)).toMatchObject({ total: 1, imported: 1 });
  });

  it('reads names in the national encoding (GB18030)', async () => {
    const [before = '', after = ''] = file(paid()).split('张三');
    const id = await bank.importFile(Buffer.concat([Buffer.from(before), Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]), Buffer.from(after)]));
    expect(await bank.lines(id)).toMatchObject([{ payerName: '张三' }]);
  });

  it('imports nothing while a line is bad, and names every one', async () => {
    const text = file(paid(), paid({ amount: 'x' }), paid(), paid({ paidOn: '2099-01-01' }));
    const before = await counts();
    await expect(bank.importFile(text)).rejects.toMatchObject({
      code: 'BANK_LINE_INVALID',
      all: [
        { data: { line: 3, problem: expect.stringContaining('amount') } },
        { data: { line: 5, problem: expect.stringContaining('has not come') } },
      ],
    });
    expect(await counts()).toEqual(before);
    const id = await bank.importFile(text, { skipBadLines: true });
    expect(await bank.statement(id)).toMatchObject({ total: 4, imported: 2, problems: [{ lineNo: 3 }, { lineNo: 5 }] });
  });

  it('the same file again is the same statement, under another name of the account another', async () => {
    const text = file(paid(), paid());
    const id = await bank.importFile(text);
    const before = await counts();
    expect(await bank.importFile(text)).toBe(id);
    expect(await bank.importFile(text, { skipBadLines: true })).toBe(id);
    expect(await counts()).toEqual(before);
    expect(await bank.importFile(text, { bankAccount: '建行一般户' })).not.toBe(id);
  });

  it('however many import the same file at once, its lines are there once', async () => {
    const text = file(paid({ transactionId: newId('txn') }));
    const before = await counts();
    const ends = await Promise.allSettled([1, 2, 3, 4].map(() => bank.importFile(text)));
    expect(new Set(ends.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason)))).size).toBe(1);
    expect(ends[0]).toMatchObject({ status: 'fulfilled' });
    expect(await counts()).toEqual([before[0]! + 1, before[1]! + 1]);
  });

  it('a request that comes twice gives the first answer', async () => {
    const fileId = await bank.upload(file(paid()));
    const input = { requestKey: newId('key'), fileId, bankAccount: '工行基本户', skipBadLines: false };
    const id = await bank.importStatement.execute(people.maker, input);
    expect(await bank.importStatement.execute(people.maker, input)).toBe(id);
  });

  it('money that an earlier file told of is not imported again; told otherwise it is a mistake', async () => {
    const [one, two] = [paid({ transactionId: 'K1' }), paid({ transactionId: 'K2' })];
    await bank.importFile(file(one));
    const id = await bank.importFile(file(one, two, two));
    expect(await bank.statement(id)).toMatchObject({ total: 3, imported: 1, known: 2 });
    expect((await bank.lines(id)).map((line) => line.transactionId)).toEqual(['K2']);
    await expect(bank.importFile(file(paid({ transactionId: 'K1', amount: '100.01' })))).rejects.toMatchObject({
      code: 'BANK_LINE_INVALID',
      data: { line: 2 },
    });
  });

  it('money that left the account is set aside at once and says so', async () => {
    const id = await bank.importFile(file(paid({ amount: '-5.00' })));
    expect(await bank.lines(id)).toMatchObject([{ amountFen: -5_00, state: 'SET_ASIDE', reason: 'MONEY_OUT' }]);
    await bank.carry();
    expect(await bank.lines(id)).toMatchObject([{ state: 'SET_ASIDE' }]);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['a quote that is never closed', () => bank.importFile(`${HEADER}\n"T1,${today},1`), 'BANK_FILE_INVALID'],
    ['a table without a header', () => bank.importFile(paid()), 'BANK_FILE_INVALID'],
    ['a picture', () => bank.importFile(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0])), 'BANK_FILE_INVALID'],
    ['a file that there is not', () => bank.importFile(file(paid()), { fileId: newId('fil') }), 'NOT_FOUND'],
    ['an account without a name', () => bank.importFile(file(paid()), { bankAccount: ' ' }), 'BANK_ACCOUNT_NAME_INVALID'],
    ['an account with signs in its name', () => bank.importFile(file(paid()), { bankAccount: 'a:b' }), 'BANK_ACCOUNT_NAME_INVALID'],
  ])('%s is refused and nothing is imported', async (_title, act, code) => {
    const before = await counts();
    await expect(act()).rejects.toMatchObject({ code });
    expect(await counts()).toEqual(before);
  });

  it('a file whose bytes have not come, or that is too large, is refused', async () => {
    const declared = { fileName: 'a.csv', contentType: 'text/csv', sizeBytes: 10, sha256: 'a'.repeat(64) };
    const request = new RequestStatementUpload(kit.p.work, bank.files);
    const fileId = await request.execute(people.maker, declared);
    const input = { fileId, bankAccount: '工行基本户', skipBadLines: false };
    await expect(bank.importStatement.execute(people.maker, input)).rejects.toMatchObject({ code: 'FILE_NOT_VERIFIED' });
    await expect(request.execute(people.maker, { ...declared, sizeBytes: 6_000_000 })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(request.execute(people.maker, { ...declared, contentType: 'image/png' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
