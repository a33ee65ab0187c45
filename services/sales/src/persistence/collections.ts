import { filesCollections } from '@weilend/files';
import { applicationCollection } from './application.schema.js';
import { contractCollection, visitCollection } from './contract.schema.js';
import { customerCollection } from './customer.schema.js';
import {
  activityCollection,
  enquiryCollection,
  leadCollection,
  partnerCollection,
  productCollection,
  proposalCollection,
} from './enquiry.schema.js';

/** Every collection of sales beside those of the platform. */
export const salesCollections = [
  customerCollection,
  productCollection,
  activityCollection,
  partnerCollection,
  leadCollection,
  enquiryCollection,
  proposalCollection,
  applicationCollection,
  contractCollection,
  visitCollection,
  ...filesCollections,
];
