// Server-sent events as they come over the line: frames end with an empty line, what follows the last one is not whole yet.

export interface Frame {
  readonly id: string;
  readonly data: string;
}

export function framesOf(text: string): { readonly frames: readonly Frame[]; readonly rest: string } {
  const parts = text.split('\n\n');
  const rest = parts.pop() ?? '';
  return { rest, frames: parts.flatMap(frameOf) };
}

/** None for a comment or a frame without an id. */
function frameOf(text: string): Frame[] {
  const lines = text.split('\n');
  const field = (name: string): string[] =>
    lines.flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1).replace(/^ /, '')] : []));
  const [id] = field('id');
  const data = field('data');
  return id !== undefined && data.length > 0 ? [{ id, data: data.join('\n') }] : [];
}
