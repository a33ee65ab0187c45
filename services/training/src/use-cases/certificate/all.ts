import { OpenCertificate } from './open-certificate.use-case.js';
import { RecordCertificate } from './record-certificate.use-case.js';
import { RemindOfCertificates } from './remind-of-certificates.use-case.js';
import { RequestCertificateFile } from './request-certificate-file.use-case.js';

export const certificateActs = [RequestCertificateFile, RecordCertificate, OpenCertificate, RemindOfCertificates];
