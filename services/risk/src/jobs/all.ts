import { FileSweeper } from '@weilend/service';
import { AskBureauProcessor } from './ask-bureau.processor.js';

export const jobs = [AskBureauProcessor, FileSweeper];
