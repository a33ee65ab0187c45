import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { visit } from '../../../test/builders/inputs.builder.js';
import { assigned, opened, photo, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';

let risk: RiskUnderTest;
beforeAll(async () => {
  risk = await riskUnderTest();
});
afterAll(() => risk.platform.stop());

const load = (id: string) => reading(risk, (tx) => risk.investigations.get(id, tx));

/** A photo that was promised; its bytes as told. */
async function promised(investigationId: string, bytes: Buffer | null): Promise<string> {
  const sha256 = createHash('sha256').update('the declared bytes').digest('hex');
  const declared = { fileName: 'shop.jpg', contentType: 'image/jpeg', sizeBytes: 18, sha256 };
  const { fileId } = await risk.requestPhoto.execute(risk.people.first, { investigationId, ...declared });
  if (bytes) await risk.files.receive(fileId, Readable.from([bytes]), 18);
  return fileId;
}

describe('[4.10] a site visit with evidence', () => {
  test('keeps place, time, people and photos; the photos become evidence for good', async () => {
    const { id } = await assigned(risk);
    const fileId = await photo(risk, id);
    await risk.siteVisit.execute(risk.people.first, visit(id, [fileId, fileId]));
    const { siteVisits, state } = await load(id);
    expect(state).toBe('INVESTIGATING');
    expect(siteVisits).toMatchObject([
      { place: 'the shop in Chaoyang district', recordedBy: risk.people.first.employeeId, photos: [{ fileId }] },
    ]);
    expect(await risk.files.find(fileId)).toMatchObject({
      state: 'attached',
      attachedTo: { kind: 'site-visit', id: siteVisits[0]?.checkId },
    });
  });

  const refusals: [string, (investigationId: string) => Promise<readonly string[]>, string][] = [
    ['no photo', async () => [], 'PHOTO_MISSING'],
    ['a photo that was never promised', async () => [newId('fil')], 'FILE_NOT_VERIFIED'],
    ['a photo without its bytes', async (id) => [await promised(id, null)], 'FILE_NOT_VERIFIED'],
    ['a photo with other bytes than declared', async (id) => [await promised(id, Buffer.from('some other bytes.!'))], 'FILE_NOT_VERIFIED'],
    ["another investigation's photo", async () => [await photo(risk, (await assigned(risk)).id)], 'FILE_NOT_VERIFIED'],
    ['a photo that is evidence already', usedPhoto, 'FILE_NOT_VERIFIED'],
  ];
  test.each(refusals)('refused with %s, and nothing changes', async (_name, photos, code) => {
    const { id } = await assigned(risk);
    const fileIds = await photos(id);
    const before = await load(id);
    await expect(risk.siteVisit.execute(risk.people.first, visit(id, fileIds))).rejects.toMatchObject({ code });
    expect(await load(id)).toEqual(before);
  });

  test('a refused visit leaves its good photo free for the next try', async () => {
    const { id } = await assigned(risk);
    const fileId = await photo(risk, id);
    await expect(risk.siteVisit.execute(risk.people.first, { ...visit(id, [fileId]), findings: '' })).rejects.toMatchObject({
      code: 'TEXT_MISSING',
    });
    expect(await risk.files.find(fileId)).toMatchObject({ state: 'verified' });
    await risk.siteVisit.execute(risk.people.first, visit(id, [fileId]));
    expect((await load(id)).siteVisits).toHaveLength(1);
  });

  test('[4.11] who is not assigned may neither upload nor record', async () => {
    const { id } = await opened(risk);
    await expect(promised(id, null)).rejects.toMatchObject({ code: 'NOT_ASSIGNED' });
    await expect(risk.siteVisit.execute(risk.people.first, visit(id, []))).rejects.toMatchObject({ code: 'NOT_ASSIGNED' });
  });

  async function usedPhoto(id: string): Promise<string[]> {
    const fileId = await photo(risk, id);
    await risk.siteVisit.execute(risk.people.second, visit(id, [fileId]));
    return [fileId];
  }
});
