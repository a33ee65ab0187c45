/**
 * Answers together all who ask for the same while it is being found: whoever comes meanwhile waits for one more search, which begins after he asked, so
 * that he sees everything that was true by then. For figures of a whole department that many people look at: however many ask, one search of
 * a key runs at a time.
 */
export class AskedTogether<V> {
  private readonly running = new Map<string, Promise<V>>();
  private readonly next = new Map<string, Promise<V>>();

  constructor(private readonly find: (key: string) => Promise<V>) {}

  ask(key: string): Promise<V> {
    const running = this.running.get(key);
    if (!running) return this.begin(key);
    const waiting = this.next.get(key) ?? this.after(running, key);
    this.next.set(key, waiting);
    return waiting;
  }

  private async after(running: Promise<V>, key: string): Promise<V> {
    await running.catch(() => undefined);
    this.next.delete(key);
    return this.begin(key);
  }

  private begin(key: string): Promise<V> {
    const found = this.find(key).finally(() => {
      if (this.running.get(key) === found) this.running.delete(key);
    });
    this.running.set(key, found);
    return found;
  }
}
