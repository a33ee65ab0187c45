import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { eventually, person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { financeService } from '../src/finance.module.js';
import { ledgerDatabaseOf } from '../src/persistence/ledger.schema.js';
import { csvLine, HEADER } from './builders/bank-kit.builder.js';
import { caseKitOf } from './builders/booted-kit.builder.js';
import { Case } from './builders/signed-case.builder.js';

const GATEWAY = 'http://127.0.0.1:1';
const officer = person('finance', 'finance-officer');
let finance: SubgraphUnderTest;
beforeAll(async () => {
  finance = await testSubgraph(financeService, {
    role: 'all',
    env: { PUBLIC_URL: GATEWAY, SETTLE_EVERY_MS: '50', BANK_LINES_EVERY_MS: '50' },
  });
});
afterAll(async () => {
  const { connection } = finance.platform.database;
  await connection.getClient().db(ledgerDatabaseOf(connection.name)).dropDatabase();
  await finance.stop();
});

async function act(name: string, fields: string, input: object, as: EmployeeActor = officer): Promise<Record<string, never>> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field message } } }`;
  const answer = await finance.graph(text, { input }, as);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name] as unknown as Record<string, never>;
}
async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const answer = await finance.graph(query, { ...variables }, officer);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return Object.values(answer.data)[0] as T;
}

/** A file goes up by its signed address, as front ends do it. */
async function uploaded(text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const declared = { fileName: '流水.csv', contentType: 'text/csv', sizeBytes: bytes.length, sha256 };
  const { upload } = (await act('requestStatementUpload', 'upload { fileId url }', declared)) as unknown as {
    upload: { fileId: string; url: string };
  };
  const put = await fetch(upload.url.replace(GATEWAY, finance.url), {
    method: 'PUT',
    body: bytes,
    headers: { 'content-type': 'text/csv' },
  });
  expect(put.status).toBe(201);
  return upload.fileId;
}

async function paidOut(): Promise<string> {
  const one = await (await Case.begin(caseKitOf(finance))).opened();
  await one.released();
  return eventually('the bank has paid', async () => (await one.order()) && ((await loanIdOf(one)) ?? null));
}
const loanIdOf = async (one: Case): Promise<string | undefined> =>
  (await finance.platform.database.collection('loans').findOne({ contractId: one.contractId }))?._id;

const PROGRESS =
  'state linesTotal linesImported linesKnown badLines { line problem } progress { waiting matched unmatched failed setAside }';
const LINE =
  'id transactionId paidOn amount payerName payerAccount remark state reason candidates { why fits loan { id } } loan { id } repaymentId';

describe('[5.3, 4.19] a bank file through the subgraph', () => {
  test('is uploaded, imported, matched by the job, and what is left is assigned or set aside', async () => {
    const loanId = await paidOut();
    const today = finance.platform.clock.today();
    const payer = { paidOn: today, amount: '100.00', payerName: '欧阳小雨', payerAccount: '6222029999123456' };
    const lines = [
      csvLine({ ...payer, remark: loanId }),
      csvLine({ ...payer, remark: '手机13900001111' }),
      csvLine({ ...payer, amount: '-8.00' }),
      'bad',
    ];
    const input = { fileId: await uploaded([HEADER, ...lines].join('\n')), bankAccount: '工行基本户' };
    const refused = await act('importBankStatement', 'bankStatement { id }', input);
    expect(refused).toMatchObject({
      bankStatement: null,
      userErrors: [{ code: 'BANK_LINE_INVALID', message: expect.stringContaining('line 5') }],
    });
    const imported = await act('importBankStatement', 'bankStatement { id }', { ...input, skipBadLines: true });
    const { id } = imported['bankStatement'] as unknown as { id: string };

    const statement = await eventually('the statement is done', async () => {
      const now = await ask<{ state: string }>(`query ($id: ID!) { bankStatement(id: $id) { ${PROGRESS} } }`, { id });
      return now.state === 'DONE' ? now : null;
    });
    expect(statement).toMatchObject({
      ...{ linesTotal: 4, linesImported: 3, linesKnown: 0, badLines: [{ line: 5 }] },
      progress: { waiting: 0, matched: 1, unmatched: 1, failed: 0, setAside: 1 },
    });

    const list = `query ($state: BankLineState, $id: ID) { bankLines(state: $state, statementId: $id, first: 10) { nodes { ${LINE} } totalCount } }`;
    const posted = await ask(list, { state: 'POSTED', id });
    expect(posted).toMatchObject({
      nodes: [{ loan: { id: loanId }, candidates: [{ why: 'REFERENCE', loan: { id: loanId } }] }],
      totalCount: 1,
    });
    const waiting = await ask<{ nodes: { id: string }[] }>(list, { state: 'UNMATCHED' });
    expect(waiting).toMatchObject({
      nodes: [{ payerName: '欧***', payerAccount: '************3456', remark: '手机*******1111', reason: 'PAYER_UNKNOWN', loan: null }],
    });
    expect(JSON.stringify([posted, waiting])).not.toMatch(/欧阳|6222029999|13900001111/);

    const lineId = waiting.nodes[0]?.id;
    expect(await act('setBankLineAside', 'bankLine { state reason }', { lineId, reason: '待核实' })).toMatchObject({
      bankLine: { state: 'SET_ASIDE', reason: '待核实' },
    });
    const assigned = await act('assignBankLine', `bankLine { ${LINE} }`, { requestKey: newId('key'), lineId, loanId });
    expect(assigned).toMatchObject({
      userErrors: [],
      bankLine: { state: 'POSTED', loan: { id: loanId }, repaymentId: expect.stringMatching(/^rpm_/) },
    });
    expect(await ask(list, { state: 'UNMATCHED' })).toMatchObject({ nodes: [], totalCount: 0 });
    const statements = await ask('{ bankStatements(first: 5) { nodes { id progress { matched } } } }');
    expect(statements).toMatchObject({ nodes: [{ id, progress: { matched: 2 } }] });
  });
});
