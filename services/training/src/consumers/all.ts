import { ExcuseWhenSomebodyLeft } from './excuse-when-somebody-left.consumer.js';
import { MeasureKnowledgeWhenEmployeeChanged } from './measure-knowledge-when-employee-changed.consumer.js';
import { NoteJobMarkWhenSalesMarked } from './note-job-mark-when-sales-marked.consumer.js';
import { NoteJobMarkWhenSalesReturned } from './note-job-mark-when-sales-returned.consumer.js';
import { NoteScoreWhenAppraisalClosed } from './note-score-when-appraisal-closed.consumer.js';

/** Every reaction of training to another department. */
export const trainingConsumers = [
  ExcuseWhenSomebodyLeft,
  MeasureKnowledgeWhenEmployeeChanged,
  NoteJobMarkWhenSalesMarked,
  NoteJobMarkWhenSalesReturned,
  NoteScoreWhenAppraisalClosed,
];
