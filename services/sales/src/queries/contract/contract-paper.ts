import { amountText, facts, heading, paragraph } from '@weilend/documents';
import type { Paper } from '@weilend/documents';
import { rmbCapitals } from '@weilend/kernel';
import type { LoanContract } from '../../domain/contract/contract.js';

const STATE_NAMES: Readonly<Record<LoanContract['state'], string>> = { draft: '草案', signed: '已签署', void: '已作废', expired: '已过期' };

/** Across every page of what nobody is bound by. */
const MARKS: Readonly<Record<LoanContract['state'], string | null>> = { draft: '草案', signed: null, void: '作废', expired: '过期' };

/** The contract as the customer reads it: every clause with its title, amount in figures and capitals, and what the signing rests on [2.12, 4.16]. */
export function contractPaper(contract: LoanContract): Paper {
  const { number, draftNo, state, terms, clauses, contractHash, history } = contract;
  const amount = `人民币${amountText(terms.amountFen)}元（大写：${rmbCapitals(terms.amountFen)}）`;
  return {
    title: '贷款合同',
    blocks: [
      facts(['合同编号', number], ['版本', String(draftNo)], ['状态', STATE_NAMES[state]], ['借款金额', amount]),
      ...clauses.flatMap((clause, place) => [heading(`第${place + 1}条　${clause.title}`), paragraph(clause.text)]),
      heading('签署依据'),
      facts(...evidenceOf(contract)),
    ],
    footer: [`合同编号：${number}`, `合同校验码：${contractHash}`],
    mark: MARKS[state],
    madeAt: history.at(-1)?.at ?? new Date(0),
  };
}

function evidenceOf(contract: LoanContract): (readonly [string, string])[] {
  const { acknowledgement, costSheet, explanation, recordings, signedAt } = contract;
  const recorded = recordings.map((one) => `${one.kind === 'AUDIO' ? '录音' : '录像'} ${one.durationSeconds} 秒 ${one.sha256}`).join('；');
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['综合融资成本明示表', acknowledgement ? `${acknowledgement.costSheetId}（已确认）` : costSheet?.costSheetId],
    ['合同说明', explanation ? `文本版本 ${explanation.textVersion}，客户已确认理解` : undefined],
    ['录音录像', recorded || undefined],
    ['签署时间', signedAt?.toISOString()],
  ];
  return rows.map(([name, text]) => [name, text ?? '—'] as const);
}
