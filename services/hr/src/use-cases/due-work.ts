import { Injectable } from '@nestjs/common';

/** What jobs wait for: finance told the end of a day; a quarter of the company was closed. */
export type DueWorkCause = 'day-ended' | 'quarter-closed';

/** Wakes the jobs of this process when what they wait for was committed; for speed only, each looks by itself too. */
@Injectable()
export class DueWork {
  private readonly waiting = new Map<DueWorkCause, () => void>();

  on(cause: DueWorkCause, wake: () => void): void {
    this.waiting.set(cause, wake);
  }

  happened(cause: DueWorkCause): void {
    this.waiting.get(cause)?.();
  }
}
