import { findingConsumers } from './count-findings.consumer.js';
import { OpenTrainingRequestWhenHandedOver } from './open-training-request-when-handed-over.consumer.js';

/** What training hears. */
export const trainingConsumers = [...findingConsumers, OpenTrainingRequestWhenHandedOver];
