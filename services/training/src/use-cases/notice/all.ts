import { MarkNoticesRead } from './mark-notices-read.use-case.js';

export const noticeActs = [MarkNoticesRead];
