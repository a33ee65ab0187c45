import { addFields } from '@weilend/mongo';

/** Cases from before opinions were asked of the departments have none [8.5]. */
export const caseOpinions = addFields('0002-case-opinions', 'approval_cases', { opinions: [] });
