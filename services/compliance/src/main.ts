import { startService } from '@weilend/service';
import { complianceService } from './compliance.module.js';

await startService(complianceService);
