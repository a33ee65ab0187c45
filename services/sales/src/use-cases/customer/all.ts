import { CorrectCustomer } from './correct-customer.use-case.js';
import { CustomerDesk } from './customer-desk.js';
import { GradeCustomer } from './grade-customer.use-case.js';
import { PortfolioDesk } from './portfolio-desk.js';
import { RecordConsent } from './record-consent.use-case.js';
import { RegisterCustomer } from './register-customer.use-case.js';
import { RevealCustomer } from './reveal-customer.use-case.js';
import { TransferCustomer } from './transfer-customer.use-case.js';
import { TransferPortfolio } from './transfer-portfolio.use-case.js';
import { UpdateCustomerProfile } from './update-customer-profile.use-case.js';

/** What is done with a customer and his file. */
export const customerActs = [
  RegisterCustomer,
  UpdateCustomerProfile,
  RecordConsent,
  CorrectCustomer,
  GradeCustomer,
  TransferCustomer,
  TransferPortfolio,
  RevealCustomer,
  CustomerDesk,
  PortfolioDesk,
];
