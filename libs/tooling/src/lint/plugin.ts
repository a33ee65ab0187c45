// The rules of the house that no published ESLint plugin knows. What they decide lives in pure functions beside them.
import { relative, sep } from 'node:path';
import type { Rule } from 'eslint';
import type * as ESTree from 'estree';
import { judgeImport } from './judge-import.ts';

type SourceNode = ESTree.Node & { source?: ESTree.Literal | null };

const imports: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    docs: { description: 'Libraries point down, departments keep apart, layers call downward, domain/ knows only the kernel' },
  },
  create(context) {
    const from = relative(context.cwd, context.filename).split(sep).join('/');
    const check = (node: ESTree.Node, source: ESTree.Node | null | undefined): void => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const message = judgeImport(from, source.value);
      if (message !== undefined) context.report({ node, message });
    };
    const checkSource = (node: SourceNode): void => check(node, node.source);
    return {
      ImportDeclaration: checkSource,
      ExportNamedDeclaration: checkSource,
      ExportAllDeclaration: checkSource,
      ImportExpression: (node) => check(node, node.source),
      // `import('x').Type` in a type position is a dependency like any other.
      TSImportType: (node: Rule.Node) => check(node, (node as unknown as { source: ESTree.Node }).source),
    };
  },
};

const maxParameters = 4;
const maxDependencies = 6;

/** The callback of `test.each(rows)(title, (a, b, c) => ...)`: its parameters are the columns of a table. */
function isRowOfTable({ parent }: Rule.Node): boolean {
  const callee = parent?.type === 'CallExpression' ? parent.callee : undefined;
  const table = callee?.type === 'TaggedTemplateExpression' ? callee.tag : callee?.type === 'CallExpression' ? callee.callee : undefined;
  return table?.type === 'MemberExpression' && table.property.type === 'Identifier' && table.property.name === 'each';
}

const parameters: Rule.RuleModule = {
  meta: {
    type: 'suggestion',
    schema: [],
    docs: { description: 'At most 4 parameters; a constructor that is given its dependencies at most 6' },
  },
  create(context) {
    const check = (node: Rule.Node & ESTree.Function): void => {
      const parent = node.parent;
      const isConstructor = parent.type === 'MethodDefinition' && parent.kind === 'constructor';
      const limit = isConstructor ? maxDependencies : maxParameters;
      if (node.params.length <= limit || isRowOfTable(node as unknown as Rule.Node)) return;
      const advice = isConstructor ? 'the class does too much, split it' : 'pass one object that has a name';
      context.report({
        node,
        message: `${node.params.length} ${isConstructor ? 'dependencies' : 'parameters'}, at most ${limit}: ${advice}`,
      });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};

export const housePlugin = { meta: { name: 'weilend' }, rules: { imports, parameters } };
