import type { RefusalCatalogue } from '@weilend/kernel';

// What may be refused about a contract and its signing, with the rule behind it.
export const contractErrors = {
  APPROVAL_MISSING: { rule: 'G5', en: 'there is no approval in force: {state}', zh: '没有生效的审批：{state}' },
  APPROVAL_EXPIRED: { rule: 'G5', en: 'the approval was valid until {validUntil}', zh: '审批有效期至 {validUntil}，已过期' },
  CONDITIONS_OPEN: { rule: '4.14', en: 'the conditions of the approval are not confirmed', zh: '审批条件尚未确认落实' },
  TERMS_EXCEED_APPROVAL: { rule: 'G5', en: '{part} is outside of the approval: {approved}', zh: '{part} 超出审批范围：{approved}' },
  CLAUSE_MISSING: { rule: '4.16', en: 'the contract lacks the clause {clause}', zh: '合同缺少条款：{clause}' },
  CLAUSE_CONTRADICTS: { rule: '4.16', en: 'the clause {clause} must say "{mustSay}"', zh: '条款 {clause} 须载明“{mustSay}”' },
  CLAUSE_UNKNOWN: { rule: '2.12', en: 'the template has no optional clause {clause}', zh: '合同范本没有可选条款：{clause}' },
  TEMPLATE_SECTION_MISSING: {
    rule: '2.12',
    en: 'the template lacks the mandatory section {section}: add it with its text',
    zh: '合同范本缺少必备章节：{section}，请补充其内容',
  },
  TEMPLATE_PLACEHOLDER_UNKNOWN: {
    rule: '2.12',
    en: 'the section {section} names {{placeholder}}, which does not exist; there are: {known}',
    zh: '章节 {section} 使用了不存在的占位符 {{placeholder}}；可用的有：{known}',
  },
  TEMPLATE_PLACEHOLDER_MISSING: {
    rule: '4.16',
    en: 'the section {section} must carry {{placeholder}}: the figure of the contract stands there',
    zh: '章节 {section} 须包含占位符 {{placeholder}}',
  },
  TEMPLATE_BACKDATED: {
    rule: '2.12',
    en: 'a template begins today ({today}) or later, not on {effectiveFrom}',
    zh: '合同范本最早自今日（{today}）起生效，不能早至 {effectiveFrom}',
  },
  TEMPLATE_EDITION_TAKEN: {
    rule: '2.12',
    en: 'there is an edition {edition} already: name another',
    zh: '版本 {edition} 已存在：请另取版本号',
  },
  TEMPLATE_OWN_PROPOSAL: { rule: '2.12', en: 'who proposed a template may not decide on it', zh: '提出合同范本的人不得自行审定' },
  TEMPLATE_OUTDATED: {
    rule: '2.12',
    en: 'the draft is on the template {drafted}, {inForce} is in force: draft again',
    zh: '草案所用范本为 {drafted}，现行版本为 {inForce}：请重新起草',
  },
  DRAFT_EXPIRED: {
    rule: '2.12',
    en: 'the last day to sign this draft has passed: draft again while the approval holds',
    zh: '草案已过最迟签署日：请在审批有效期内重新起草',
  },
  CONTRACT_SIGNED_ALREADY: { rule: '2.12', en: 'the contract of this application is signed', zh: '该申请的合同已签署' },
  COST_SHEET_MISSING: { rule: 'G6', en: 'the cost sheet for these terms is not issued', zh: '尚未出具对应条款的综合融资成本明示表' },
  COST_SHEET_MISMATCH: { rule: 'G6', en: 'the cost sheet is not the one of exactly these terms', zh: '明示表与合同条款不一致' },
  CONTRACT_CHANGED: { rule: 'G6', en: 'the text is not the one that was drafted: draft again', zh: '合同文本与草案不一致：请重新起草' },
  PAYMENT_NOT_RETURNED: { rule: '4.19', en: 'finance has not sent the payment order back', zh: '财务部未退回放款指令' },
  COST_SHEET_NOT_ACKNOWLEDGED: { rule: 'G6', en: 'the customer has not acknowledged the cost sheet', zh: '客户尚未确认综合融资成本明示表' },
  EXPLANATION_MISSING: { rule: '4.17', en: 'the explanation is not confirmed by the customer', zh: '客户尚未确认已充分理解合同' },
  READING_TOO_SHORT: {
    rule: '4.17',
    en: '{seconds} s are too short to read the contract: at least {atLeast}',
    zh: '阅读时间 {seconds} 秒过短，至少 {atLeast} 秒',
  },
  READING_TOO_LONG: {
    rule: '4.17',
    en: '{seconds} s were not there to read it, the text has been there for {atMost} s: record the reading when it has taken place, with the time it took',
    zh: '文本生成至今仅 {atMost} 秒，不可能已阅读 {seconds} 秒：请在实际阅读后按实际用时登记',
  },
  RECORDING_REUSED: {
    rule: '4.18',
    en: 'this recording is the evidence of another contract: record the signing of this one and upload that recording',
    zh: '该录制文件已作为其他合同的凭证：请录制本合同的签约过程后上传',
  },
  RECORDING_MISSING: { rule: '4.18', en: 'the {kind} recording of the signing is missing', zh: '缺少签约{kind}记录' },
  RECORDING_EXISTS: { rule: '4.18', en: 'the {kind} recording is attached already', zh: '{kind}记录已归档' },
  RECORDING_TOO_SHORT: {
    rule: '4.18',
    en: 'the recording lasts {seconds} s, the signing takes at least {atLeast}: record the whole of it',
    zh: '录制时长 {seconds} 秒，至少须 {atLeast} 秒：请完整录制签约过程',
  },
  RECORDING_DAMAGED: {
    rule: '4.18',
    en: 'the file cannot be played to its end ({problem}): upload the whole recording again',
    zh: '文件不完整或已损坏（{problem}）：请重新上传完整的录制文件',
  },
  RECORDING_RETAINED: {
    rule: '4.18',
    en: 'the recording is kept until {until}: it cannot be deleted before',
    zh: '录制文件须保存至 {until}，此前不得删除',
  },
  RECORDING_NOT_FOUND: { rule: '4.18', en: 'the contract has no such recording', zh: '该合同没有此录制文件' },
  RECORDING_KIND: { rule: '4.18', en: 'a file of type {contentType} is no {kind} recording', zh: '{contentType} 类型的文件不是{kind}记录' },
  AMENDMENT_CHANGED: {
    rule: 'G6',
    en: 'this is not the text of the supplementary agreement: read it again and acknowledge that',
    zh: '与补充协议现行文本不一致：请重新查看并确认',
  },
  AMENDMENT_NOT_ACKNOWLEDGED: {
    rule: '4.17',
    en: 'the customer has not acknowledged the supplementary agreement',
    zh: '客户尚未确认补充协议',
  },
  AMENDMENT_SIGNED_LATER: {
    rule: '2.12',
    en: 'the agreement cannot have been signed on {signedOn}, today is {today}',
    zh: '签署日 {signedOn} 晚于今日（{today}）',
  },
  AMENDMENT_SIGNED_EARLIER: {
    rule: '2.12',
    en: 'the agreement cannot have been signed on {signedOn}, the customer agreed to its text on {agreedOn}: tell the day on the paper',
    zh: '签署日 {signedOn} 早于客户确认补充协议的日期（{agreedOn}）：请按纸质协议填写签署日',
  },
  NOT_THE_SALESPERSON: { rule: '2.12', en: 'only the salesperson of the application signs', zh: '只有该申请的销售人员可以签约' },
  READING_LONGER_THAN_RECORDING: {
    rule: '4.17',
    en: 'a reading of {seconds} s cannot be on a recording of {recorded} s: tell the time that is recorded, or record the whole explanation',
    zh: '阅读说明时长 {seconds} 秒超过录音录像时长 {recorded} 秒：请如实填写，或重新完整录制',
  },
  CONTRACT_NOT_REVIEWED: {
    rule: '2.12',
    en: 'compliance has to review this contract first ({reasons}): wait for its word',
    zh: '该合同须先经法务合规审查（{reasons}），请等待审查结果',
  },
  CONTRACT_REVIEW_RETURNED: {
    rule: '2.12',
    en: 'compliance returned the contract: {reasons}; draft it anew',
    zh: '法务合规已退回该合同：{reasons}；请重新起草',
  },
} as const satisfies RefusalCatalogue;
