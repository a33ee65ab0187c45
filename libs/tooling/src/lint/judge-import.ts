// One pure answer to "may this file import that?", so that the rule can be tested as a table, without ESLint.
import { posix } from 'node:path';
import { gatewayImports, layerImports, libraryImports, serviceImports, testOnlyLibrary } from '../house/libraries.ts';

interface Place {
  /** `lib`, `service` or `gateway`; anything else (infra, tests, root files) is a script and is judged only by scripts' rules. */
  readonly kind: 'lib' | 'service' | 'gateway' | 'script';
  /** kernel, finance, gateway, or the folder of a script. */
  readonly owner: string;
  /** Folder under services/<dept>/src: domain, use-cases, ..., or `root`; empty outside of services. */
  readonly layer: string;
  /** Specs, stories and everything under test/: they may also import @weilend/testing and cross layers. */
  readonly test: boolean;
}

/** Owner of the scripts that a department keeps beside its sources, such as services/risk/scorecard. */
const departmentTool = 'department-tool';

const testFile = /\.(spec|int-spec|story|builder|cases)\.ts$/;

/**
 * @param from path of the importing file, relative to the root, forward slashes
 * @param specifier what stands in the import
 * @returns why it is forbidden, or undefined when it is allowed
 */
export function judgeImport(from: string, specifier: string): string | undefined {
  const place = placeOf(from);
  const house = /^@weilend\/([^/]+)(\/.*)?$/.exec(specifier);
  if (house) return judgeHouse(place, house[1] ?? '', house[2]);
  if (specifier.startsWith('.')) return judgeRelative(place, placeOf(posix.join(posix.dirname(from), specifier)), specifier);
  if (place.layer === 'domain' && !place.test) return `domain/ imports only @weilend/kernel and files of domain/, not ${specifier}`;
  return undefined;
}

export function placeOf(path: string): Place {
  const [top = '', owner = '', middle = '', layer = ''] = path.split('/');
  const test = testFile.test(path) || middle === 'test' || top === 'tests' || (top === 'gateway' && owner === 'test');
  if (top === 'libs') return { kind: 'lib', owner, layer: '', test };
  if (top === 'gateway') return { kind: 'gateway', owner: 'gateway', layer: '', test };
  if (top !== 'services') return { kind: 'script', owner: top, layer: '', test };
  if (layer !== '' && middle !== 'src' && middle !== 'test') return { kind: 'script', owner: departmentTool, layer: '', test };
  const layered = middle === 'src' && layer in layerImports;
  return { kind: 'service', owner, layer: layered ? layer : 'root', test };
}

function judgeHouse(place: Place, name: string, subpath: string | undefined): string | undefined {
  // Benches, proofs and the tools of a department measure its very code; they are no part of it.
  const isMeasured = place.owner === 'tests' || place.owner === departmentTool;
  if (subpath && isMeasured && name.endsWith('-service')) return undefined;
  if (subpath) return `a library is entered through its index: import from @weilend/${name}, not ${subpath.slice(1)}`;
  if (name.endsWith('-service')) return `a department is never imported: exchange a handoff or an event with ${name} instead`;
  if (!(name in libraryImports)) return `@weilend/${name} is not in the table of the house (libs/tooling/src/house/libraries.ts)`;
  if (place.kind === 'lib' && place.owner === name) return `inside ${name}, import the file itself, not the package`;
  if (name === testOnlyLibrary)
    return place.test || place.owner === testOnlyLibrary ? undefined : 'only specs and test folders import @weilend/testing';
  if (place.layer === 'domain' && !place.test && name !== 'kernel') return `domain/ imports only @weilend/kernel, not @weilend/${name}`;
  const allowed = allowedFor(place);
  if (allowed === undefined || allowed.includes(name)) return undefined;
  return `${place.owner} may import ${allowed.length > 0 ? allowed.join(', ') : 'no library'}, not @weilend/${name}: dependencies point down`;
}

function allowedFor(place: Place): readonly string[] | undefined {
  if (place.kind === 'script' || place.test) return undefined;
  if (place.kind === 'gateway') return gatewayImports;
  return place.kind === 'service' ? serviceImports : (libraryImports[place.owner] ?? []);
}

function judgeRelative(from: Place, to: Place, specifier: string): string | undefined {
  // Scripts play and start the whole system; what they read of each other is theirs to arrange.
  if (from.kind === 'script' || (from.owner === 'tooling' && to.kind === 'script')) return undefined;
  if (from.kind !== to.kind || from.owner !== to.owner)
    return `a relative path must not leave ${from.owner} (${specifier} is ${to.kind} ${to.owner})`;
  if (to.test && !from.test) return `production code does not import test code (${specifier})`;
  if (from.test || from.layer === '' || from.layer === 'root') return undefined;
  return judgeLayer(from.layer, to.layer, specifier);
}

function judgeLayer(from: string, to: string, specifier: string): string | undefined {
  if (from === 'domain') return to === 'domain' ? undefined : `domain/ knows no other layer, ${specifier} is ${to}`;
  // A port belongs to the use case that needs it and is implemented by an adapter below: the one step up that is meant.
  if (to === from || specifier.endsWith('.port.js')) return undefined;
  if (to === 'root') return specifier.endsWith('.config.js') ? undefined : `${from} does not import the wiring (${specifier})`;
  const allowed = layerImports[from] ?? [];
  return allowed.includes(to) ? undefined : `${from} may import ${allowed.join(', ')}, not ${to}: calls point down`;
}
