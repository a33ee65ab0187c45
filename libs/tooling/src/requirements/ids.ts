// Which rows a test title names: `[4.18]`, `[4.2, 4.4-4.6]`, `[4.15][4.16]`.

const bracket = /\[(\d+\.\d+(?:\s*(?:,|-|–)\s*\d+\.\d+)*)\]/g;

export function idsIn(title: string): string[] {
  const ids = [...title.matchAll(bracket)].flatMap(([, list = '']) => list.split(/\s*,\s*/).flatMap(expand));
  return [...new Set(ids)];
}

/** `4.4-4.6` is every row from the first to the last of one chapter. */
function expand(part: string): string[] {
  const [from = '', to = from] = part.split(/\s*[-–]\s*/);
  const [chapter, first] = from.split('.').map(Number);
  const [lastChapter, last] = to.split('.').map(Number);
  if (chapter === undefined || first === undefined || last === undefined || chapter !== lastChapter || last < first) return [from, to];
  return Array.from({ length: last - first + 1 }, (_, index) => `${chapter}.${first + index}`);
}
