import type { RefusalCatalogue } from '@weilend/kernel';

// What somebody is told who records a certificate of a person: its number is not free, its days do not fit, or it belongs to nobody who was there.
export const certificateErrors = {
  CERTIFICATE_NUMBER_TAKEN: {
    rule: '6.4',
    en: 'this institution has a certificate of that number already: check the number',
    zh: '该机构的此证书编号已登记：请核对编号',
  },
  CERTIFICATE_NUMBER_INVALID: {
    rule: '6.4',
    en: 'a certificate number has 3 to 60 letters, digits, dashes or slashes',
    zh: '证书编号应为 3 到 60 位字母、数字、横线或斜线',
  },
  CERTIFICATE_INSTITUTION_MISSING: { rule: '6.4', en: 'name the institution that issued it', zh: '请注明发证机构' },
  CERTIFICATE_TITLE_MISSING: { rule: '6.4', en: 'say what the certificate is for', zh: '请注明证书名称' },
  CERTIFICATE_DATES_INVALID: {
    rule: '6.4',
    en: 'it was issued today or before, and runs out after the day of issue',
    zh: '发证日期不得晚于今天，到期日期须晚于发证日期',
  },
  CERTIFICATE_NOT_ATTENDED: {
    rule: '6.4',
    en: '{employeeId} did not attend this training, or it ends without a certificate',
    zh: '{employeeId} 未参加该培训，或该培训不颁发证书',
  },
  CERTIFICATE_RENEWAL_UNFIT: {
    rule: '6.4',
    en: 'only a valid certificate of the same person can be renewed',
    zh: '只能续期同一员工的有效证书',
  },
  CERTIFICATE_FILE_MISSING: { rule: '6.4', en: 'the certificate has no file', zh: '该证书没有附件' },
} as const satisfies RefusalCatalogue;
