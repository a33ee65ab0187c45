import { startService } from '@weilend/service';
import { coordinationService } from './coordination.module.js';

await startService(coordinationService);
