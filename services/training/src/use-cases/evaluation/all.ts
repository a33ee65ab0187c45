import { AskForJobMarks } from './ask-for-job-marks.use-case.js';
import { ChangeEvaluation } from './change-evaluation.use-case.js';
import { EvaluationDesk } from './evaluation-desk.js';
import { EvaluationPolicy } from './evaluation-policy.js';
import { ExcuseLeaver } from './excuse-leaver.use-case.js';
import { NoteJobMark } from './note-job-mark.use-case.js';
import { OpenTrainingEvaluation } from './open-training-evaluation.use-case.js';
import { RecordJobMark } from './record-job-mark.use-case.js';
import { Supervisors } from './supervisors.js';
import { WriteReflection } from './write-reflection.use-case.js';

export const evaluationActs = [
  EvaluationDesk,
  EvaluationPolicy,
  Supervisors,
  OpenTrainingEvaluation,
  ChangeEvaluation,
  WriteReflection,
  RecordJobMark,
  AskForJobMarks,
  NoteJobMark,
  ExcuseLeaver,
];
