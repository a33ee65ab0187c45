import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { PIECE_KINDS } from '../domain/dossier/dossier.js';

const piece = record({ kind: oneOf(PIECE_KINDS), pieceId: fields.id, hash: fields.text, source: fields.text, filedAt: fields.instant });

/** One for each application, under its id. */
export const dossierCollection = defineCollection({
  name: 'dossiers',
  fields: { pieces: { type: [piece], required: true }, conflicts: { type: [piece], required: true } },
});
