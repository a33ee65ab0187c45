import { DomainError, parseLocalDate, parseYuan } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';

// Reading a bank statement (银行对账单) that a person has saved as a table: which column is which, by its Chinese or English title, and each line with its
// number in the file, so that a mistake can be found and mended. The whole file is judged before a single line of it counts.

export interface StatementLine {
  readonly lineNo: number;
  readonly transactionId: string;
  readonly paidOn: LocalDate;
  /** Less than zero for money that left the account. */
  readonly amountFen: Fen;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly remark: string;
}

export interface LineProblem {
  readonly lineNo: number;
  readonly problem: string;
}

export interface ReadStatement {
  /** Lines of the file without its header. */
  readonly total: number;
  readonly lines: readonly StatementLine[];
  readonly problems: readonly LineProblem[];
  /** Lines that say again what an earlier one of the file says. */
  readonly repeated: number;
}

export interface FileRow {
  readonly lineNo: number;
  readonly cells: readonly string[];
}

const COLUMNS = ['transactionId', 'paidOn', 'amount', 'payerName', 'payerAccount', 'remark'] as const;
type Column = (typeof COLUMNS)[number];
const REQUIRED: readonly Column[] = ['transactionId', 'paidOn', 'amount'];
const TITLES: Readonly<Record<Column, readonly string[]>> = {
  transactionId: ['transactionid', '流水号', '交易流水号'],
  paidOn: ['paidon', '日期', '交易日期', '入账日期'],
  amount: ['amount', '金额', '交易金额'],
  payerName: ['payername', '户名', '对方户名', '付款人户名', '付款人名称'],
  payerAccount: ['payeraccount', '账号', '对方账号', '付款人账号'],
  remark: ['remark', '摘要', '附言', '备注'],
};
const TRANSACTION_ID = /^[\x21-\x7e]{1,64}$/;
/** Stars where the bank hides digits. */
const ACCOUNT = /^[0-9A-Za-z*]{0,40}$/;
const LONGEST_NAME = 100;
const LONGEST_REMARK = 500;
export const MOST_LINES = 5_000;
/** Ids that a payer may have been told to write. */
const REFERENCE = /(?:lon|con|app)_[0-9a-hjkmnp-tv-z]{26}/g;

/** Throws DomainError BANK_FILE_INVALID when the table itself cannot be read; what is wrong with single lines is told of each. */
export function readStatement(rows: readonly FileRow[], today: LocalDate): ReadStatement {
  const [head, ...body] = rows;
  if (!head) throw invalidFile('it is empty');
  if (body.length > MOST_LINES) throw invalidFile(`it has ${body.length} lines, at most ${MOST_LINES} are read at once: split it`);
  const places = placesOf(head.cells);
  const lines = new Map<string, StatementLine>();
  const problems: LineProblem[] = [];
  let repeated = 0;
  for (const row of body) {
    const read = readLine(row, { places, width: head.cells.length, today });
    if ('problem' in read) problems.push(read);
    else {
      const before = lines.get(read.transactionId);
      if (!before) lines.set(read.transactionId, read);
      else if (saysTheSame(before, read)) repeated++;
      else
        problems.push({
          lineNo: read.lineNo,
          problem: `transaction ${read.transactionId} is in line ${before.lineNo} with another content`,
        });
    }
  }
  return { total: body.length, lines: [...lines.values()], problems, repeated };
}

/** True when two lines tell of the same money. */
export function saysTheSame(a: Pick<StatementLine, 'paidOn' | 'amountFen'>, b: Pick<StatementLine, 'paidOn' | 'amountFen'>): boolean {
  return a.paidOn === b.paidOn && a.amountFen === b.amountFen;
}

/** Ids of loans, contracts and applications in a remark; banks may write them in capitals. */
export function referencesIn(remark: string): string[] {
  return [...new Set(remark.toLowerCase().match(REFERENCE) ?? [])];
}

type Places = Readonly<Record<Column, number>>;

function placesOf(titles: readonly string[]): Places {
  const wanted = titles.map((title) => title.replace(/[\s_]/g, '').toLowerCase());
  const found = COLUMNS.map((column) => [column, wanted.findIndex((title) => TITLES[column].includes(title))] as const);
  const missing = found.filter(([column, place]) => place < 0 && REQUIRED.includes(column)).map(([column]) => column);
  if (missing.length > 0) throw invalidFile(`its first line does not name ${missing.join(', ')} (columns: ${COLUMNS.join(', ')})`);
  return Object.fromEntries(found) as unknown as Places;
}

function readLine(
  { lineNo, cells }: FileRow,
  { places, width, today }: { places: Places; width: number; today: LocalDate },
): StatementLine | LineProblem {
  const text = (column: Column): string => (cells[places[column]] ?? '').trim();
  const fault = (problem: string): LineProblem => ({ lineNo, problem });
  if (cells.length !== width) return fault(`it has ${cells.length} columns, the first line has ${width}`);
  if (!TRANSACTION_ID.test(text('transactionId'))) return fault('transactionId must be 1 to 64 letters or digits');
  const paidOn = dayIn(text('paidOn'));
  if (!paidOn) return fault('paidOn is not a date (YYYY-MM-DD)');
  if (paidOn > today) return fault(`paidOn ${paidOn} has not come yet`);
  const amountFen = amountIn(text('amount'));
  if (amountFen === null) return fault('amount is not an amount in yuan');
  if (amountFen === 0) return fault('amount is zero');
  const payerAccount = text('payerAccount').replace(/[\s-]/g, '');
  if (!ACCOUNT.test(payerAccount)) return fault('payerAccount must be at most 40 letters and digits');
  if (text('payerName').length > LONGEST_NAME) return fault(`payerName is longer than ${LONGEST_NAME} characters`);
  if (text('remark').length > LONGEST_REMARK) return fault(`remark is longer than ${LONGEST_REMARK} characters`);
  return {
    lineNo,
    transactionId: text('transactionId'),
    paidOn,
    amountFen,
    payerName: text('payerName'),
    payerAccount,
    remark: text('remark'),
  };
}

/** `2026-11-25`, `2026/11/25` or `20261125`. */
function dayIn(text: string): LocalDate | null {
  const match = /^(\d{4})([-/]?)(\d{2})\2(\d{2})$/.exec(text);
  return match ? orNull(() => parseLocalDate(`${match[1]}-${match[3]}-${match[4]}`)) : null;
}

/** `1,234.50`, `+100` or `-20.00`. */
function amountIn(text: string): Fen | null {
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?$/.test(text)) return null;
  return orNull(() => parseYuan(text.replace(/[+,]/g, '')));
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

const invalidFile = (problem: string): DomainError => new DomainError('BANK_FILE_INVALID', { problem }, 'fileId');
