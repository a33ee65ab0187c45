import { TrainingNotices } from './training-notice.repository.js';
import { trainingNoticeCollection } from './training-notice.schema.js';

export const noticeRepositories = [TrainingNotices];
export const noticeCollections = [trainingNoticeCollection];
