import { DomainError } from '@weilend/kernel';

// A mobile number of the mainland: eleven digits from 13 to 19. Prefixes are not enumerated: new ones are given out every year.

const MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;

/** Normalises to eleven digits. Throws DomainError MOBILE_INVALID. */
export function parseMobile(text: string, field: string | null = null): string {
  const number = MOBILE.exec(text.replace(/[\s-]/g, ''))?.[1];
  if (!number) throw new DomainError('MOBILE_INVALID', {}, field);
  return number;
}
