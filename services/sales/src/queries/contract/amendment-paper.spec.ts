import { expect, test } from '@jest/globals';
import { htmlOf, pdfOf } from '@weilend/documents';
import { parseLocalDate } from '@weilend/kernel';
import { openAmendment } from '../../domain/contract/amendment.js';
import type { ContractAmendment } from '../../domain/contract/amendment.js';
import { at, readyContract } from '../../domain/contract/signed.builder.js';
import { amendmentPaper } from './amendment-paper.js';

const amendment = openAmendment(readyContract({ state: 'signed' }), {
  ...{ id: 'amd_1', loanId: 'lon_1', scheduleNo: 2, no: 1, effectiveOn: parseLocalDate('2027-03-01'), lender: '惟联', borrower: '王𫖯' },
  after: { principalFen: 640_902, annualRate: '0.1', method: 'EQUAL_INSTALMENT', maturesOn: parseLocalDate('2028-05-24') },
  ...{ salespersonId: 'emp_7', disbursedOn: null, by: 'x', at: at(1), dueAt: at(2) },
});

const NUMBER = 'WD-2026-000123';

test.each([
  '贷款合同补充协议',
  '王𫖯',
  '变更前',
  '12%',
  '10%',
  '2028-05-24',
  '6,409.02元（大写：人民币陆仟肆佰零玖元零贰分）',
  '待签',
  NUMBER,
  amendment.textHash,
])('[2.12] a supplementary agreement shows %s', (text) => {
  expect(htmlOf(amendmentPaper(amendment, NUMBER))).toContain(text);
});

test.each<[ContractAmendment['state'], string | null]>([
  ['open', '待签'],
  ['acknowledged', '待签'],
  ['signed', null],
  ['replaced', '作废'],
])('[2.12] one that is %s carries the mark %s', (state, mark) => {
  expect(amendmentPaper({ ...amendment, state }, NUMBER).mark).toBe(mark);
});

test('[2.12] the same agreement has the same bytes', async () => {
  const [one, again] = [await pdfOf(amendmentPaper(amendment, NUMBER)), await pdfOf(amendmentPaper({ ...amendment }, NUMBER))];
  expect(again.equals(one)).toBe(true);
});
