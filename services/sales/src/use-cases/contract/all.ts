import { AcknowledgeCostSheet } from './acknowledge-cost-sheet.use-case.js';
import { AttachRecording } from './attach-recording.use-case.js';
import { ClauseSource } from './clause-source.js';
import { ContractDesk } from './contract-desk.js';
import { DraftContract } from './draft-contract.use-case.js';
import { PaymentOrder } from './payment-order.js';
import { ReceiveCostSheet } from './receive-cost-sheet.use-case.js';
import { RecordExplanation } from './record-explanation.use-case.js';
import { RepeatPaymentOrder } from './repeat-payment-order.use-case.js';
import { SignContract, SigningAnnouncement } from './sign-contract.use-case.js';

/** What is done with a contract. */
export const contractActs = [
  DraftContract,
  ReceiveCostSheet,
  AcknowledgeCostSheet,
  RecordExplanation,
  AttachRecording,
  SignContract,
  RepeatPaymentOrder,
  ContractDesk,
  ClauseSource,
  PaymentOrder,
  SigningAnnouncement,
];
