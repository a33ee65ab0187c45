// Reading TypeScript as code, not as text: comments blanked out, top-level shape, import specifiers.
import ts from 'typescript';

export function isCode(path: string): boolean {
  return /\.(ts|mts|mjs|js)$/.test(path);
}

export function isTest(path: string): boolean {
  return /\.(spec|int-spec|story)\.ts$/.test(path);
}

/** Code of products, as against scripts (infra, tooling, tests) and configuration files. */
export function isProduct(path: string): boolean {
  return /^(libs\/(?!tooling\/)[^/]+|services\/[^/]+|gateway)\/(src|test)\/.*\.ts$/.test(path);
}

export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
}

/** The same text with every comment replaced by spaces: positions and line numbers stay. */
export function withoutComments(path: string, text: string): string {
  const source = parse(path, text);
  const ranges = new Map<number, number>();
  const note = (found: readonly ts.CommentRange[] | undefined): void => found?.forEach(({ pos, end }) => ranges.set(pos, end));
  const visit = (node: ts.Node): void => {
    // Text between the tags of a template or of JSX is not scanned for comments: it belongs to its token.
    if (node.kind !== ts.SyntaxKind.JsxText) {
      note(ts.getLeadingCommentRanges(text, node.getFullStart()));
      note(ts.getTrailingCommentRanges(text, node.getEnd()));
    }
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  let blanked = text;
  for (const [start, end] of ranges)
    blanked = blanked.slice(0, start) + blanked.slice(start, end).replace(/[^\n]/g, ' ') + blanked.slice(end);
  return blanked;
}

/** Modules a file loads at run time or for its types. */
export function importsOf(
  path: string,
  text: string,
): { readonly specifier: string; readonly typeOnly: boolean; readonly position: number }[] {
  const found: { specifier: string; typeOnly: boolean; position: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const typeOnly = ts.isImportDeclaration(node) ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : node.isTypeOnly;
      found.push({ specifier: node.moduleSpecifier.text, typeOnly, position: node.getStart() });
    }
    const [argument] = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
    if (argument && ts.isStringLiteral(argument)) found.push({ specifier: argument.text, typeOnly: false, position: node.getStart() });
    ts.forEachChild(node, visit);
  };
  visit(parse(path, text));
  return found;
}

/** Whether a file does anything: a function with a body, a method, or a state machine. Types and tables of data are not logic. */
export function hasLogic(path: string, text: string): boolean {
  let logic = false;
  const visit = (node: ts.Node): void => {
    const body = ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
    const machine = ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'defineMachine';
    logic ||= body || machine;
    if (!logic) ts.forEachChild(node, visit);
  };
  visit(parse(path, text));
  return logic;
}
