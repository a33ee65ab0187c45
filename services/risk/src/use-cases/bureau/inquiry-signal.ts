import { Injectable } from '@nestjs/common';

/** Tells the job of this process that an inquiry was committed; for speed only, the job's poll finds every one. */
@Injectable()
export class InquirySignal {
  private wake: () => void = () => undefined;

  onRequested(wake: () => void): void {
    this.wake = wake;
  }

  requested(): void {
    this.wake();
  }
}
