import { TrainingNoticeResolver } from './training-notice.resolver.js';

export const noticeResolvers = [TrainingNoticeResolver];
