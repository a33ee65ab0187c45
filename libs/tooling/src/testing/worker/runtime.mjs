// Jest's runtime with one difference: what is installed (node_modules) is loaded once per worker, by Node itself, instead of once per test file.
// Our own sources and Jest's inner modules are still loaded anew for every file, so nothing of ours remembers another file. Installed code and ours
// must meet in one realm (`instanceof Date` in a driver!), which is why the sources run in the worker's own realm (environment.mjs puts back what a
// file changes there). Plain JavaScript, because it changes inner parts of jest-runtime that have no types; jest-runtime is pinned for that reason.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SyntheticModule, compileFunction } from 'node:vm';
import jestRuntime from 'jest-runtime';
import { surroundings } from './environment.mjs';

const JestRuntime = jestRuntime.default ?? jestRuntime;
const load = createRequire(import.meta.url);

/** Packages that keep what they are told (types of a graph, connections and models, metrics, a reader of PDFs) where the next file would find it: each file gets its own. */
const ownPerFile = /\/node_modules\/(@nestjs\/(graphql|apollo)|mongoose|prom-client|unpdf)\//;

/** The one setting that our services leave in a class of a package: where Nest writes its log. */
const loggerOfNest = /\/node_modules\/@nestjs\/common\/(services\/logger\.service|index)\.js$/;

const isShared = (path) => path.includes('/node_modules/') && /\.[cm]?js$/.test(path) && !ownPerFile.test(path);

const loaded = new Map();

/** What a path exports, loaded by Node when it is first asked for; `undefined` when Node cannot load it at once (a top-level await): Jest can, per file. */
function exportsOf(path) {
  if (!loaded.has(path)) {
    const exported = surroundings.keep(() => loadAtOnce(path));
    loaded.set(path, exported);
  }
  return loaded.get(path);
}

function loadAtOnce(path) {
  try {
    const exported = load(path);
    if (loggerOfNest.test(path)) surroundings.watch([exported.Logger]);
    return exported;
  } catch (error) {
    if (error?.code === 'ERR_REQUIRE_ASYNC_MODULE') return undefined;
    throw error;
  }
}

const modules = new Map();

/** The same as an ES module, one per path for the worker's life. */
function moduleOf(path) {
  if (!modules.has(path)) modules.set(path, exportsOf(path) === undefined ? null : asModule(path));
  return modules.get(path);
}

function asModule(path) {
  const exported = namesAndValues(exportsOf(path));
  const module = new SyntheticModule(
    Object.keys(exported),
    function fill() {
      for (const [name, value] of Object.entries(exported)) this.setExport(name, value);
    },
    { identifier: path },
  );
  module.evaluate();
  return module;
}

/** An ES module is its namespace; a CommonJS module is `default` and, as in Node, each of its properties by name. */
function namesAndValues(exported) {
  if (exported?.[Symbol.toStringTag] === 'Module') return { ...exported };
  const named = typeof exported === 'object' || typeof exported === 'function' ? exported : {};
  return { ...named, default: exported, 'module.exports': exported };
}

/** The runtime of the file that is running: a compiled function outlives the one that had it compiled. */
let current;
const functions = new Map();

/** A CommonJS module is a function: compiled once, called anew for each file, it has new variables each time. */
function compiledOnce(source, filename, parameters) {
  const known = functions.get(filename);
  if (known?.source === source) return known.compiled;
  const compiled = compileFunction(source, parameters, {
    filename,
    importModuleDynamically: (specifier, _function, attributes, phase) =>
      current.esmLoader.dynamicImportFromCjs(specifier, filename, undefined, attributes, phase),
  });
  functions.set(filename, { source, compiled });
  return compiled;
}

const resolved = new Map();

/** Where an import leads does not change from file to file. Without a name it is the file itself. */
function resolvedOnce(kind, from, to, resolve) {
  if (!to) return resolve();
  const key = `${kind}\0${dirname(from)}\0${to}`;
  if (!resolved.has(key)) resolved.set(key, resolve());
  return resolved.get(key);
}

export default class Runtime extends JestRuntime {
  constructor(...args) {
    super(...args);
    // No context is the worker's own realm.
    this.esmLoader.getContext = () => undefined;
    this.executor.compile = (source, filename) => compiledOnce(source, filename, this.executor.injectedModuleParameters);
    current = this;
    const resolution = this._resolution;
    const { resolveCjs, resolveEsm, resolveEsmAsync } = resolution;
    resolution.resolveCjs = (from, to) => resolvedOnce('require', from, to, () => resolveCjs.call(resolution, from, to));
    resolution.resolveEsm = (from, to) => this.serve(resolvedOnce('import', from, to, () => resolveEsm.call(resolution, from, to)));
    resolution.resolveEsmAsync = async (from, to) => this.serve(await resolveEsmAsync.call(resolution, from, to));
  }

  /** Puts a shared module where the loader looks first. */
  serve(path) {
    if (isShared(path)) {
      const registry = this.registries.getActiveEsmRegistry();
      const key = pathToFileURL(path).href;
      const module = registry.has(key) ? null : moduleOf(path);
      if (module) registry.set(key, module);
    }
    return path;
  }

  requireModule(from, moduleName, options, isRequireActual) {
    if (!options?.isInternalModule && !this._resolution.isCoreModule(moduleName ?? '')) {
      const path = this._resolution.resolveCjs(from, moduleName);
      const exported = isShared(path) ? exportsOf(path) : undefined;
      if (exported !== undefined) return exported;
    }
    return super.requireModule(from, moduleName, options, isRequireActual);
  }

  /** Jest would replace it in the sandbox's copy of `process`; here there is only the real one. */
  installGetBuiltinModule() {}
}
