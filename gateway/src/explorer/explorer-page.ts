import { getAltairHtml } from 'altair-static';
import type { RenderOptions } from 'altair-static';
import type { Language } from '../http/request-scope.js';
import type { ExampleQuery } from './demo-people.js';

/** The page is Altair's own, with its files under /explorer/ and our start script after its main module. */
export function explorerPage(): string {
  return getAltairHtml()
    .replace(/<base[^>]*>/, '<base href="/explorer/">')
    .replace('</body>', () => '<script type="module" src="start.js"></script></body>');
}

const welcome = {
  en: '# Weilend: one graph of all departments.\n# Press Ctrl+Enter to run. The schema and its documentation are behind the Docs button.\n',
  zh: '# 微贷：所有部门共用一张图。\n# 按 Ctrl+Enter 运行；点击“文档”查看 schema 及说明。\n',
};

/** What Altair starts with. Nothing is kept over a reload, so that a tab never carries the token of somebody signed out. */
export function explorerOptions(language: Language, examples: readonly ExampleQuery[]): RenderOptions {
  const first = {
    name: language === 'zh' ? '开始' : 'Start',
    query: `${welcome[language]}query {\n  __typename\n}\n`,
    variables: undefined,
  };
  return {
    instanceStorageNamespace: 'weilend_explorer_',
    preserveState: false,
    disableAccount: true,
    initialSettings: { language: language === 'zh' ? 'zh-CN' : 'en-US' },
    initialWindows: [first, ...examples].map(({ name, query, variables }) => ({
      initialName: name,
      initialQuery: query,
      ...(variables ? { initialVariables: JSON.stringify(variables, null, 2) } : {}),
    })),
  };
}
