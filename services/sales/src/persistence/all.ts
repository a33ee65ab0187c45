import { filesCollections } from '@weilend/files';
import { Applications } from './application/application.repository.js';
import { applicationCollection } from './application/application.schema.js';
import { ContractAmendments } from './contract/amendment.repository.js';
import { amendmentCollection } from './contract/amendment.schema.js';
import { Contracts, ReturnVisits } from './contract/contract.repository.js';
import { contractCollection, visitCollection } from './contract/contract.schema.js';
import { ContractTemplates } from './contract/template.repository.js';
import { templateCollection } from './contract/template.schema.js';
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
  visitCollection,
  templateCollection,
  amendmentCollection,
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
  ReturnVisits,
  ContractTemplates,
  ContractAmendments,
];
