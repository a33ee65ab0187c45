/**
 * In one process the messages of a lane take turns. Two at once would only meet at the lane's row, where the database rolls one of them back
 * again and again until the other has committed. What keeps the order is the lane's row; this saves the work that it would undo.
 */
export class LaneTurns {
  private readonly last = new Map<string, Promise<void>>();

  /** Runs `act` after everything that was begun for the lane before; how that ended does not matter. */
  take<T>(lane: string, act: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(lane) ?? Promise.resolve()).then(act);
    const over = turn.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(lane, over);
    void over.then(() => {
      if (this.last.get(lane) === over) this.last.delete(lane);
    });
    return turn;
  }

  /** Lanes with something running or waiting. */
  get size(): number {
    return this.last.size;
  }
}
