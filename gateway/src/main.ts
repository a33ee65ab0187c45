import { ConfigError, Shutdown, createLogger } from '@weilend/boot';
import { startGateway } from './gateway.js';
import { loadGatewayConfig } from './gateway.config.js';

try {
  const config = loadGatewayConfig();
  const log = createLogger({ name: 'gateway', level: config.LOG_LEVEL });
  const shutdown = new Shutdown(log).install();
  try {
    const { url } = await startGateway(config, log, shutdown);
    log.info({ url, supergraph: config.supergraphFile, auth: config.AUTH_MODE }, 'gateway listens');
  } catch (err) {
    log.fatal({ err }, 'the gateway cannot start');
    await shutdown.run('start failed');
    process.exit(1);
  }
} catch (problem) {
  if (!(problem instanceof ConfigError)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exit(1);
}
