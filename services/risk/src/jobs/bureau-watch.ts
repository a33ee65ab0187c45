import { Inject, Injectable } from '@nestjs/common';
import { ServiceHealth, ServiceLog, ServiceMetrics } from '@weilend/service';
import type { BureauInquiry } from '../domain/bureau/bureau-inquiry.js';
import { troubleRules } from '../domain/bureau/bureau-trouble.js';
import { BureauInquiryQueries } from '../queries/bureau/bureau-inquiry.queries.js';
import { BureauPort } from '../use-cases/bureau/bureau.port.js';

/** Shows how the bureau is doing to those who watch the machines, and raises the alarm where a person has to act: codes and ids only. */
@Injectable()
export class BureauWatch {
  constructor(
    private readonly bureau: BureauPort,
    private readonly inquiries: BureauInquiryQueries,
    @Inject(ServiceMetrics) private readonly metrics: ServiceMetrics,
    @Inject(ServiceHealth) private readonly health: ServiceHealth,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {}

  start(): void {
    const open = this.metrics.gauge({
      name: 'weilend_bureau_circuit_open',
      help: '1 while the bureau is left alone after failing repeatedly',
    });
    const labels = ['what'];
    const waiting = this.metrics.gauge({ name: 'weilend_bureau_inquiries', help: 'Inquiries the bureau has not answered', labels });
    this.metrics.beforeRead(async () => {
      open.set(this.bureau.circuit().isOpen ? 1 : 0);
      for (const [what, count] of Object.entries(await this.inquiries.counts())) waiting.set({ what }, count);
    });
    this.health.addCheck('bureau', () => this.check(), { required: false });
  }

  /** After an attempt. */
  note({ id, requestId, state, trouble, failure, attempts }: BureauInquiry): void {
    this.attempts().inc({ outcome: trouble ?? state });
    if (trouble === null || trouble === 'CALLED_OFF') return;
    const fields = { inquiryId: id, requestId, trouble, attempts };
    const { alarming, says } = troubleRules[trouble];
    if (alarming) this.log.error(fields, failure ?? says);
    else this.log.warn(fields, failure ?? says);
  }

  private attempts() {
    const labels = ['outcome'];
    return this.metrics.counter({ name: 'weilend_bureau_attempts_total', help: 'Attempts to ask the bureau by what came of them', labels });
  }

  private check(): void {
    const { isOpen, probeFrom } = this.bureau.circuit();
    if (isOpen) throw new Error(`the bureau is left alone after failing repeatedly, until ${probeFrom?.toISOString() ?? 'it is tried'}`);
  }
}
