import { CertificateLoader } from './certificate.loader.js';
import { CertificateMutationsResolver, CertificateResolver } from './certificate.resolver.js';

export const certificateResolvers = [CertificateMutationsResolver, CertificateResolver];

export const certificateEntities = [CertificateLoader];
