import { DomainError } from '@weilend/kernel';

/**
 * The second signature (复核签字) under a rule of pay, marks or careers: who signs has read what he signs, and names the version that he read. One that was
 * proposed anew since, or that somebody else has signed, is another one [1.7, 5.6, 5.9, 6.10].
 */
export interface SecondSignature {
  readonly by: string;
  /** The version that was read; whatever stands now when it is left out. */
  readonly version?: number | null;
}

/** Throws PROPOSAL_CHANGED when that is not the one that stands. */
export function requireRead({ version: read }: Pick<SecondSignature, 'version'>, { version }: { readonly version: number }): void {
  if (read !== null && read !== undefined && read !== version) throw new DomainError('PROPOSAL_CHANGED', { read, version }, 'version');
}
