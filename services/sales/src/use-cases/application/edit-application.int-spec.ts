import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { goodDocument, Story } from '../../../test/builders/story.builder.js';
import { AmendApplication } from './amend-application.use-case.js';
import { AttachDocument } from './attach-document.use-case.js';
import { JudgeDocument } from './judge-document.use-case.js';
import { PassFirstCheck } from './pass-first-check.use-case.js';
import { StartCheck } from './start-check.use-case.js';
import { SubmitApplication } from './submit-application.use-case.js';

let desk: SalesDesk;
let story: Story;
let today: LocalDate;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  today = desk.platform.clock.today();
  await story.publishProduct();
});

afterAll(() => desk.stop());

const amend = (applicationId: string, expectedVersion: number | null, termMonths = 24) =>
  desk.get(AmendApplication).execute(desk.seller, { applicationId, termMonths, expectedVersion });
const submit = (applicationId: string) => desk.get(SubmitApplication).execute(desk.seller, { applicationId });

describe('[4.4, 7.12] two people at the same form', () => {
  test('at once: one is done, the other is told, and only the first counts', async () => {
    const applicationId = await story.given();
    const { version } = await story.application(applicationId);
    const answers = await Promise.allSettled([amend(applicationId, version, 24), amend(applicationId, version, 36)]);
    const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toEqual([expect.any(DomainError)]);
    expect(refused).toMatchObject([{ code: 'CHANGED_MEANWHILE', field: 'expectedVersion' }]);
    const after = await story.application(applicationId);
    expect([after.version, after.ask.termMonths]).toEqual([version + 1, answers[0]?.status === 'fulfilled' ? 24 : 36]);
  });

  test.each<[string, (applicationId: string, expectedVersion: number, documentId: string) => Promise<unknown>]>([
    ['the form', (id, version) => amend(id, version)],
    [
      'a verdict',
      (applicationId, expectedVersion, documentId) =>
        desk
          .get(JudgeDocument)
          .execute(desk.seller, { applicationId, documentId, isComplete: true, isTrue: true, isValid: true, expectedVersion }),
    ],
    [
      'a paper',
      async (applicationId, expectedVersion) => {
        const fileId = await desk.upload({ kind: 'application', id: applicationId });
        return desk.get(AttachDocument).execute(desk.seller, { applicationId, type: 'OTHER', fileId, expectedVersion });
      },
    ],
  ])('%s of an earlier version is refused and nothing changed; of this version it is taken', async (_title, edit) => {
    const applicationId = await story.given();
    await amend(applicationId, null);
    const { version, documents } = await story.application(applicationId);
    const documentId = documents[0]?.id ?? '';
    expect(await codesOf(edit(applicationId, version - 1, documentId))).toEqual(['CHANGED_MEANWHILE']);
    expect((await story.application(applicationId)).version).toBe(version);
    await edit(applicationId, version, documentId);
    expect((await story.application(applicationId)).version).toBe(version + 1);
  });
});

describe('[4.6, G1] a paper that ran out', () => {
  const papers = (validUntil: LocalDate) => [goodDocument('IDENTITY', { validUntil }), goodDocument('INCOME'), goodDocument('ASSETS')];

  test('keeps an application from being handed in until another takes its place; both stay readable', async () => {
    const applicationId = await story.given({ documents: papers(addDays(today, -1)) });
    const before = await desk.snapshot();
    expect(await codesOf(submit(applicationId))).toEqual(['DOCUMENT_EXPIRED']);
    expect(await desk.snapshot()).toBe(before);
    const old = (await story.application(applicationId)).documents[0]?.id ?? '';
    const fileId = await desk.upload({ kind: 'application', id: applicationId });
    const renewal = { applicationId, type: 'IDENTITY' as const, fileId, replacesDocumentId: old, validUntil: today };
    await desk.get(AttachDocument).execute(desk.seller, renewal);
    const documents = (await story.application(applicationId)).documents;
    const documentId = documents.at(-1)?.id ?? '';
    expect(documents.map(({ validUntil, replacedBy }) => [validUntil, replacedBy])).toEqual([
      [addDays(today, -1), documentId],
      [null, null],
      [null, null],
      [today, null],
    ]);
    await desk.get(JudgeDocument).execute(desk.seller, { applicationId, documentId, isComplete: true, isTrue: true, isValid: true });
    await submit(applicationId);
  });

  test('keeps it from being passed on, too', async () => {
    const applicationId = await story.given({ desk: 'submitted', documents: papers(addDays(today, -1)) });
    await desk.get(StartCheck).execute(desk.seller, { applicationId });
    const before = await desk.snapshot();
    expect(await codesOf(desk.get(PassFirstCheck).execute(desk.seller, { applicationId }))).toEqual(['DOCUMENT_EXPIRED']);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[4.5, 4.12] a paper that is put to an application is told to the committee by its hash', () => {
  const attach = async (applicationId: string) => {
    const fileId = await desk.upload({ kind: 'application', id: applicationId });
    return desk.get(AttachDocument).execute(desk.seller, { applicationId, type: 'OTHER', fileId });
  };
  const told = async (applicationId: string) =>
    (await sentMessages(desk.platform)).filter(({ type, subject }) => type === 'sales.document-attached.v1' && subject === applicationId);

  test('while it is prepared, and once more after a no', async () => {
    const prepared = await story.given();
    await attach(prepared);
    const rejected = await story.passed();
    await story.decide(rejected, { result: 'REJECTED', terms: null, validUntil: null });
    await attach(rejected);
    for (const [applicationId, round] of [
      [prepared, 1],
      [rejected, 2],
    ] as const) {
      const { id: documentId, fileId, sha256 } = (await story.application(applicationId)).documents.at(-1) ?? {};
      const { employeeId: attachedBy } = desk.seller;
      expect((await told(applicationId)).map(({ data }) => data)).toMatchObject([
        { applicationId, documentId, fileId, sha256, round, attachedBy },
      ]);
    }
  });

  test('not while the committee decides, nor when it approved', async () => {
    const applicationId = await story.passed();
    expect(await codesOf(attach(applicationId))).toEqual(['NOT_NOW']);
    await story.decide(applicationId);
    expect(await codesOf(attach(applicationId))).toEqual(['NOT_NOW']);
    expect(await told(applicationId)).toEqual([]);
  });
});
