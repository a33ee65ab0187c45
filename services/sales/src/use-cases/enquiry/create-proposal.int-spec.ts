import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { handoffRows, person } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Enquiring } from '../../../test/builders/enquiry.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { DISCLOSURE, PRODUCT, Story } from '../../../test/builders/story.builder.js';
import { smooth, watched } from '../../../test/builders/sweep.builder.js';
import type { Proposal } from '../../domain/enquiry/proposal.js';
import { Enquiries } from '../../persistence/enquiry/enquiry.repository.js';
import { CreateApplication } from '../application/create-application.use-case.js';
import { AnswerProposal } from './answer-proposal.use-case.js';
import { CloseEnquiry } from './close-enquiry.use-case.js';
import { ConfirmDisclosure } from './confirm-disclosure.use-case.js';
import { CreateProposal } from './create-proposal.use-case.js';
import { ExpireProposals } from './expire-proposals.use-case.js';
import { RespondToEnquiry } from './respond-to-enquiry.use-case.js';

let desk: SalesDesk;
let story: Story;
let enquiring: Enquiring;
let today: LocalDate;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  enquiring = new Enquiring(story);
  today = desk.platform.clock.today();
  await story.publishProduct();
});

afterAll(() => desk.stop());

const runOut = (): Partial<Proposal> => ({ validUntil: addDays(today, -1) });
const apply = async (proposalId: string, customerId: string) =>
  desk.get(CreateApplication).execute(desk.seller, { customerId, proposalId });
const answer = (proposalId: string, accepted: boolean, reason?: string) =>
  desk.get(AnswerProposal).execute(desk.seller, { proposalId, accepted, reason });
const renew = (proposalId: string) => desk.get(CreateProposal).renew(desk.seller, { proposalId });
const row = (name: string, id: string) => desk.platform.database.collection<{ _id: string }>(name).findOne({ _id: id });

