import { formatYuan, rmbCapitals } from '@weilend/kernel';
import type { LoanContract } from './contract.js';

// The contract as the customer reads it: Chinese, every clause with its title, amount in figures and capitals, and what the signing rests
// on. Plain HTML that prints; whatever a person typed is shown as text, never as markup.

const STATE_NAMES: Readonly<Record<LoanContract['state'], string>> = { draft: '草案', signed: '已签署', void: '已作废' };

/** The whole contract as one HTML document. */
export function renderContract(contract: LoanContract): string {
  const clauses = contract.clauses.map(
    (clause, place) => `<section><h2>第${place + 1}条　${escapeHtml(clause.title)}</h2><p>${escapeHtml(clause.text)}</p></section>`,
  );
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>贷款合同</title>',
    '<style>body{font-family:"Noto Serif SC","SimSun",serif;max-width:46em;margin:2em auto;line-height:1.8}h1{text-align:center}dt{font-weight:bold}</style></head><body>',
    `<h1>贷款合同</h1><p>合同编号：${escapeHtml(contract.id)}　版本：${contract.draftNo}　状态：${STATE_NAMES[contract.state]}</p>`,
    `<p>借款金额：人民币${formatYuan(contract.terms.amountFen)}元（大写：${rmbCapitals(contract.terms.amountFen)}）</p>`,
    ...clauses,
    evidence(contract),
    `<footer><p>合同校验码：${escapeHtml(contract.contractHash)}</p></footer></body></html>`,
  ].join('\n');
}

function evidence(contract: LoanContract): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [
      '综合融资成本明示表',
      contract.acknowledgement ? `${contract.acknowledgement.costSheetId}（已确认）` : contract.costSheet?.costSheetId,
    ],
    ['合同说明', contract.explanation ? `文本版本 ${contract.explanation.textVersion}，客户已确认理解` : undefined],
    [
      '录音录像',
      contract.recordings.map((one) => `${one.kind === 'AUDIO' ? '录音' : '录像'} ${one.durationSeconds} 秒 ${one.sha256}`).join('；') ||
        undefined,
    ],
    ['签署时间', contract.signedAt?.toISOString()],
  ];
  return `<dl>${rows.map(([name, text]) => `<dt>${name}</dt><dd>${escapeHtml(text ?? '—')}</dd>`).join('')}</dl>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}
