import { addFields } from '@weilend/mongo';

/** Investigations from before questions to sales have none [7.2]. */
export const investigationQuestions = addFields('0001-investigation-questions', 'investigations', { informationRequests: [] });
