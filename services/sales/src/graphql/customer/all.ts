import { BankCardResolver } from './bank-card.resolver.js';
import { CustomerFileResolver } from './customer-file.resolver.js';
import { CustomerRegistrationResolver } from './customer-registration.resolver.js';
import { CustomerServiceResolver } from './customer-service.resolver.js';
import { CustomerLoader, VisitsOfCustomer } from './customer.loader.js';
import {
  CustomerResolver,
  CustomerCorrectionResolver,
  CustomerMergeResolver,
  CustomerOwnerResolver,
  IdentityOverrideResolver,
} from './customer.resolver.js';
import { DuplicateResolver } from './duplicate.resolver.js';
import { RevealResolver, FileResolver } from './personal-data.resolver.js';
import { PortfolioResolver } from './portfolio.resolver.js';

export const customerResolvers = [
  CustomerResolver,
  CustomerCorrectionResolver,
  CustomerMergeResolver,
  CustomerOwnerResolver,
  IdentityOverrideResolver,
  BankCardResolver,
  DuplicateResolver,
  CustomerRegistrationResolver,
  CustomerFileResolver,
  CustomerServiceResolver,
  RevealResolver,
  PortfolioResolver,
  FileResolver,
];
export const customerEntities = [CustomerLoader];
export const customerLists = [VisitsOfCustomer];
