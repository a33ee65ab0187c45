import { filesCollections } from '@weilend/files';
import { acquisitionCollections, acquisitionRepositories } from './acquisition/all.js';
import { Applications } from './application/application.repository.js';
import { applicationCollection } from './application/application.schema.js';
import { Contracts, ReturnVisits } from './contract/contract.repository.js';
import { contractCollection, visitCollection } from './contract/contract.schema.js';
import { Customers } from './customer/customer.repository.js';
import { customerCollection } from './customer/customer.schema.js';
import { Enquiries, Products, Proposals } from './enquiry/enquiry.repository.js';
import { enquiryCollection, productCollection, proposalCollection } from './enquiry/enquiry.schema.js';

/** Every collection of sales beside those of the platform. */
export const salesCollections = [
  customerCollection,
  productCollection,
  ...acquisitionCollections,
  enquiryCollection,
  proposalCollection,
  applicationCollection,
  contractCollection,
  visitCollection,
  ...filesCollections,
];

export const repositories = [Customers, Products, ...acquisitionRepositories, Enquiries, Proposals, Applications, Contracts, ReturnVisits];
