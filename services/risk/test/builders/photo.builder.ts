import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Files } from '@weilend/files';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import type { RequestSitePhoto } from '../../src/use-cases/checks/request-site-photo.use-case.js';

export interface PhotoShop {
  readonly requestPhoto: RequestSitePhoto;
  readonly files: Files;
}

/** A verified photo of an investigation. */
export async function photoOf({ requestPhoto, files }: PhotoShop, investigationId: string, by: EmployeeActor): Promise<string> {
  const bytes = Buffer.from(`photo ${newId('img')}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const declared = { fileName: 'shop.jpg', contentType: 'image/jpeg', sizeBytes: bytes.length, sha256 };
  const { fileId } = await requestPhoto.execute(by, { investigationId, ...declared });
  await files.receive(fileId, Readable.from([bytes]), bytes.length);
  return fileId;
}
