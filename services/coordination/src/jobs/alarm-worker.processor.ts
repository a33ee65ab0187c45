import { Injectable } from '@nestjs/common';
import { Job } from '@weilend/service';
import { FireDueLevels } from '../use-cases/fire-due-levels/fire-due-levels.use-case.js';
import { LadderAlarms } from './ladder-alarm.processor.js';

/** Runs the alarms in worker processes. Apart from them, because firing sets alarms and alarms fire. */
@Injectable()
export class AlarmWorker extends Job {
  constructor(
    private readonly alarms: LadderAlarms,
    private readonly fireDueLevels: FireDueLevels,
  ) {
    super();
  }

  start(): void {
    this.alarms.start(this.fireDueLevels);
  }

  stop(): Promise<void> {
    return this.alarms.stop();
  }
}
