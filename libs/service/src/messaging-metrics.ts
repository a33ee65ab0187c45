import type { Metrics } from '@weilend/boot';
import type { Messaging, MessagingFigures } from '@weilend/messaging';

const MEASURES: Readonly<Record<keyof MessagingFigures, { name: string; help: string }>> = {
  pending: { name: 'weilend_outbox_pending', help: 'Messages written and not yet published' },
  oldestPendingSeconds: { name: 'weilend_outbox_oldest_pending_seconds', help: 'Age of the oldest message not yet published' },
  unacknowledged: { name: 'weilend_outbox_unacknowledged', help: 'Messages published and not yet durable at their destination' },
  oldestUnacknowledgedSeconds: {
    name: 'weilend_outbox_oldest_unacknowledged_seconds',
    help: 'Age of the oldest message that its destination has not acknowledged',
  },
  parked: { name: 'weilend_inbox_parked', help: 'Messages that came before an earlier one of their lane' },
  waiting: { name: 'weilend_inbox_waiting', help: "Messages that wait for another department's fact" },
  dead: { name: 'weilend_inbox_dead', help: 'Messages set aside after their last attempt: their lanes stand still until somebody rules' },
  stalled: { name: 'weilend_jobs_stalled', help: 'Jobs whose worker was lost, since the start of this process' },
  replaced: {
    name: 'weilend_workers_replaced',
    help: 'Workers that had stopped reading and were replaced, since the start of this process',
  },
};

/** Gauges of the messages of a worker process, read from the database when they are asked for. Alert on ages, not on counts. */
export function measureMessaging(metrics: Metrics, messaging: Messaging): void {
  const gauges = Object.entries(MEASURES).map(([figure, measure]) => [figure as keyof MessagingFigures, metrics.gauge(measure)] as const);
  metrics.beforeRead(async () => {
    const figures = await messaging.figures();
    for (const [figure, gauge] of gauges) gauge.set(figures[figure]);
  });
}
