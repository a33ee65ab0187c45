import { BureauInquiryResolver } from './bureau-inquiry.resolver.js';

export const bureauResolvers = [BureauInquiryResolver];
