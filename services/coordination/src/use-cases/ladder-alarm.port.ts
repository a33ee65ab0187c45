/** Rings when the next level of a handoff is due, so that it fires promptly; the sweeper makes it certain without. */
export abstract class LadderAlarm {
  /** Never throws and never waits: an alarm that is not set costs a few seconds, not a level. */
  abstract set(handoffId: string, at: Date): void;
}
