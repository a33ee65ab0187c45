import { FileSweeper } from '@weilend/service';
import { AskBureauProcessor } from './ask-bureau.processor.js';
import { WatchDeadlinesJob } from './watch-deadlines.processor.js';

export const jobs = [AskBureauProcessor, FileSweeper, WatchDeadlinesJob];
