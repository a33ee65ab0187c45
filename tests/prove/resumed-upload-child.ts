// A process that takes uploads, for `npm run prove -- resumed-upload`: it is killed without warning in the middle of a piece.
import { Files, FileUrls, GridFsStore, registerFileRoutes, ResumableUploads } from '@weilend/files';
import { Database } from '@weilend/mongo';
import { fastify } from 'fastify';

const [mongodbUri = '', name = '', secret = ''] = process.argv.slice(2);
const database = await Database.connect(mongodbUri, { name });
const [store, urls] = [new GridFsStore(database), new FileUrls(secret)];
const files = new Files(database, store, urls, { department: 'sales', uploadTtlMs: 600_000, downloadTtlMs: 600_000 });
const app = fastify();
const uploads = new ResumableUploads(database, store, files);
await registerFileRoutes(app, { department: 'sales', files, uploads, urls, keptMs: 600_000 });
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
