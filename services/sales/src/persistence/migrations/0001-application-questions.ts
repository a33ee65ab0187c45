import { addFields } from '@weilend/mongo';

/** Applications from before risk's questions and the warnings have none [7.1, 7.2]. */
export const applicationQuestions = addFields('0001-application-questions', 'applications', { informationRequests: [], warnings: [] });
