/** Token of the service's logger (pino). Never log personal data: the redaction is a net, not a permission. */
export abstract class ServiceLog {
  abstract debug(fields: Record<string, unknown>, text: string): void;
  abstract info(fields: Record<string, unknown>, text: string): void;
  abstract warn(fields: Record<string, unknown>, text: string): void;
  abstract error(fields: Record<string, unknown>, text: string): void;
}
