import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Job, ServiceLog } from '@weilend/service';
import { AskBureau } from '../use-cases/bureau/ask-bureau.use-case.js';
import { BureauWatch } from './bureau-watch.js';
import { InquirySignal } from '../use-cases/bureau/inquiry-signal.js';

const POLL_MS = 1_000;
/** Inquiries in flight at once; each waits for another company most of its time. */
const AT_ONCE = 4;

/** Sends inquiries to the bureau after their commit: at once when woken, and by a poll that makes it certain. */
@Injectable()
export class AskBureauProcessor extends Job {
  private readonly ticker: Ticker;

  constructor(
    private readonly askBureau: AskBureau,
    private readonly watch: BureauWatch,
    signal: InquirySignal,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('bureau inquiries', POLL_MS, () => this.pass(), log);
    signal.onRequested(() => this.ticker.wake());
  }

  start(): void {
    this.watch.start();
    this.ticker.start();
  }

  async stop(): Promise<void> {
    await this.ticker.stop();
  }

  private async pass(): Promise<void> {
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.drain()));
  }

  private async drain(): Promise<void> {
    for (let settled = await this.askBureau.askNext(); settled; settled = await this.askBureau.askNext()) this.watch.note(settled);
  }
}
