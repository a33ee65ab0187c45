import { formatYuan, sumFen } from '@weilend/kernel';
import { PaymentFileFormat } from '../use-cases/export-payment-batch/payment-file.port.js';
import type { PaymentFile, PaymentList } from '../use-cases/export-payment-batch/payment-file.port.js';

/** Spreadsheets read the file as UTF-8 only with it. */
const BYTE_ORDER_MARK = '\uFEFF';
const HEADER = ['序号', '指令号', '收款户名', '收款账号', '联行号', '金额', '附言'];
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A list of payments for people and spreadsheets: RFC 4180, amounts in yuan, number and sum in the last line. */
export class CsvPaymentFile extends PaymentFileFormat {
  write({ batchId, releasedOn, payments }: PaymentList): PaymentFile {
    const rows = payments.map((payment, place) => {
      const { requestId, holderName, accountNumber, bankCode, amountFen, remark } = payment;
      return [String(place + 1), requestId, holderName, accountNumber, bankCode, formatYuan(amountFen), remark];
    });
    const totalFen = sumFen(payments.map((payment) => payment.amountFen));
    const trailer = ['合计', String(payments.length), '', '', '', formatYuan(totalFen), ''];
    const lines = [HEADER, ...rows, trailer].map((row) => row.map(cell).join(','));
    return {
      fileName: `${releasedOn}-${batchId}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`,
    };
  }
}

/** An apostrophe keeps a spreadsheet from reading a formula. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
