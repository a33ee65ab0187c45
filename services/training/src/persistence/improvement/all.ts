import { Improvements } from './improvement.repository.js';
import { improvementCollection } from './improvement.schema.js';

export const improvementRepositories = [Improvements];
export const improvementCollections = [improvementCollection];
