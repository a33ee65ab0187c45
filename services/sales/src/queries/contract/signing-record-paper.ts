import { amountText, facts, heading, table } from '@weilend/documents';
import type { Column, Paper } from '@weilend/documents';
import { rmbCapitals } from '@weilend/kernel';
import type { LoanContract } from '../../domain/contract/contract.js';

const NONE = '—';
const KINDS = { AUDIO: '录音', VIDEO: '录像' } as const;
const RECORDINGS: readonly Column[] = [
  { title: '种类', share: 1 },
  { title: '时长（秒）', share: 1, align: 'end' },
  { title: '大小（字节）', share: 2, align: 'end' },
  { title: '归档时间', share: 3 },
  { title: '校验码（SHA-256）', share: 4 },
];

/** What shows that the customer understood and signed of his own will: explanation, acknowledgement of the cost, sound and picture [4.17, 4.18]. */
export function signingRecordPaper(contract: LoanContract): Paper {
  const { number, terms, contractHash, templateVersion, signedAt, signedBy, history } = contract;
  const amount = `人民币${amountText(terms.amountFen)}元（大写：${rmbCapitals(terms.amountFen)}）`;
  return {
    title: '签约记录',
    blocks: [
      facts(['合同编号', number], ['合同文本版本', templateVersion], ['借款金额', amount], ['合同校验码', contractHash]),
      heading('一、合同说明与客户确认'),
      facts(...explanationOf(contract)),
      heading('二、综合融资成本明示表确认'),
      facts(...acknowledgementOf(contract)),
      heading('三、录音录像'),
      table(RECORDINGS, recordingsOf(contract), '尚未归档'),
      heading('四、签署'),
      facts(['签署时间', signedAt?.toISOString() ?? NONE], ['经办人', signedBy ?? NONE]),
    ],
    footer: [`合同编号：${number}`, `合同校验码：${contractHash}`],
    mark: contract.state === 'signed' ? null : '未签署',
    madeAt: lastChange(contract) ?? history.at(-1)?.at ?? new Date(0),
  };
}

function explanationOf({ explanation }: LoanContract): (readonly [string, string])[] {
  if (!explanation) return [['合同说明', NONE]];
  return [
    ['说明文本', explanation.contractHash ?? explanation.textVersion],
    ['阅读时间', `${explanation.readingSeconds} 秒`],
    ['客户意见', '已充分理解，无异议'],
    ['时间', explanation.at.toISOString()],
    ['说明人', explanation.by],
  ];
}

function acknowledgementOf({ costSheet, acknowledgement }: LoanContract): (readonly [string, string])[] {
  return [
    ['明示表编号', costSheet?.costSheetId ?? NONE],
    ['综合年化成本', costSheet ? costSheet.annualCostCompound : NONE],
    ['客户确认的校验码', acknowledgement?.costSheetHash ?? NONE],
    ['确认时间', acknowledgement?.at.toISOString() ?? NONE],
  ];
}

function recordingsOf({ recordings }: LoanContract): string[][] {
  return recordings.map(({ kind, durationSeconds, sizeBytes, at, sha256, deletion }) => [
    ...[deletion ? `${KINDS[kind]}（期满已删除）` : KINDS[kind], String(durationSeconds), String(sizeBytes), at.toISOString(), sha256],
  ]);
}

/** The same record has the same bytes; it is another one when something was put to it. */
function lastChange({ explanation, acknowledgement, recordings, history }: LoanContract): Date | undefined {
  const times = [explanation?.at, acknowledgement?.at, ...recordings.map(({ at }) => at), ...history.map(({ at }) => at)];
  return times
    .filter((at) => at !== undefined)
    .sort((a, b) => a.getTime() - b.getTime())
    .at(-1);
}
