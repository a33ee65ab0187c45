import { addFields } from '@weilend/mongo';

/** Violations from before hr told where they stand have no word of it yet [5.4]. */
export const violationAppraisal = addFields('0001-violation-appraisal', 'violations', { appraisal: null });
