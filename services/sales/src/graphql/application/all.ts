import { ApplicationCareResolver } from './application-care.resolver.js';
import { ApplicationFormResolver } from './application-form.resolver.js';
import { applicationPartResolvers } from './application-parts.resolver.js';
import { LoanApplicationLoader, ApplicationsOfCustomer } from './application.loader.js';
import { ApplicationListResolver, ApplicationResolver } from './application.resolver.js';
import { FirstCheckResolver } from './first-check.resolver.js';
import { QuestionResolver } from './question.resolver.js';

export const applicationResolvers = [
  ApplicationListResolver,
  ApplicationResolver,
  ...applicationPartResolvers,
  ApplicationFormResolver,
  FirstCheckResolver,
  ApplicationCareResolver,
  QuestionResolver,
];
export const applicationEntities = [LoanApplicationLoader];
export const applicationLists = [ApplicationsOfCustomer];
