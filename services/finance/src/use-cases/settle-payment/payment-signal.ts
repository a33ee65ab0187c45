import { Injectable } from '@nestjs/common';

/** Tells the settling job of this process that a payment was released; for speed only, the poll finds it anyway. */
@Injectable()
export class PaymentSignal {
  private wake: () => void = () => undefined;

  onReleased(wake: () => void): void {
    this.wake = wake;
  }

  released(): void {
    this.wake();
  }
}
