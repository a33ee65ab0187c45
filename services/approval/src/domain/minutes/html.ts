// Minutes are read by people and by the regulator years later. What members wrote is shown as they wrote it, so every text from the record is
// escaped: a reason that looks like markup stays a reason.
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Rows of label and value as a table; values are escaped. */
export function factTable(rows: readonly (readonly [label: string, value: string])[]): string {
  return `<table>${rows.map(([label, value]) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</table>`;
}

/** A list, or one sentence when it is empty. */
export function textList(items: readonly string[], whenEmpty: string): string {
  if (items.length === 0) return `<p>${escapeHtml(whenEmpty)}</p>`;
  return `<ol>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ol>`;
}

/** A whole document in Chinese. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body><h1>${escapeHtml(title)}</h1>${body}</body></html>`;
}
