// Titles of tests, read from the source: what a test is called does not depend on whether it ran.
import ts from 'typescript';
import { parse } from '../workspace/code.ts';

export interface TestTitle {
  readonly file: string;
  /** Titles of the describe blocks around it, then its own, joined by a blank: as Jest names it, before `%s` is filled. */
  readonly title: string;
}

/** All tests of one file. */
export function titlesIn(file: string, text: string): TestTitle[] {
  const found: TestTitle[] = [];
  const visit = (node: ts.Node, above: readonly string[]): void => {
    const call = ts.isCallExpression(node) ? titledCall(node) : undefined;
    const path = call ? [...above, call.title] : above;
    if (call && call.name !== 'describe') found.push({ file, title: path.join(' ') });
    ts.forEachChild(node, (child) => visit(child, path));
  };
  visit(parse(file, text), []);
  return found;
}

/** `test('title', f)`, `describe.each(rows)('title', f)`: the function that is called at the root, and the title. */
function titledCall(node: ts.CallExpression): { readonly name: string; readonly title: string } | undefined {
  const [first] = node.arguments;
  const name = rootName(node.expression);
  if (!first || !name || !ts.isStringLiteralLike(first)) return undefined;
  return { name, title: first.text };
}

function rootName(expression: ts.Expression): string | undefined {
  if (ts.isIdentifier(expression)) return ['test', 'it', 'describe'].includes(expression.text) ? expression.text : undefined;
  if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression)) return rootName(expression.expression);
  return ts.isTaggedTemplateExpression(expression) ? rootName(expression.tag) : undefined;
}
