import { startService } from '@weilend/service';
import { riskService } from './risk.module.js';

await startService(riskService);
