import type { World } from '../run/world.ts';
export interface MutantsOptions { readonly only: readonly string[]; readonly say: (line: string) => void; readonly began: (world: World) => void }
export function runMutants(_options: MutantsOptions): Promise<number> { return Promise.resolve(1); }
