// Generated parts inside of files that people write: between two marks, everything else is left alone.

const begin = (name: string): string => `<!-- generated:${name} (npm run print) -->`;
const end = (name: string): string => `<!-- /generated:${name} -->`;

/**
 * @param heading stands before the section when it is new and has to be added at the end
 * @returns the text with exactly this body between the marks of `name`
 */
export function withSection(text: string, name: string, section: { readonly heading: string; readonly body: string }): string {
  const block = `${begin(name)}\n\n${section.body.trim()}\n\n${end(name)}`;
  const from = text.indexOf(begin(name));
  const to = text.indexOf(end(name));
  if (from < 0 || to < from) return `${text.trimEnd()}\n\n${section.heading}\n\n${block}\n`;
  return `${text.slice(0, from)}${block}${text.slice(to + end(name).length)}`;
}

/** A Markdown table; bars and line breaks inside of cells cannot break it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
