import { BureauDeskResolver } from './bureau-desk.resolver.js';
import { BureauInquiryResolver } from './bureau-inquiry.resolver.js';

export const bureauResolvers = [BureauInquiryResolver, BureauDeskResolver];
