import { FollowOwnerWhenTransferred } from './follow-owner-when-transferred.consumer.js';
import { opinionGivenConsumers } from './note-opinion-when-given.consumer.js';
import { opinionRecalledConsumers } from './note-opinion-when-recalled.consumer.js';
import { opinionReturnedConsumers } from './note-opinion-when-returned.consumer.js';
import { NotePaperWhenAttached } from './note-paper-when-attached.consumer.js';
import { NotePapersWhenSubmitted } from './note-papers-when-submitted.consumer.js';
import { NoteWhenContractSigned } from './note-when-contract-signed.consumer.js';
import { OpenCaseWhenHandedOver } from './open-case-when-handed-over.consumer.js';
import { ReceiveEvidenceWhenHandedOver } from './receive-evidence-when-handed-over.consumer.js';
import { RecordProductWhenPublished } from './record-product-when-published.consumer.js';
import { WithdrawWhenCustomerWithdrew } from './withdraw-when-customer-withdrew.consumer.js';

/** What approval hears. */
export const approvalConsumers = [
  OpenCaseWhenHandedOver,
  ReceiveEvidenceWhenHandedOver,
  WithdrawWhenCustomerWithdrew,
  NoteWhenContractSigned,
  NotePapersWhenSubmitted,
  NotePaperWhenAttached,
  FollowOwnerWhenTransferred,
  RecordProductWhenPublished,
  ...[...opinionGivenConsumers, ...opinionReturnedConsumers, ...opinionRecalledConsumers],
];
