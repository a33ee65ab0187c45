export * from './access-token.js';
export * from './audit.js';
export * from './auth-collections.js';
export * from './deny-list.js';
export * from './field-cipher.js';
export * from './masking.js';
export * from './permit.js';
export * from './signing-keys.js';
