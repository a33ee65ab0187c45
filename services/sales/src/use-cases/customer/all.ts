import { AddBankCard } from './add-bank-card.use-case.js';
import { CardDesk } from './card-desk.js';
import { CorrectCustomer } from './correct-customer.use-case.js';
import { CustomerDesk } from './customer-desk.js';
import { CustomerMerging } from './customer-merging.js';
import { CustomerOpening } from './customer-opening.js';
import { EndBankCard } from './end-bank-card.use-case.js';
import { IdentityEvidence } from './identity-evidence.js';
import { MergeCustomers } from './merge-customers.use-case.js';
import { PortfolioDesk } from './portfolio-desk.js';
import { PreferBankCard } from './prefer-bank-card.use-case.js';
import { RecordConsent } from './record-consent.use-case.js';
import { RegisterCustomer } from './register-customer.use-case.js';
import { RevealCustomer } from './reveal-customer.use-case.js';
import { TransferCustomer } from './transfer-customer.use-case.js';
import { TransferPortfolio } from './transfer-portfolio.use-case.js';
import { UpdateCustomerProfile } from './update-customer-profile.use-case.js';
import { WorkHandover } from './work-handover.js';

/** What is done with a customer and his file. */
export const customerActs = [
  RegisterCustomer,
  UpdateCustomerProfile,
  RecordConsent,
  CorrectCustomer,
  TransferCustomer,
  TransferPortfolio,
  RevealCustomer,
  AddBankCard,
  PreferBankCard,
  EndBankCard,
  MergeCustomers,
  CustomerDesk,
  CustomerOpening,
  CustomerMerging,
  IdentityEvidence,
  CardDesk,
  PortfolioDesk,
  WorkHandover,
];
