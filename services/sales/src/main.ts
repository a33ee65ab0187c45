import { startService } from '@weilend/service';
import { salesService } from './sales.module.js';

await startService(salesService);
