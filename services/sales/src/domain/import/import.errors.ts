import type { RefusalCatalogue } from '@weilend/kernel';

// What may be refused about a file of leads or customers, as a whole and row by row. A row is also refused with the same codes as by hand.
export const importErrors = {
  IMPORT_FILE_EMPTY: {
    rule: '2.8',
    en: 'the file has no rows: fill the template and upload it again',
    zh: '文件没有数据：请按模板填写后重新上传',
  },
  IMPORT_ENCODING_UNKNOWN: {
    rule: '2.8',
    en: 'the file is neither UTF-8 nor GB18030 text: save it as CSV and upload it again',
    zh: '文件编码既不是 UTF-8 也不是 GB18030：请另存为 CSV 后重新上传',
  },
  IMPORT_HEADER_MISSING: {
    rule: '2.8',
    en: 'the first line must name the columns, at least: {columns}',
    zh: '第一行须为表头，至少包括：{columns}',
  },
  IMPORT_COLUMN_UNKNOWN: {
    rule: '2.8',
    en: 'column {place} "{column}" is not known: rename it as in the template, or remove it',
    zh: '第 {place} 列“{column}”无法识别：请按模板改名或删除该列',
  },
  IMPORT_COLUMN_TWICE: { rule: '2.8', en: 'the column {column} is there twice: keep one', zh: '列“{column}”重复：请只保留一列' },
  IMPORT_COLUMN_MISSING: { rule: '2.8', en: 'the column {column} is missing: add it', zh: '缺少必填列“{column}”：请补充' },
  IMPORT_FILE_REPEATED: {
    rule: '2.8',
    en: 'the same file was taken in before ({runId}): say that it shall come in again, if it shall',
    zh: '相同文件已导入过（{runId}）：如确需再次导入，请明确选择',
  },
  IMPORT_FOR_OTHERS: {
    rule: '2.2',
    en: 'only the sales manager brings in rows for others: leave the salesperson out',
    zh: '只有销售经理可为他人导入：请不要填写客户经理',
  },
  IMPORT_TOO_MANY_ROWS: {
    rule: 'import.max-rows',
    en: 'the file has more than {most} rows: split it',
    zh: '文件超过 {most} 行：请拆分后导入',
  },
  IMPORT_FILE_GONE: { rule: '2.8', en: 'the file is no longer there: upload it again', zh: '文件已不存在：请重新上传' },
  IMPORT_BROKE_OFF: {
    rule: '2.8',
    en: 'the import broke off several times and was given up: rows imported so far stay; tell the operators',
    zh: '导入多次中断，已停止：已导入的数据保留，请联系运维',
  },
  ROW_QUOTING_BROKEN: {
    rule: '2.8',
    en: 'the quotation marks of the row do not fit: a mark inside a cell is written twice',
    zh: '该行引号不匹配：单元格内的引号须写两次',
  },
  ROW_COLUMN_COUNT: { rule: '2.8', en: 'the row has {found} cells, the header has {wanted}', zh: '该行有 {found} 列，表头有 {wanted} 列' },
  ROW_VALUE_MISSING: { rule: '2.8', en: '{column} is empty', zh: '“{column}”未填写' },
  ROW_VALUE_UNKNOWN: { rule: '2.8', en: 'the value is none of: {allowed}', zh: '取值应为：{allowed}' },
  ROW_VALUE_TOO_LONG: { rule: '2.8', en: 'the value has more than {most} characters', zh: '内容超过 {most} 个字符' },
  ROW_NUMBER_INVALID: { rule: '2.8', en: 'a whole number from 0 to {most} is wanted', zh: '应为 0 至 {most} 的整数' },
  ROW_AMOUNT_INVALID: { rule: '2.8', en: 'an amount of yuan is wanted, such as 12000.00', zh: '应为以元为单位的金额，如 12000.00' },
  ROW_SOURCE_AMBIGUOUS: { rule: '2.8', en: 'several have this name: write its id instead', zh: '存在多个同名记录：请填写编号' },
  ROW_TWICE_IN_FILE: { rule: '2.8', en: 'the same as line {line} of the file', zh: '与文件第 {line} 行重复' },
  ROW_LEAD_EXISTS: { rule: '2.8', en: 'there is a lead with this mobile number', zh: '已有该手机号的线索' },
  ROW_CUSTOMER_EXISTS: { rule: '3.6', en: 'there is a customer with this number', zh: '已有该号码的客户' },
} as const satisfies RefusalCatalogue;
