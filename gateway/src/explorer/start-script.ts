import type { RenderOptions } from 'altair-static';
import type { Language } from '../http/request-scope.js';
import type { DemoPerson } from './demo-people.js';
import type { SignInOperation } from './sign-in-operation.js';

export interface StartScriptParts {
  readonly language: Language;
  readonly options: RenderOptions;
  readonly people: readonly DemoPerson[];
  /** Undefined: no toolbar, because this graph has no sign-in. */
  readonly signIn: SignInOperation | undefined;
}

const texts = {
  en: { signInAs: 'Sign in as', signedInAs: 'Signed in as', signOut: 'Sign out', failed: 'Sign-in failed' },
  zh: { signInAs: '登录为', signedInAs: '当前用户', signOut: '退出', failed: '登录失败' },
};

/** The module that starts Altair in the browser, with the token of the demo person who is signed in, and shows the sign-in bar. */
export function startScript({ language, options, people, signIn }: StartScriptParts): string {
  const given = { options, texts: texts[language], people: signIn ? people : [], signIn: signIn ?? null };
  return `const given = ${literal(given)};\n${signedIn}\n${startAltair}\n${toolbar}`;
}

/** JSON that is also safe inside of a script. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** The session of this browser tab; forgotten when its token has run out. */
const signedIn = `
const key = 'weilend.sign-in';
function readSession() {
  try {
    const session = JSON.parse(sessionStorage.getItem(key));
    const claims = JSON.parse(atob(session.token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
    if (claims.exp * 1000 > Date.now()) return session;
  } catch {}
  sessionStorage.removeItem(key);
  return null;
}
const session = readSession();`;

const startAltair = `
const headers = session ? { Authorization: 'Bearer ' + session.token } : {};
const endpointURL = location.origin + '/graphql';
AltairGraphQL.init({
  ...given.options,
  endpointURL,
  initialHeaders: headers,
  initialWindows: given.options.initialWindows.map((tab) => ({ ...tab, endpointURL, initialHeaders: headers })),
});`;

const toolbar = `
async function signInAs(person) {
  const values = { employeeNo: person.employeeNo, password: person.password, requestKey: crypto.randomUUID?.() ?? String(Math.random()) };
  const input = Object.fromEntries(given.signIn.inputFields.map((name) => [name, values[name]]));
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: given.signIn.query, variables: { input } }),
  });
  const result = await response.json();
  const token = given.signIn.tokenPath.reduce((part, name) => part?.[name], result.data);
  if (!token) {
    const problems = [...(result.errors ?? []), ...(result.data?.signIn?.userErrors ?? [])].map(({ message }) => message);
    alert(given.texts.failed + ': ' + problems.join('; '));
    return;
  }
  sessionStorage.setItem(key, JSON.stringify({ token, name: person.name, role: person.role }));
  location.reload();
}
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
function showToolbar() {
  const bar = element('div', { id: 'demo-sign-in' });
  bar.style.cssText = 'position:fixed;right:12px;bottom:12px;z-index:1000;padding:8px 12px;border-radius:6px;background:#1d2733;color:#fff;font:13px sans-serif;box-shadow:0 2px 8px #0006;max-height:70vh;overflow:auto';
  if (session) {
    const leave = element('button', { textContent: given.texts.signOut, onclick: () => { sessionStorage.removeItem(key); location.reload(); } });
    bar.append(given.texts.signedInAs + ' ' + session.name + ' (' + session.role + ') ', leave);
  }
  const list = element('details', { open: !session }, element('summary', { textContent: given.texts.signInAs }));
  for (const department of new Set(given.people.map((person) => person.department))) {
    const people = given.people.filter((person) => person.department === department);
    const buttons = people.map((person) => element('button', { textContent: person.name + ' · ' + person.role, onclick: () => signInAs(person) }));
    for (const button of buttons) button.style.cssText = 'display:block;width:100%;text-align:left;margin:2px 0;cursor:pointer';
    list.append(element('div', { textContent: department }), ...buttons);
  }
  bar.append(list);
  document.body.append(bar);
}
if (given.people.length > 0) showToolbar();
`;
