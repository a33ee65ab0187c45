import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RefusalTexts } from '@weilend/graphql';
import { newId } from '@weilend/kernel';
import { extractText, getDocumentProxy } from 'unpdf';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { salesErrors } from '../../domain/sales.errors.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { DraftContract } from '../../use-cases/contract/draft-contract.use-case.js';
import { DisclosureQueries } from '../enquiry/disclosure.queries.js';
import { ProposalPapers } from '../enquiry/proposal-papers.queries.js';
import { ProposalQueries } from '../enquiry/proposal.queries.js';
import { ImportErrorFile } from '../import/import-error-file.js';
import { ImportQueries } from '../import/import.queries.js';
import { AmendmentQueries } from './amendment.queries.js';
import { ContractQueries } from './contract.queries.js';
import { SalesPapers } from './sales-papers.queries.js';

const NAME = '瑢䶮㛃𫖯𬱖';

let desk: SalesDesk;
let story: Story;
let papers: SalesPapers;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
  const { database, parameters, clock } = desk.platform;
  const proposals = new ProposalQueries(database, clock);
  const proposalPapers = new ProposalPapers(proposals, new DisclosureQueries(parameters, clock));
  const importErrors = new ImportErrorFile(new ImportQueries(database, clock), new RefusalTexts(salesErrors));
  papers = new SalesPapers(
    new ContractQueries(database, parameters, clock),
    new AmendmentQueries(database),
    proposals,
    proposalPapers,
    importErrors,
  );
});

afterAll(() => desk.stop());

async function textOf(fileId: string): Promise<string> {
  const made = await papers.make(fileId);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(made?.bytes ?? Buffer.alloc(0))), { mergePages: true });
  return text.replace(/\s/g, '');
}

test('[2.12, 4.16] a contract as PDF shows the rare name of its borrower and the amount in capitals, with the same bytes each time', async () => {
  const { applicationId } = await story.approved();
  const { customerId } = await story.application(applicationId);
  await desk.platform.work.run({ actor: desk.seller, operation: 'given' }, async (tx) => {
    const customers = desk.get(Customers);
    await customers.save({ ...(await customers.get(customerId, tx)), name: NAME }, tx);
  });
  const contractId = await desk.get(DraftContract).execute(desk.seller, { applicationId });
  const text = await textOf(contractId);
  expect(text).toContain(`借款人：${NAME}。`);
  expect(text).toContain('人民币壹万元整');
  const [one, again] = [await papers.make(contractId), await papers.make(contractId)];
  expect(again?.bytes.equals(one?.bytes ?? Buffer.alloc(0))).toBe(true);
});

test('[4.17, 4.18] the signing record of a contract is a paper of its own', async () => {
  const { contractId } = await story.signed();
  const contract = await story.contract(contractId);
  const text = await textOf(SalesPapers.recordOf(contractId));
  for (const part of ['签约记录', '已充分理解，无异议', ...contract.recordings.map(({ sha256 }) => sha256), contract.contractHash])
    expect(text).toContain(part);
});

test.each([['con_x'], [newId('con')], [newId('amd')], [`${newId('con')}-record`], [newId('fil')]])(
  'there is no paper of %s',
  async (fileId) => {
    expect(await papers.make(fileId)).toBeNull();
  },
);
