// Counts operations, and looks at the trial balance after each thousand.
const EVERY = 1_000;
const SAID_EVERY = 10_000;

export class Tally {
  done = 0;
  refusals = 0;
  checks = 0;
  readonly kinds: Record<string, number> = {};
  private readonly check: () => Promise<void>;
  private readonly say: (line: string) => void;

  constructor(check: () => Promise<void>, say: (line: string) => void) {
    this.check = check;
    this.say = say;
  }

  async did(name: string, times = 1): Promise<void> {
    this.kinds[name] = (this.kinds[name] ?? 0) + times;
    const before = this.done;
    this.done += times;
    if (passed(before, this.done, SAID_EVERY)) this.say(`${this.done} operations`);
    if (!passed(before, this.done, EVERY)) return;
    this.checks += 1;
    await this.check();
  }

  refused(): void {
    this.refusals += 1;
  }
}

const passed = (before: number, after: number, step: number): boolean => Math.floor(before / step) < Math.floor(after / step);
