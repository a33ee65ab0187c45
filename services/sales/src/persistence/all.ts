import { filesCollections } from '@weilend/files';
import { Applications } from './application/application.repository.js';
import { applicationCollection } from './application/application.schema.js';
import { Contracts, ReturnVisits } from './contract/contract.repository.js';
import { contractCollection, visitCollection } from './contract/contract.schema.js';
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
import { ImportLookups } from './import/import-lookups.repository.js';
import { ImportRows, ImportRuns } from './import/import.repository.js';
import { importedRowCollection, importKeyCollection, importProblemCollection, importRunCollection } from './import/import.schema.js';

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
  importRunCollection,
  importProblemCollection,
  importedRowCollection,
  importKeyCollection,
  ...filesCollections,
];

const importRepositories = [ImportRuns, ImportRows, ImportLookups];

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
  ...importRepositories,
];
