export * from './database.js';
export * from './keys.js';
export * from './messages.js';
export * from './platform.js';
export * from './snapshot.js';
export * from './subgraph.js';
export * from './wait.js';
export * from './permission-walk.js';
