import { Injectable } from '@nestjs/common';

/** Wakes the driver of the clock in the same process; in another process its poll finds the advance. */
@Injectable()
export class ClockWake {
  private listener: () => void = () => undefined;

  onRing(listener: () => void): void {
    this.listener = listener;
  }

  ring(): void {
    this.listener();
  }
}
