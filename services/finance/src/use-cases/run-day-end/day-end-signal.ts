import { Injectable } from '@nestjs/common';

/** Tells the day-end job of this process that a day end was begun; for speed only, the poll finds it anyway. */
@Injectable()
export class DayEndSignal {
  private wake: () => void = () => undefined;

  onStarted(wake: () => void): void {
    this.wake = wake;
  }

  started(): void {
    this.wake();
  }
}
