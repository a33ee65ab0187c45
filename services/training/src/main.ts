import { startService } from '@weilend/service';
import { trainingService } from './training.module.js';

await startService(trainingService);
