import { Inject, Injectable } from '@nestjs/common';
import { troubleOf } from '@weilend/kernel';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { FinanceConfig } from '../finance.config.js';
import { DuePayments } from '../queries/due-payments.queries.js';
import { PaymentSignal } from '../use-cases/settle-payment/payment-signal.js';
import { SettlePayment } from '../use-cases/settle-payment/settle-payment.use-case.js';

const LEASE = 'settle-payments';
/** Longer than the longest call to the bank with what is written around it. */
const LEASE_MS = 90_000;
const BATCH = 50;

/** Carries released payments to their end, on wall time: one process at a time, woken by a release, else by its interval. */
@Injectable()
export class SettlePaymentsJob extends Job {
  private readonly ticker: Ticker;
  private stopping = false;

  constructor(
    private readonly leases: Leases,
    private readonly due: DuePayments,
    private readonly settle: SettlePayment,
    signal: PaymentSignal,
    @Inject(ServiceConfig) config: FinanceConfig,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker(LEASE, config.SETTLE_EVERY_MS, () => this.pass(), log);
    signal.onReleased(() => this.ticker.wake());
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.ticker.stop();
  }

  /** One pass over the payments that are due; a payment that fails is logged and does not stop the others. */
  async pass(): Promise<void> {
    const ids = await this.due.ids(BATCH);
    for (const orderId of ids) {
      const lease = this.stopping ? null : await this.leases.take(LEASE, LEASE_MS);
      if (!lease) return;
      await this.settle
        .execute(orderId, lease)
        .catch((error: unknown) =>
          this.log.warn({ orderId, error: troubleOf(error) }, 'a payment could not be settled now and is tried again'),
        );
    }
    if (ids.length >= BATCH) this.ticker.wake();
  }
}
