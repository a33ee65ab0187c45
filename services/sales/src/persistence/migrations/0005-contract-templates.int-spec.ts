import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { businessDateOf } from '@weilend/kernel';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { contractTemplates } from './0005-contract-templates.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

test('[2.12] contracts from before templates were data are completed, signable, and completed once', async () => {
  const { contractId } = await story.readyContract();
  const signed = await story.signed();
  const { database } = desk.platform;
  const added = { signDueOn: '', missingForSigning: '', amended: '', 'explanation.contractHash': '' };
  await database
    .collection('contracts')
    .updateMany({}, { $unset: { ...added, 'recordings.$[].deletion': '', 'recordings.$[].contentType': '' } });
  await database.collection('contract_templates').deleteMany({});
  await contractTemplates.up(database);
  const contract = await story.contract(contractId);
  expect(contract).toMatchObject({
    amended: null,
    explanation: { contractHash: null },
    recordings: [{ deletion: null }, { contentType: null }],
  });
  expect(contract.signDueOn).toMatch(/^20/);
  expect((await story.contract(signed.contractId)).signDueOn).toBeNull();
  const templates = await database.collection('contract_templates').find().sort({ _id: 1 }).toArray();
  expect(templates.map(({ edition, effectiveFrom }) => [edition, effectiveFrom])).toEqual([
    ['2026-1', '2019-01-01'],
    ['2026-2', businessDateOf(new Date())],
  ]);
  const before = await desk.snapshot();
  await contractTemplates.up(database);
  expect(await desk.snapshot()).toBe(before);
  expect(await codesOf(story.sign(contractId))).toEqual([]);
});
