import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { financeService } from '../src/finance.module.js';
import { ledgerDatabaseOf } from '../src/persistence/ledger.schema.js';
import { caseKitOf } from './builders/booted-kit.builder.js';
import { people } from './builders/finance-kit.builder.js';
import { Case } from './builders/signed-case.builder.js';
import type { CaseKit } from './builders/signed-case.builder.js';

let finance: SubgraphUnderTest;
let kit: CaseKit;
const { salesperson } = people;

beforeAll(async () => {
  finance = await testSubgraph(financeService, { env: { PUBLIC_URL: 'http://127.0.0.1:1' } });
  kit = caseKitOf(finance);
});
afterAll(async () => {
  const { connection } = finance.platform.database;
  await connection.getClient().db(ledgerDatabaseOf(connection.name)).dropDatabase();
  await finance.stop();
});

async function sheetOf(contractId: string, as: EmployeeActor) {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on LoanContract { costSheet { id hash html pdf { url expiresAt } } } } }`;
  const answer = await finance.graph(query, { r: [{ __typename: 'LoanContract', id: contractId }] }, as);
  const [contract] = (answer.data?.['_entities'] ?? []) as unknown as {
    costSheet: { html: string; hash: string; pdf: { url: string } } | null;
  }[];
  return contract?.costSheet ?? null;
}
/** The address is the gateway's; here the service answers itself. */
const read = (url: string) => fetch(url.replace('http://127.0.0.1:1', finance.url));

describe('[4.17, 7.9] the cost sheet in the hands of the borrower', () => {
  test('is Chinese HTML and a PDF with the same hash, whose bytes are the same each time', async () => {
    const one = await Case.begin(kit);
    const sheet = await sheetOf(one.contractId, salesperson);
    expect(sheet?.html).toContain('综合融资成本明示表');
    expect(sheet?.html).toContain(one.sheet.hash);
    const [first, second] = [await read(String(sheet?.pdf.url)), await read(String(sheet?.pdf.url))];
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
  });

  test('[3.7] is not given to a stranger, and an address that was bent opens nothing', async () => {
    const one = await Case.begin(kit);
    expect(await sheetOf(one.contractId, person('sales', 'salesperson'))).toBeNull();
    const other = await sheetOf((await Case.begin(kit)).contractId, salesperson);
    const bent = String(other?.pdf.url).replace(/cst_\w+/, one.sheet.id);
    expect((await read(bent)).status).toBe(403);
  });
});

describe('[5.3] receipts in the hands of the borrower', () => {
  test('come with the repayments of a loan: number, capitals, HTML and PDF', async () => {
    const one = await (await Case.begin(kit)).opened();
    await one.released();
    const { loanId } = await one.settle();
    const received = {
      loanId,
      amount: '1409.50',
      paidOn: one.today,
      channel: 'BANK',
      channelTransactionId: newId('txn'),
      early: 'SHORTER_TERM',
    };
    const receipt =
      'receipt { number isVoid borrower payer amountInCapitals spread { name amount } outstandingAfter hash html pdf { url } }';
    const query = `mutation ($input: RecordRepaymentInput!) { recordRepayment(input: $input) { loan { repayments { ${receipt} } } userErrors { code } } }`;
    const answer = await finance.graph(query, { input: { ...received, requestKey: newId('key') } }, person('finance', 'finance-officer'));
    const { loan } = answer.data?.['recordRepayment'] as unknown as { loan: { repayments: { receipt: Record<string, string> }[] } };
    const given = loan.repayments[0]?.receipt;
    expect(given).toMatchObject({
      ...{ isVoid: false, borrower: '张*', payer: '张*', amountInCapitals: '人民币壹仟肆佰零玖元伍角', outstandingAfter: '48590.50' },
      spread: [{ name: '本金', amount: '1409.50' }],
    });
    expect(given?.['html']).toContain(given?.['number']);
    const pdf = await read((given?.['pdf'] as unknown as { url: string }).url);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(Buffer.from(await pdf.arrayBuffer()).length).toBeGreaterThan(10_000);
  });
});
