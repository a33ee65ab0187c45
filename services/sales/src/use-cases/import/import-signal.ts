import { Injectable } from '@nestjs/common';

/** Wakes the job of this process when a run begins; the job looks by itself too. */
@Injectable()
export class ImportSignal {
  private wake: () => void = () => undefined;

  onBegun(wake: () => void): void {
    this.wake = wake;
  }

  begun(): void {
    this.wake();
  }
}
