// The dossier of a loan (业务档案) is what an inspector asks for: every piece with its hash, and a verdict whether anything is missing. Pieces arrive
// from the departments in any order; the same piece filed again changes nothing, and a piece that comes back with another hash is a finding [7.13].
import { canonicalHash } from '@weilend/kernel';

export const PIECE_KINDS = ['RISK_REPORT', 'DECISION', 'CONTRACT', 'DISBURSEMENT_VOUCHER'] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

export interface DossierPiece {
  readonly kind: PieceKind;
  readonly pieceId: string;
  /** SHA-256, as the department that owns the piece gave it. */
  readonly hash: string;
  /** Department that the piece came from. */
  readonly source: string;
  readonly filedAt: Date;
}

export interface Dossier {
  /** The application's id. */
  readonly id: string;
  readonly pieces: readonly DossierPiece[];
  /** Pieces that came a second time with another hash. */
  readonly conflicts: readonly DossierPiece[];
}

export interface DossierVerdict {
  readonly completeness: 'COMPLETE' | 'INCOMPLETE' | 'CONTRADICTORY';
  readonly missing: readonly PieceKind[];
  /** SHA-256 over kind, id and hash of every piece, whatever order they came in. */
  readonly hash: string;
}

export const emptyDossier = (applicationId: string): Dossier => ({ id: applicationId, pieces: [], conflicts: [] });

/** The dossier with a piece more; the same object when it holds that piece already. */
export function filePiece<D extends Dossier>(dossier: D, piece: DossierPiece): D {
  const known = dossier.pieces.find((one) => one.kind === piece.kind && one.pieceId === piece.pieceId);
  if (!known) return { ...dossier, pieces: [...dossier.pieces, piece] };
  if (known.hash === piece.hash) return dossier;
  return { ...dossier, conflicts: [...dossier.conflicts, piece] };
}

export function judgeDossier(dossier: Dossier): DossierVerdict {
  const missing = PIECE_KINDS.filter((kind) => !dossier.pieces.some((piece) => piece.kind === kind));
  const completeness = dossier.conflicts.length > 0 ? 'CONTRADICTORY' : missing.length > 0 ? 'INCOMPLETE' : 'COMPLETE';
  const lines = dossier.pieces.map(({ kind, pieceId, hash }) => `${kind} ${pieceId} ${hash}`).sort();
  return { completeness, missing, hash: canonicalHash(lines) };
}
