import { expect, it } from '@jest/globals';
import { CsvPaymentFile } from './csv-payment-file.adapter.js';

const payment = {
  ...{ requestId: 'dis_1', amountFen: 1_00, holderName: '张三', accountNumber: '6222', bankCode: '102100099996', remark: '贷款发放' },
};
const write = (change: object) =>
  new CsvPaymentFile().write({ batchId: 'bat_1', releasedOn: '2026-11-23', payments: [{ ...payment, ...change }] });

it.each([
  ['a comma', '张,三', '"张,三"'],
  ['a quotation mark', '张"三', '"张""三"'],
  ['a line break', '张\n三', '"张\n三"'],
  ['a formula', '=1+1', `"'=1+1"`],
  ['a formula in disguise', '@SUM(A1)', `"'@SUM(A1)"`],
])('[4.19] a name with %s stays one cell of text', (_title, holderName, cell) => {
  expect(write({ holderName }).content).toContain(`"dis_1",${cell},"6222"`);
});

it('[4.19] is named by day and batch, begins with the mark of UTF-8 and ends with number and sum', () => {
  const { fileName, content } = write({ amountFen: 12_345_678_90 });
  expect(fileName).toBe('2026-11-23-bat_1.csv');
  expect(content.startsWith('\uFEFF"序号"')).toBe(true);
  expect(content.endsWith('"合计","1","","","","12345678.90",""\r\n')).toBe(true);
});
