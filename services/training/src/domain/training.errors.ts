import type { RefusalCatalogue } from '@weilend/kernel';
import { planErrors } from './plan/plan.errors.js';
import { sessionErrors } from './session/session.errors.js';

/** Every code that the training department can refuse with. */
export const trainingErrors = { ...planErrors, ...sessionErrors } as const satisfies RefusalCatalogue;
