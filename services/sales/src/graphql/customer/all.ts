import { CustomerFileResolver } from './customer-file.resolver.js';
import { CustomerServiceResolver } from './customer-service.resolver.js';
import { CustomerLoader, VisitsOfCustomer } from './customer.loader.js';
import { CustomerResolver, CustomerCorrectionResolver } from './customer.resolver.js';
import { RevealResolver, FileResolver } from './personal-data.resolver.js';
import { PortfolioResolver } from './portfolio.resolver.js';

export const customerResolvers = [
  CustomerResolver,
  CustomerCorrectionResolver,
  CustomerFileResolver,
  CustomerServiceResolver,
  RevealResolver,
  PortfolioResolver,
  FileResolver,
];
export const customerEntities = [CustomerLoader];
export const customerLists = [VisitsOfCustomer];
