import { startService } from '@weilend/service';
import { hrService } from './hr.module.js';

await startService(hrService);
