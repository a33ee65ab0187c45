import type { RefusalCatalogue } from '@weilend/kernel';

// What is refused about the knowledge that the work requires: rules of roles, people, and certificates as proof.
export const knowledgeErrors = {
  KNOWLEDGE_DAY_INVALID: {
    rule: '7.7',
    en: 'a version holds from {earliest} at the earliest, and from another day than the one before',
    zh: '新版本最早自 {earliest} 起生效，且不得与上一版本同日',
  },
  KNOWLEDGE_ROLES_INVALID: {
    rule: '7.7',
    en: 'name each role of the company at most once, and at least one',
    zh: '请至少列出一个公司角色，且每个角色只列一次',
  },
  KNOWLEDGE_TOPICS_INVALID: {
    rule: '7.7',
    en: 'name at least one topic for each role, each once',
    zh: '每个角色至少列出一个主题，且不得重复',
  },
  KNOWLEDGE_PERSON_UNKNOWN: { rule: '7.7', en: '{employeeId} is not an active employee', zh: '{employeeId} 不是在职员工' },
  CERTIFICATE_REFERENCE_INVALID: {
    rule: '7.7',
    en: 'name a certificate of the person that is on record and was not renewed: have it recorded first',
    zh: '请选择该员工已登记且未被续期替换的证书：尚未登记的请先登记',
  },
  CERTIFICATE_DAYS_INVALID: {
    rule: '7.7',
    en: 'the certificate must be issued by {today} and still hold on it',
    zh: '证书须在 {today} 或之前颁发且在该日仍有效',
  },
  CERTIFICATE_DAY_DIFFERS: {
    rule: '7.7',
    en: 'the certificate on record was issued on {issuedOn}: give that day',
    zh: '该证书登记的颁发日期为 {issuedOn}：请填写该日期',
  },
  CERTIFICATE_OF_ONESELF: { rule: '7.7', en: 'nobody accepts a certificate of his own', zh: '不能受理本人的证书' },
} as const satisfies RefusalCatalogue;
