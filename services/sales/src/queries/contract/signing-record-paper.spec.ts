import { expect, test } from '@jest/globals';
import { htmlOf, pdfOf } from '@weilend/documents';
import { at, readyContract, recording, SHEET_HASH } from '../../domain/contract/signed.builder.js';
import { signingRecordPaper } from './signing-record-paper.js';

const signed = readyContract({ state: 'signed', signedAt: at(9), signedBy: 'emp_1' });
const html = htmlOf(signingRecordPaper(signed));

test.each([
  ...[
    '签约记录',
    '人民币10,000.00元（大写：人民币壹万元整）',
    '120 秒',
    '已充分理解，无异议',
    SHEET_HASH,
    '0.1268',
    '录音',
    '录像',
    'c'.repeat(64),
  ],
  ...[at(3).toISOString(), at(4).toISOString(), at(9).toISOString(), signed.contractHash],
])('[4.17, 4.18] the record of a signing shows %s', (text) => {
  expect(html).toContain(text);
});

test('[4.18] a recording that was deleted after its retention is still told of', () => {
  const deletion = { reason: '期满', by: 'emp_9', at: at(20) };
  expect(htmlOf(signingRecordPaper({ ...signed, recordings: [{ ...recording('AUDIO'), deletion }] }))).toContain('录音（期满已删除）');
});

test('[4.17] of a draft it says what is missing, and that nothing is signed', () => {
  const bare = signingRecordPaper(readyContract({ costSheet: null, acknowledgement: null, explanation: null, recordings: [] }));
  expect(bare.mark).toBe('未签署');
  expect(htmlOf(bare)).toContain('尚未归档');
});

test('[4.17] the same record has the same bytes, another one when something was put to it', async () => {
  const pdf = (change = {}) => pdfOf(signingRecordPaper({ ...signed, ...change }));
  const one = await pdf();
  expect((await pdf()).equals(one)).toBe(true);
  expect((await pdf({ recordings: [recording('AUDIO')] })).equals(one)).toBe(false);
});
