import type { Language } from '../http/request-scope.js';

/** Sentences of the gateway itself, in the language the caller asked for. `{name}` places are filled by `say`. */
const sentences = {
  unavailable: { en: 'The {department} department cannot be reached at the moment.', zh: '{department} 部门暂时无法访问。' },
  badAnswer: { en: 'The {department} department gave an answer that cannot be read.', zh: '{department} 部门的应答无法解析。' },
  timeout: { en: 'The {department} department did not answer within {seconds} s.', zh: '{department} 部门在 {seconds} 秒内没有应答。' },
  internal: { en: 'Something went wrong inside. Give the requestId to support.', zh: '系统内部出错，请将 requestId 提供给技术支持。' },
  tokenInvalid: { en: 'The access token is not valid: sign in again.', zh: '访问令牌无效：请重新登录。' },
  tokenExpired: { en: 'The access token has expired: sign in again.', zh: '访问令牌已过期：请重新登录。' },
  tokenForm: { en: 'The Authorization header must be "Bearer <token>".', zh: 'Authorization 请求头须为 “Bearer <令牌>”。' },
  keysMissing: {
    en: 'Tokens cannot be checked at the moment: no published keys could be fetched.',
    zh: '暂时无法校验令牌：未能取得公钥。',
  },
  depth: { en: 'its fields nest {figure} deep, at most {limit} are allowed', zh: '字段嵌套 {figure} 层，最多允许 {limit} 层' },
  cost: {
    en: 'it asks for up to {figure} objects, at most {limit} are allowed: ask for smaller pages',
    zh: '最多会返回 {figure} 个对象，上限为 {limit}：请减小分页',
  },
  aliases: { en: 'it has {figure} aliases, at most {limit} are allowed', zh: '使用了 {figure} 个别名，最多允许 {limit} 个' },
  directives: { en: 'it has {figure} directives, at most {limit} are allowed', zh: '使用了 {figure} 个指令，最多允许 {limit} 个' },
  tokens: { en: 'it has {figure} tokens, at most {limit} are allowed', zh: '含有 {figure} 个词法单元，最多允许 {limit} 个' },
  tooComplex: { en: 'The query is too complex: {reasons}.', zh: '查询过于复杂：{reasons}。' },
  bodyTooLarge: { en: 'The request is larger than {limit} KiB.', zh: '请求超过 {limit} KiB。' },
  fileTooLarge: { en: 'The file is larger than {limit} MiB.', zh: '文件超过 {limit} MiB。' },
  noSuchPath: { en: 'There is nothing at this address.', zh: '该地址不存在。' },
  noSuchDepartment: { en: 'There is no department {department}.', zh: '没有 {department} 部门。' },
} as const satisfies Record<string, Record<Language, string>>;

export type SentenceName = keyof typeof sentences;

export function say(language: Language, name: SentenceName, places: Readonly<Record<string, string | number>> = {}): string {
  return sentences[name][language].replace(/\{(\w+)\}/g, (whole, place: string) => String(places[place] ?? whole));
}