describe('[1.6, 4.2] promised times of an enquiry', () => {
  test('a proposal is owed from when the four needs are known, until the first one is made', async () => {
    const enquiryId = await enquiring.known();
    const owed = await row('enquiries', enquiryId);
    expect(owed).toMatchObject({ state: 'ANSWERED', responseDueAt: null, proposalDueAt: expect.any(Date) });
    await enquiring.quoted(enquiryId);
    expect(await row('enquiries', enquiryId)).toMatchObject({
      ...{ proposalDueAt: null, firstProposedAt: expect.any(Date), firstProposalDueAt: owed?.['proposalDueAt' as never] },
    });
  });

  test('[3.10] a customer of grade A is answered sooner than one without a grade', async () => {
    const grade = { grade: 'A' as const, score: 90, scorecardVersion: 1, reasons: [], gradedOn: today, by: 'emp_1', cause: null };
    const best = await enquiring.enquiry(await story.customer({ grades: [grade] }));
    const other = await enquiring.enquiry();
    const dueAt = async (id: string) => ((await row('enquiries', id)) as unknown as { responseDueAt: Date }).responseDueAt.getTime();
    expect(await dueAt(best)).toBeLessThan(await dueAt(other));
  });

  test('[4.1] closed with what became of it: nothing is owed, nothing more is done on it', async () => {
    const enquiryId = await enquiring.enquiry();
    const close = (reason?: string) => desk.get(CloseEnquiry).execute(desk.seller, { enquiryId, outcome: 'CHOSE_ANOTHER', reason });
    expect(await codesOf(close())).toEqual(['REASON_REQUIRED']);
    await close('选择了其他银行');
    expect(await row('enquiries', enquiryId)).toMatchObject({ state: 'CLOSED', responseDueAt: null, closed: { outcome: 'CHOSE_ANOTHER' } });
    const before = await desk.snapshot();
    expect(await codesOf(close('再次结束'))).toEqual(['ENQUIRY_CLOSED']);
    expect(await codesOf(desk.get(RespondToEnquiry).execute(desk.seller, { enquiryId }))).toEqual(['ENQUIRY_CLOSED']);
    expect(await codesOf(desk.get(CreateProposal).execute(desk.seller, { enquiryId, productId: PRODUCT }))).toEqual(['ENQUIRY_CLOSED']);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[3.7, 4.1] an enquiry', () => {
  test('of a customer is not made that of another, whosever he is', async () => {
    const enquiryId = await enquiring.enquiry();
    const theirs = await story.customer({ ownerId: newId('emp') });
    const before = await desk.snapshot();
    expect(await codesOf(desk.get(RespondToEnquiry).execute(desk.seller, { enquiryId, customerId: theirs }))).toEqual([
      'ENQUIRY_OF_ANOTHER',
    ]);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[4.3] a price holds for the days of the policy', () => {
  test('then it becomes no application, and is quoted anew as another proposal', async () => {
    const customerId = await story.customer();
    const proposalId = await enquiring.quoted(await enquiring.known(customerId), runOut());
    const before = await desk.snapshot();
    expect(await codesOf(apply(proposalId, customerId))).toEqual(['PROPOSAL_EXPIRED']);
    expect(await codesOf(answer(proposalId, true))).toEqual(['PROPOSAL_EXPIRED']);
    expect(await desk.snapshot()).toBe(before);
    const renewed = await renew(proposalId);
    expect(await enquiring.proposal(renewed)).toMatchObject({ state: 'PRICING', replacesId: proposalId, validUntil: addDays(today, 30) });
    const asked = (await handoffRows(desk.platform)).filter(({ subject }) => subject === renewed);
    expect(asked).toMatchObject([{ type: 'issue-quote', direction: 'out' }]);
    await enquiring.price(renewed);
    await apply(renewed, customerId);
  });

  test('what stands is not quoted anew', async () => {
    const proposalId = await enquiring.quoted(await enquiring.known());
    expect(await codesOf(renew(proposalId))).toEqual(['PROPOSAL_STANDS']);
  });

  test('the job writes down what ran out, each once, and leaves the rest', async () => {
    const out = [await enquiring.quoted(await enquiring.known(), runOut()), await enquiring.quoted(await enquiring.known(), runOut())];
    const stands = await enquiring.quoted(await enquiring.known());
    await answer(await enquiring.quoted(await enquiring.known()), false, '利率偏高');
    expect(await desk.get(ExpireProposals).execute({ ...smooth, isStopping: () => true })).toBe(0);
    expect(await desk.get(ExpireProposals).execute(smooth)).toBeGreaterThanOrEqual(2);
    for (const id of out) expect(await row('proposals', id)).toMatchObject({ state: 'EXPIRED', expiresOn: null });
    expect(await row('proposals', stands)).toMatchObject({ state: 'QUOTED', expiresOn: addDays(today, 30) });
    expect(await desk.get(ExpireProposals).execute(smooth)).toBe(0);
  });

  test('one that cannot be written does not hold the others up, and is tried again by the next pass', async () => {
    const [broken, good] = [
      await enquiring.quoted(await enquiring.known(), { validUntil: addDays(today, -9) }),
      await enquiring.quoted(await enquiring.known(), runOut()),
    ];
    const proposals = desk.platform.database.collection<{ _id: string; strange?: string }>('proposals');
    await proposals.updateOne({ _id: broken }, { $set: { strange: '13800138000' } });
    const { watch, setAside } = watched();
    expect(await desk.get(ExpireProposals).execute(watch)).toBe(1);
    expect(setAside).toEqual([broken]);
    expect([await row('proposals', broken), await row('proposals', good)]).toMatchObject([{ state: 'QUOTED' }, { state: 'EXPIRED' }]);
    await proposals.updateOne({ _id: broken }, { $unset: { strange: '' } });
    expect(await desk.get(ExpireProposals).execute(smooth)).toBe(1);
    expect(await row('proposals', broken)).toMatchObject({ state: 'EXPIRED' });
  });
});

describe('[4.3, 4.4] the word of the customer', () => {
  test('declined with the reason; then it becomes no application', async () => {
    const customerId = await story.customer();
    const proposalId = await enquiring.quoted(await enquiring.known(customerId));
    expect(await codesOf(answer(proposalId, false))).toEqual(['REASON_REQUIRED']);
    await answer(proposalId, false, '利率偏高');
    expect(await row('proposals', proposalId)).toMatchObject({ state: 'DECLINED', expiresOn: null, answer: { reason: '利率偏高' } });
    expect(await codesOf(apply(proposalId, customerId))).toEqual(['PROPOSAL_NOT_QUOTED']);
  });

  test('[7.9] taken: the application has its needs and what he was told with it, and the enquiry is over', async () => {
    const customerId = await story.customer();
    const enquiryId = await enquiring.known(customerId);
    const proposalId = await enquiring.quoted(enquiryId);
    const word = { proposalId, textHash: DISCLOSURE.hash, confirmedByCustomer: true, how: 'IN_PERSON' as const };
    await desk.get(ConfirmDisclosure).execute(desk.seller, word);
    const application = await story.application(await apply(proposalId, customerId));
    expect(application).toMatchObject({ proposalId, enquiryId, disclosures: [{ productId: PRODUCT, textHash: DISCLOSURE.hash }] });
    expect((await story.read((tx) => desk.get(Enquiries).get(enquiryId, tx))).closed).toMatchObject({ outcome: 'APPLIED' });
    expect(await enquiring.proposal(proposalId)).toMatchObject({ state: 'APPLIED', answer: { accepted: true } });
  });

  test("not for another customer, and not another salesperson's", async () => {
    const proposalId = await enquiring.quoted(await enquiring.known());
    expect(await codesOf(apply(proposalId, await story.customer()))).toEqual(['PROPOSAL_OF_ANOTHER']);
    const stranger = person('sales', 'salesperson');
    expect(await codesOf(desk.get(AnswerProposal).execute(stranger, { proposalId, accepted: true }))).toEqual(['NOT_FOUND']);
    expect(await codesOf(desk.get(CreateProposal).renew(stranger, { proposalId }))).toEqual(['NOT_FOUND']);
  });
});
