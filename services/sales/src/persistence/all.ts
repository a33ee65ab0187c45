import { filesCollections } from '@weilend/files';
import { BusinessChanges } from './after-loan/business-change.repository.js';
import { businessChangeCollection } from './after-loan/business-change.schema.js';
import { Applications } from './application/application.repository.js';
import { applicationCollection } from './application/application.schema.js';
import { careCollections, careRepositories } from './care/all.js';
import { Contracts } from './contract/contract.repository.js';
import { contractCollection } from './contract/contract.schema.js';
import { Customers } from './customer/customer.repository.js';
import { customerCollection } from './customer/customer.schema.js';
import { Activities, Enquiries, Leads, Partners, Products, Proposals } from './enquiry/enquiry.repository.js';
import {
  activityCollection,
  enquiryCollection,
  leadCollection,
  partnerCollection,
  productCollection,
  proposalCollection,
} from './enquiry/enquiry.schema.js';

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
  ...careCollections,
  businessChangeCollection,
  ...filesCollections,
];

export const repositories = [
  Customers,
  Products,
  Activities,
  Partners,
  Leads,
  Enquiries,
  Proposals,
  Applications,
  Contracts,
  ...careRepositories,
  BusinessChanges,
];
