import type { DeclaredFile, FilePolicy } from '@weilend/files';

/** What a caller says of a file before he uploads it. */
export interface FileInput {
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

const MEGABYTE = 1_048_576;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What people learn from: papers, slides, recordings. */
export const COURSE_FILES: FilePolicy = {
  maxBytes: 500 * MEGABYTE,
  contentTypes: [
    ...['application/pdf', 'text/plain', 'image/*', 'audio/*', 'video/*'],
    ...[`${OFFICE}.presentationml.presentation`, `${OFFICE}.wordprocessingml.document`],
  ],
};
export const CERTIFICATE_FILES: FilePolicy = { maxBytes: 20 * MEGABYTE, contentTypes: ['application/pdf', 'image/*'] };

export const declaredOf = ({ fileName, contentType, sizeBytes, sha256 }: FileInput): DeclaredFile => ({
  ...{ fileName, contentType, sizeBytes, sha256 },
});
