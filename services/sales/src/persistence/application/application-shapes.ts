import { fields, oneOf, record } from '@weilend/mongo';
import { DOCUMENT_TYPES } from '../../domain/application/documents.js';
import { INFORMING_TOPICS, INFORMING_WAYS } from '../../domain/application/informing.js';
import { fileEvidence } from '../stored-shapes.js';

/** Parts of an application as they are stored: its papers with their verdicts, and what the customer is told. */

const judgement = record({
  isComplete: fields.flag,
  isTrue: fields.flag,
  isValid: fields.flag,
  reason: fields.optionalText,
  by: fields.id,
  at: fields.instant,
});

export const document = record({
  id: fields.id,
  type: oneOf(DOCUMENT_TYPES),
  fileId: fields.id,
  sha256: fields.text,
  fileName: fields.text,
  contentType: fields.text,
  sizeBytes: fields.count,
  round: fields.count,
  validUntil: fields.optionalDate,
  attachedAt: fields.instant,
  attachedBy: fields.id,
  judgements: { type: [judgement], required: true },
  replacedBy: fields.optionalText,
});

export const informingTask = record({
  id: fields.id,
  about: fields.text,
  topic: oneOf(INFORMING_TOPICS),
  openedAt: fields.instant,
  dueAt: fields.instant,
  done: {
    type: record({
      by: fields.id,
      at: fields.instant,
      how: oneOf(INFORMING_WAYS),
      note: fields.optionalText,
      evidence: { type: fileEvidence, default: null },
    }),
    default: null,
  },
});
