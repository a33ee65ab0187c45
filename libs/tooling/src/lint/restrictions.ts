// Restrictions that ESLint's own `no-restricted-*` rules can check, as data. ESLint does not merge the options of one rule, so each kind of file
// gets the whole list that applies to it, composed here once.

interface Restriction {
  readonly selector: string;
  readonly message: string;
}

const clockMessage = 'domain/ has no clock: pass the business date or the instant in';
const impureMessage = 'domain/ touches nothing outside of its arguments';

/** A function that has the transaction in hand: its parameter is called `tx`, everywhere. */
const inTransaction = ':function:has(> Identifier.params[name="tx"])';

const everywhere: readonly Restriction[] = [
  { selector: 'TSEnumDeclaration[const=true]', message: 'a const enum is not erasable; use an `as const` object or a union' },
  {
    selector: `${inTransaction} CallExpression[callee.object.name="Promise"][callee.property.name=/^(all|allSettled|any|race)$/]`,
    message: 'one transaction, one operation at a time: MongoDB aborts on parallel operations of a session',
  },
];

const domainOnly: readonly Restriction[] = [
  { selector: ':function[async=true]', message: 'domain/ is synchronous: load before, save after, in the use case' },
  { selector: 'AwaitExpression, ForOfStatement[await=true]', message: 'domain/ is synchronous: load before, save after, in the use case' },
  { selector: 'ImportExpression', message: 'domain/ loads nothing at run time' },
  // The type Date may be named: an instant that was passed in is a value like any other.
  { selector: ':matches(NewExpression, CallExpression)[callee.name="Date"], MemberExpression[object.name="Date"]', message: clockMessage },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'domain/ draws no lots: pass the value in' },
  {
    selector: ':matches(ThrowStatement) NewExpression[callee.name=/^(Error|TypeError|RangeError)$/]',
    message: 'refuse with a DomainError of the closed list, or assert with invariant()',
  },
  {
    selector: 'ThrowStatement > CallExpression[callee.name=/^(Error|TypeError|RangeError)$/]',
    message: 'refuse with a DomainError of the closed list, or assert with invariant()',
  },
];

const useCaseOnly: readonly Restriction[] = [
  {
    selector: 'ThrowStatement > NewExpression[callee.name=/(Exception|GraphQLError)$/]',
    message: 'a use case refuses with a DomainError; the graph turns it into userErrors',
  },
];

/** Scripts run as they are: Node takes the types away and changes nothing else. */
const scriptOnly: readonly Restriction[] = [
  { selector: 'TSEnumDeclaration[const!=true], TSModuleDeclaration[declare!=true]', message: 'not erasable: scripts run without a build' },
  { selector: 'TSParameterProperty', message: 'a parameter property is not erasable: scripts run without a build' },
];

/** Globals that domain code may not name. */
export const domainGlobals = [
  ...['performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Temporal'].map((name) => ({
    name,
    message: clockMessage,
  })),
  ...['process', 'Buffer', 'fetch', 'console', 'crypto', 'globalThis', 'global', 'Promise', 'require'].map((name) => ({
    name,
    message: impureMessage,
  })),
];

/** Kernel names that carry a clock or chance into the domain. */
export const domainKernelImports = {
  group: ['@weilend/kernel'],
  importNamePattern: '^(newId|BusinessClock|.*Clock)$',
  message: 'domain/ gets ids and times passed in',
};

/** Use cases speak the language of the domain; HTTP and GraphQL faults belong to the graph. */
export const noNestExceptions = {
  group: ['@nestjs/common'],
  importNamePattern: 'Exception$',
  message: 'refuse with a DomainError; Nest exceptions would leak HTTP into the business',
};

export const restrictedSyntax = {
  everywhere: ['error', ...everywhere],
  scripts: ['error', ...everywhere, ...scriptOnly],
  domain: ['error', ...everywhere, ...domainOnly],
  useCases: ['error', ...everywhere, ...useCaseOnly],
} as const;
