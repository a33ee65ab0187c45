import type { AnyConsumer } from '@weilend/messaging';
import {
  CountChangeWhenProductPublished,
  CountViolationWhenConfirmed,
  CountWeaknessWhenAppraised,
} from '../../src/consumers/count-findings.consumer.js';
import { OpenTrainingRequestWhenHandedOver } from '../../src/consumers/open-training-request-when-handed-over.consumer.js';
import type { CountFinding } from '../../src/use-cases/plan/count-finding.use-case.js';
import type { OpenTrainingRequest } from '../../src/use-cases/session/open-training-request.use-case.js';

/** What plan and session hear. */
export function findingConsumersOf(count: CountFinding, open: OpenTrainingRequest): AnyConsumer[] {
  return [
    new CountWeaknessWhenAppraised(count),
    new CountChangeWhenProductPublished(count),
    new CountViolationWhenConfirmed(count),
    new OpenTrainingRequestWhenHandedOver(open),
  ];
}
