import { FactRebuilds, HeardSayings, SoldLoans } from './indicator.repository.js';
import { factRebuildCollection, heardCollection, soldLoanCollection } from './indicator.schema.js';

export const indicatorRecords = [HeardSayings, SoldLoans, FactRebuilds];

export const indicatorCollections = [heardCollection, soldLoanCollection, factRebuildCollection];
