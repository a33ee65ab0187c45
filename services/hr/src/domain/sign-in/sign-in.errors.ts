import type { RefusalCatalogue } from '@weilend/kernel';

// What people are told when a sign-in, a refresh, a password or a rotation of the keys is refused.
export const signInErrors = {
  SIGN_IN_REFUSED: {
    rule: '1.3',
    en: 'employee number or password is wrong, or the person may not act',
    zh: '工号或密码错误，或该员工已停用',
  },
  SIGN_IN_LOCKED: { rule: '1.3', en: 'too many wrong passwords: try again after {until}', zh: '密码错误次数过多：请在 {until} 之后再试' },
  REFRESH_TOKEN_REFUSED: {
    rule: '1.3',
    en: 'this refresh token is expired, revoked or not ours: sign in again',
    zh: '刷新令牌已过期、撤销或无效：请重新登录',
  },
  REFRESH_TOKEN_REUSED: {
    rule: '1.3',
    en: 'this refresh token was used before: the sign-in was ended for safety; sign in again, and change the password if it was not you',
    zh: '刷新令牌已被使用过：为安全起见该登录已终止；请重新登录，如非本人操作请修改密码',
  },
  PASSWORD_TOO_WEAK: { rule: '1.3', en: 'a password needs at least {least} characters', zh: '密码至少需要 {least} 个字符' },
  PASSWORD_TOO_LONG: { rule: '1.3', en: 'a password has at most {most} characters', zh: '密码最多 {most} 个字符' },
  PASSWORD_NAMES_PERSON: {
    rule: '1.3',
    en: 'a password contains neither the employee number nor the name',
    zh: '密码不能包含工号或姓名',
  },
  PASSWORD_COMMON: {
    rule: '1.3',
    en: 'this is one of the passwords that are guessed first: join a few words of your own',
    zh: '该密码过于常见，容易被猜到：请用几个自己想到的词组成',
  },
  PASSWORD_USED_BEFORE: { rule: '1.3', en: 'this password was used before: choose a new one', zh: '该密码曾经使用过：请换一个新密码' },
  PASSWORD_CHANGE_REQUIRED: {
    rule: '1.3',
    en: 'this password was set by somebody else: choose your own with replacePassword, then you are signed in',
    zh: '当前密码由他人设置：请用 replacePassword 设置自己的密码后登录',
  },
  OWN_PASSWORD_RESET: { rule: '1.3', en: 'change your own password with changePassword', zh: '修改本人密码请使用 changePassword' },
  KEY_ROTATION_UNDERWAY: {
    rule: '1.3',
    en: 'the next signing key is published and signs from {signsFrom}: rotate again after that',
    zh: '新的签名密钥已发布，将于 {signsFrom} 启用：请在此之后再轮换',
  },
} as const satisfies RefusalCatalogue;
