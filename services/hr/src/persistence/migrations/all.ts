import type { Migration } from '@weilend/mongo';
import { careerBegins } from './0001-career-begins.js';

/** Changes of stored data, in their order. */
export const migrations: readonly Migration[] = [careerBegins];
