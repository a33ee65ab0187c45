import { checkPaper } from './check-paper.js';
import type { Block, Column, Facts, Paper, Table } from './paper.js';

/** The page stands alone: no script, no picture, nothing from elsewhere. */
const STYLE = [
  'body{font-family:"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:48em;margin:2em auto;padding:0 1em;line-height:1.7;color:#111}',
  'h1{text-align:center;font-size:1.5em}h2{font-size:1.1em;margin:1.4em 0 .4em}p{margin:.5em 0}',
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em;margin:.5em 0}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}',
  'table{border-collapse:collapse;width:100%;margin:.5em 0;font-size:.92em}th,td{border-bottom:1px solid #ccc;padding:.3em .5em;text-align:start;vertical-align:top;overflow-wrap:anywhere}',
  'th{border-bottom:2px solid #666}.end{text-align:end;white-space:nowrap}thead{display:table-header-group}tr{break-inside:avoid}',
  '.mark{position:fixed;inset:0;display:flex;align-items:center;justify-content:center;font-size:5em;color:#c00;opacity:.2;transform:rotate(-30deg);pointer-events:none}',
  'footer{margin-top:2em;border-top:1px solid #ccc;font-size:.8em;color:#555;overflow-wrap:anywhere}@page{size:A4;margin:18mm}',
].join('\n');

/** The paper as one HTML document in Chinese; every text is shown as it is. */
export function htmlOf(paper: Paper): string {
  checkPaper(paper);
  const title = escapeHtml(paper.title);
  return [
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>`,
    `<style>${STYLE}</style></head><body>`,
    ...(paper.mark ? [`<div class="mark">${escapeHtml(paper.mark)}</div>`] : []),
    `<h1>${title}</h1>`,
    ...paper.blocks.map(blockOf),
    `<footer>${paper.footer.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</footer></body></html>`,
  ].join('\n');
}

function blockOf(block: Block): string {
  if (block.kind === 'heading') return `<h2>${escapeHtml(block.text)}</h2>`;
  if (block.kind === 'paragraph') return `<p>${escapeHtml(block.text).replace(/\n/g, '<br>')}</p>`;
  return block.kind === 'facts' ? factsOf(block) : tableOf(block);
}

function factsOf({ rows }: Facts): string {
  return `<dl>${rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
}

function tableOf({ columns, rows, empty }: Table): string {
  const head = columns.map((column) => `<th${classOf(column)}>${escapeHtml(column.title)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((text, place) => cellOf(text, columns[place])).join('')}</tr>`);
  const nothing = `<tr><td colspan="${columns.length}">${escapeHtml(empty)}</td></tr>`;
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n') || nothing}</tbody></table>`;
}

const cellOf = (text: string, column: Column | undefined): string => `<td${classOf(column)}>${escapeHtml(text)}</td>`;

const classOf = (column: Column | undefined): string => (column?.align === 'end' ? ' class="end"' : '');

/** Marks that turn the direction of what follows are left out: they could show an amount backwards. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

function escapeHtml(text: string): string {
  return text
    .replace(TURNING, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
