import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { DISCLOSURE, PRODUCT, Story, told } from '../../../test/builders/story.builder.js';
import { disclosureOf } from '../../domain/enquiry/disclosure.js';
import { CreateApplication } from '../application/create-application.use-case.js';
import { PassFirstCheck } from '../application/pass-first-check.use-case.js';
import { StartCheck } from '../application/start-check.use-case.js';
import { SubmitApplication } from '../application/submit-application.use-case.js';
import { ConfirmDisclosure } from './confirm-disclosure.use-case.js';
import type { ConfirmApplicationDisclosureRequest } from './confirm-disclosure.use-case.js';

let desk: SalesDesk;
let story: Story;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await story.publishProduct();
});

afterAll(() => desk.stop());

const word = { textHash: DISCLOSURE.hash, confirmedByCustomer: true, how: 'IN_PERSON' as const };
const submit = (applicationId: string) => desk.get(SubmitApplication).execute(desk.seller, { applicationId });
const confirm = (applicationId: string, change: Partial<ConfirmApplicationDisclosureRequest> = {}, by = desk.seller) =>
  desk.get(ConfirmDisclosure).onApplication(by, { applicationId, ...word, ...change });

describe('[7.9, G1] walking around the mandatory disclosure', () => {
  test.each([
    ['told nothing', []],
    ['told of another product', [told({ productId: newId('prd') })]],
    ['told another text', [told({ textHash: 'a'.repeat(64) })]],
  ])('a customer who was %s does not apply, and nothing changed', async (_title, disclosures) => {
    const applicationId = await story.given({ disclosures });
    const before = await desk.snapshot();
    expect(await codesOf(submit(applicationId))).toEqual(['DISCLOSURE_MISSING']);
    expect(await desk.snapshot()).toBe(before);
  });

  test.each<[string, Partial<ConfirmApplicationDisclosureRequest>, string, string[]]>([
    ['he did not confirm', { confirmedByCustomer: false }, 'draft', ['DISCLOSURE_NOT_CONFIRMED']],
    ['he was shown an old text', { textHash: 'a'.repeat(64) }, 'draft', ['DISCLOSURE_OUTDATED']],
    ['it was passed on', {}, 'passed', ['NOT_NOW']],
    ['it was withdrawn', {}, 'withdrawn', ['NOT_NOW']],
  ])('no confirmation is kept when %s', async (_title, change, state, codes) => {
    const applicationId = await story.given({ disclosures: [], desk: state as never });
    const before = await desk.snapshot();
    expect(await codesOf(confirm(applicationId, change))).toEqual(codes);
    expect(await desk.snapshot()).toBe(before);
  });

  test("nor for a product that nobody chose, nor on another salesperson's application", async () => {
    const bare = await desk.get(CreateApplication).execute(desk.seller, { customerId: await story.customer() });
    expect(await codesOf(confirm(bare))).toEqual(['APPLICATION_FIELD_MISSING']);
    const applicationId = await story.given({ disclosures: [] });
    expect(await codesOf(confirm(applicationId, {}, person('sales', 'salesperson')))).toEqual(['NOT_FOUND']);
  });

  test('once he has confirmed, who, when, how and which text are kept, and he may apply', async () => {
    const applicationId = await story.given({ disclosures: [] });
    await confirm(applicationId);
    expect((await story.application(applicationId)).disclosures).toEqual([
      { ...told(), by: desk.seller.employeeId, at: expect.any(Date), textVersion: '2020-01-01' },
    ]);
    await submit(applicationId);
  });
});

test('[7.9] a new text of compliance holds for who applies from then on; what is under check is not stopped half way', async () => {
  const [running, next] = [await story.given(), await story.given()];
  await submit(running);
  await desk.get(StartCheck).execute(desk.seller, { applicationId: running });
  const value = '综合成本：新的文本';
  const effectiveFrom = '2026-11-01';
  await story.write((tx) => desk.platform.parameters.apply({ _id: newId('par'), key: 'disclosure.loan', value, effectiveFrom }, tx));
  expect(await codesOf(submit(next))).toEqual(['DISCLOSURE_MISSING']);
  expect(await codesOf(confirm(next))).toEqual(['DISCLOSURE_OUTDATED']);
  await confirm(next, { textHash: disclosureOf({ value, effectiveFrom: effectiveFrom as LocalDate }).hash });
  await submit(next);
  await desk.get(PassFirstCheck).execute(desk.seller, { applicationId: running });
  expect((await story.application(next)).disclosures.map(({ textVersion, productId }) => [textVersion, productId])).toEqual([
    ['2020-01-01', PRODUCT],
    ['2026-11-01', PRODUCT],
  ]);
});
