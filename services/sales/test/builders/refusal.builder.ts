import { DomainError, DomainErrors } from '@weilend/kernel';

/** Codes with which an act was refused, in order; empty when it was done. Anything but a refusal is thrown on. */
export async function codesOf(act: Promise<unknown>): Promise<string[]> {
  try {
    await act;
    return [];
  } catch (error) {
    if (error instanceof DomainErrors) return error.all.map((one) => one.code);
    if (error instanceof DomainError) return [error.code];
    throw error;
  }
}

/** All codes with which a pure check refused, joined by commas; `none` when it did not. */
export function codeOf(check: () => unknown): string {
  try {
    check();
    return 'none';
  } catch (error) {
    if (error instanceof DomainErrors) return error.all.map((one) => one.code).join(',');
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
