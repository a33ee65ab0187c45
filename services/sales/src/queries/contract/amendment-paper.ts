import { amountText, facts, heading, paragraph, table } from '@weilend/documents';
import type { Paper } from '@weilend/documents';
import { rmbCapitals } from '@weilend/kernel';
import type { ContractAmendment } from '../../domain/contract/amendment.js';
import { methodName, percentText } from '../../domain/contract/clauses.js';

const STATE_NAMES: Readonly<Record<ContractAmendment['state'], string>> = {
  ...{ open: '待确认', acknowledged: '客户已确认，待签署', signed: '已签署', replaced: '已被新的协议取代' },
};
const MARKS: Readonly<Record<ContractAmendment['state'], string | null>> = {
  open: '待签',
  acknowledged: '待签',
  signed: null,
  replaced: '作废',
};

/** A supplementary agreement as the customer reads it: what was, what becomes, and with what it was signed [2.12]. */
export function amendmentPaper(amendment: ContractAmendment, contractNumber: string): Paper {
  const { id, no, state, before, after, clauses, textHash, history, effectiveOn } = amendment;
  const owed = `人民币${amountText(after.principalFen)}元（大写：${rmbCapitals(after.principalFen)}）`;
  return {
    title: '贷款合同补充协议',
    blocks: [
      facts(['协议编号', id], ['合同编号', contractNumber], ['第几次变更', String(no)], ['状态', STATE_NAMES[state]]),
      facts(['生效日', effectiveOn], ['尚欠本金', owed]),
      table(
        [
          { title: '项目', share: 2 },
          { title: '变更前', share: 3 },
          { title: '变更后', share: 3 },
        ],
        [
          ['借款年利率', percentText(before.annualRate), percentText(after.annualRate)],
          ['还款方式', methodName(before.method), methodName(after.method)],
          ['到期日', before.maturesOn, after.maturesOn],
        ],
      ),
      ...clauses.flatMap((clause, place) => [heading(`第${place + 1}条　${clause.title}`), paragraph(clause.text)]),
      heading('签署依据'),
      facts(...evidenceOf(amendment)),
    ],
    footer: [`协议编号：${id}`, `文本校验码：${textHash}`],
    mark: MARKS[state],
    madeAt: history.at(-1)?.at ?? amendment.openedAt,
  };
}

function evidenceOf({ acknowledgement, signature }: ContractAmendment): (readonly [string, string])[] {
  return [
    ['客户确认', acknowledgement ? `阅读 ${acknowledgement.readingSeconds} 秒，已确认理解（${acknowledgement.at.toISOString()}）` : '—'],
    ['签署件', signature ? `${signature.signedOn} ${signature.sha256}` : '—'],
  ];
}
