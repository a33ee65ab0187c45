import { addFields } from '@weilend/mongo';

/** Requests of before cite no measure of risk [7.4]. */
export const measures = addFields('0009-measures', 'loan_requests', { measureWorkId: null });
