import { startService } from '@weilend/service';
import { financeService } from './finance.module.js';

await startService(financeService);
