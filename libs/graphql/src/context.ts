import type { Actor } from '@weilend/kernel';

export type Locale = 'en' | 'zh';

/** What a resolver knows of its request. One object per request; loaders cache on it. */
export interface GraphContext {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
}

/** Chinese unless the caller prefers English. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh';
}
