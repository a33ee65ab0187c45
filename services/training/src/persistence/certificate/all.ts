import { Certificates } from './certificate.repository.js';
import { certificateCollection } from './certificate.schema.js';

export const certificateRepositories = [Certificates];

export const certificateCollections = [certificateCollection];
