import { RequestDownload } from './request-download.use-case.js';
import { RequestUpload } from './request-upload.use-case.js';

/** What is done with files. */
export const fileActs = [RequestUpload, RequestDownload];
