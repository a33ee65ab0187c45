// Edits of files that stand already: an import, an element of a list, an entry of a table. By the syntax tree, so that layout does not matter.
import ts from 'typescript';
import { parse } from '../workspace/code.ts';
import { GeneratorProblem } from './naming.ts';

/** Adds an import after the last one; an import of the same name stays as it is. */
export function withImport(text: string, names: readonly string[], from: string): string {
  const source = parse('edited.ts', text);
  const imports = source.statements.filter(ts.isImportDeclaration);
  const known = imports.find((node) => ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text === from && !isTypeOnly(node));
  const bindings = known?.importClause?.namedBindings;
  if (bindings && ts.isNamedImports(bindings)) {
    const present = bindings.elements.map(({ name }) => name.text);
    const all = [...new Set([...present, ...names])];
    return replace(text, bindings.getStart(), bindings.getEnd(), `{ ${all.join(', ')} }`);
  }
  const at = imports.at(-1)?.getEnd() ?? 0;
  return `${text.slice(0, at)}${at > 0 ? '\n' : ''}import { ${names.join(', ')} } from '${from}';${text.slice(at)}`;
}

/** Adds `element` to the list that stands under the property `property`. */
export function withElement(text: string, property: string, element: string): string {
  const list = find(text, (node) =>
    ts.isPropertyAssignment(node) && node.name.getText() === property && ts.isArrayLiteralExpression(node.initializer)
      ? node.initializer
      : undefined,
  );
  return withListElement(text, list, property, element);
}

/** Adds `element` to the list that the constant `name` holds. */
export function withConstElement(text: string, name: string, element: string): string {
  const list = find(text, (node) =>
    ts.isVariableDeclaration(node) && node.name.getText() === name ? inside(node, ts.isArrayLiteralExpression) : undefined,
  );
  return withListElement(text, list, name, element);
}

/** Adds `'key': value` to the table that the constant `name` holds; refuses a key that is there. */
export function withEntry(text: string, name: string, key: string, value: string): string {
  const table = tableOf(text, name);
  if (table.properties.some((property) => property.name?.getText().replaceAll(/['"]/g, '') === key))
    throw new GeneratorProblem(`${name} has ${key} already`);
  return withProperty(text, table, `'${key}': ${value}`);
}

/** Spreads `element` into the table that the constant `name` holds. */
export function withSpread(text: string, name: string, element: string): string {
  return withProperty(text, tableOf(text, name), `...${element}`);
}

function tableOf(text: string, name: string): ts.ObjectLiteralExpression {
  const table = find(text, (node) =>
    ts.isVariableDeclaration(node) && node.name.getText() === name ? inside(node, ts.isObjectLiteralExpression) : undefined,
  );
  if (!table) throw new GeneratorProblem(`there is no table ${name}`);
  return table;
}

function withProperty(text: string, table: ts.ObjectLiteralExpression, property: string): string {
  const at = table.getEnd() - 1;
  const comma = table.properties.length > 0 && !table.properties.hasTrailingComma ? ',' : '';
  return `${text.slice(0, at).trimEnd()}${comma}\n  ${property},\n${text.slice(at)}`;
}

function withListElement(text: string, list: ts.ArrayLiteralExpression | undefined, name: string, element: string): string {
  if (!list) throw new GeneratorProblem(`there is no list ${name} to add ${element} to`);
  if (list.elements.some((node) => node.getText() === element)) throw new GeneratorProblem(`${name} has ${element} already`);
  const at = list.getEnd() - 1;
  const comma = list.elements.length > 0 && !list.elements.hasTrailingComma ? ', ' : '';
  return `${text.slice(0, at).trimEnd()}${comma}${element}${text.slice(at)}`;
}

function find<Found extends ts.Node>(text: string, match: (node: ts.Node) => Found | undefined): Found | undefined {
  const search = (node: ts.Node): Found | undefined => match(node) ?? ts.forEachChild(node, search);
  return search(parse('edited.ts', text));
}

/** The first literal of a kind inside of a declaration, through calls, `as const` and `satisfies`. */
function inside<Found extends ts.Node>(node: ts.VariableDeclaration, is: (node: ts.Node) => node is Found): Found | undefined {
  const search = (inner: ts.Node): Found | undefined => (is(inner) ? inner : ts.forEachChild(inner, search));
  return node.initializer && search(node.initializer);
}

function isTypeOnly(node: ts.ImportDeclaration): boolean {
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function replace(text: string, from: number, to: number, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}
