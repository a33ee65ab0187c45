import { describe, expect, test } from '@jest/globals';
import { emptyDossier, filePiece, judgeDossier, PIECE_KINDS } from './dossier.js';
import type { DossierPiece, PieceKind } from './dossier.js';

const piece = (kind: PieceKind, hash = 'a'.repeat(64)): DossierPiece => ({
  kind,
  pieceId: `${kind}_1`,
  hash,
  source: 'sales',
  filedAt: new Date(0),
});
const whole = PIECE_KINDS.map((kind) => piece(kind));
const dossierOf = (pieces: readonly DossierPiece[]) => pieces.reduce(filePiece, emptyDossier('app_1'));

describe('[7.13] the verdict on a dossier', () => {
  test('complete with every piece', () => {
    expect(judgeDossier(dossierOf(whole))).toMatchObject({ completeness: 'COMPLETE', missing: [] });
  });

  test.each(PIECE_KINDS)('incomplete without %s', (kind) => {
    expect(judgeDossier(dossierOf(whole.filter((one) => one.kind !== kind)))).toMatchObject({
      completeness: 'INCOMPLETE',
      missing: [kind],
    });
  });

  test('an empty one misses everything', () => {
    expect(judgeDossier(emptyDossier('app_1'))).toMatchObject({ completeness: 'INCOMPLETE', missing: PIECE_KINDS });
  });

  test('a piece that comes back with another hash contradicts', () => {
    const dossier = filePiece(dossierOf(whole), piece('CONTRACT', 'b'.repeat(64)));
    expect(dossier.pieces).toHaveLength(whole.length);
    expect(judgeDossier(dossier)).toMatchObject({ completeness: 'CONTRADICTORY' });
  });

  test('the same piece again changes nothing', () => {
    const dossier = dossierOf(whole);
    expect(filePiece(dossier, piece('CONTRACT'))).toBe(dossier);
  });

  test('the hash does not hang on the order of arrival, but on every piece', () => {
    const { hash } = judgeDossier(dossierOf(whole));
    expect(judgeDossier(dossierOf([...whole].reverse())).hash).toBe(hash);
    expect(judgeDossier(dossierOf(whole.slice(1))).hash).not.toBe(hash);
    expect(judgeDossier(dossierOf([...whole.slice(1), piece('RISK_REPORT', 'b'.repeat(64))])).hash).not.toBe(hash);
  });
});
