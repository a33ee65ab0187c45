import { DomainError, DomainErrors, refuseAll } from '@weilend/kernel';

// A form is answered once: every mistake that the customer or the salesperson made is told in one answer, each at its own field,
// instead of one after the other.

/** Gathers refusals of several checks; `done` throws them all together, or returns when there is none. */
export class Refusals {
  private readonly found: DomainError[] = [];

  /** The result of `check`, or null when it refused. */
  try<T>(check: () => T): T | null {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.found.push(...(error instanceof DomainErrors ? error.all : [error]));
      return null;
    }
  }

  add(...refusals: readonly DomainError[]): void {
    this.found.push(...refusals);
  }

  done(): void {
    refuseAll(this.found);
  }
}
