import type { RefusalCatalogue } from '@weilend/kernel';

// What people are told when a sign-in, a refresh or a password is refused.
export const signInErrors = {
  SIGN_IN_REFUSED: {
    rule: '1.3',
    en: 'employee number or password is wrong, or the person may not act',
    zh: '工号或密码错误，或该员工已停用',
  },
  SIGN_IN_LOCKED: { rule: '1.3', en: 'too many wrong passwords: try again after {until}', zh: '密码错误次数过多：请在 {until} 之后再试' },
  REFRESH_TOKEN_REFUSED: {
    rule: '1.3',
    en: 'this refresh token is used up, expired or revoked: sign in again',
    zh: '刷新令牌已使用、过期或撤销：请重新登录',
  },
  PASSWORD_TOO_WEAK: { rule: '1.3', en: 'a password needs at least {least} characters', zh: '密码至少需要 {least} 个字符' },
} as const satisfies RefusalCatalogue;
