import { Injectable } from '@nestjs/common';

/** Tells the check job of this process that a check was begun; for speed only, the poll finds it anyway. */
@Injectable()
export class CheckSignal {
  private wake: () => void = () => undefined;

  onStarted(wake: () => void): void {
    this.wake = wake;
  }

  started(): void {
    this.wake();
  }
}
