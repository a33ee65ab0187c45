import { findingConsumers } from './count-findings.consumer.js';
import { ExcuseWhenSomebodyLeft } from './excuse-when-somebody-left.consumer.js';
import { MeasureKnowledgeWhenEmployeeChanged } from './measure-knowledge-when-employee-changed.consumer.js';
import { NoteJobMarkWhenSalesMarked } from './note-job-mark-when-sales-marked.consumer.js';
import { NoteJobMarkWhenSalesReturned } from './note-job-mark-when-sales-returned.consumer.js';
import { NoteScoreWhenAppraisalClosed } from './note-score-when-appraisal-closed.consumer.js';
import { OpenTrainingRequestWhenHandedOver } from './open-training-request-when-handed-over.consumer.js';

/** What training hears. */
export const trainingConsumers = [
  ...findingConsumers,
  OpenTrainingRequestWhenHandedOver,
  ExcuseWhenSomebodyLeft,
  MeasureKnowledgeWhenEmployeeChanged,
  NoteJobMarkWhenSalesMarked,
  NoteJobMarkWhenSalesReturned,
  NoteScoreWhenAppraisalClosed,
];
