import { startService } from '@weilend/service';
import { approvalService } from './approval.module.js';

await startService(approvalService);
