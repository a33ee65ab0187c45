import type { Database } from '@weilend/mongo';
import type { FinanceConfig } from '../finance.config.js';
import type { PaymentChannel } from '../use-cases/settle-payment/payment-channel.port.js';
import { HttpBankChannel } from './http-bank.channel.js';
import { SimulatedBankChannel } from './simulated-bank.channel.js';

/** The bank that the configuration names; throws at boot when the address or the secret of a real bank is missing. */
export function choosePaymentChannel(config: FinanceConfig, database: Database): PaymentChannel {
  if (config.PAYMENT_CHANNEL === 'simulated') return new SimulatedBankChannel(database);
  const { BANK_URL: url, BANK_KEY: key, BANK_TIMEOUT_MS: timeoutMs } = config;
  if (!url || !key) throw new TypeError('PAYMENT_CHANNEL=http needs BANK_URL and BANK_KEY');
  return new HttpBankChannel({ url, key, timeoutMs });
}
