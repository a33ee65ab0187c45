import type { Database } from '@weilend/mongo';
import type { CommonServiceConfig } from '@weilend/service';
import type { FinanceConfig } from '../finance.config.js';
import type { PaymentChannel } from '../use-cases/settle-payment/payment-channel.port.js';
import { HttpBankChannel } from './http-bank.channel.js';
import { SimulatedBankChannel } from './simulated-bank.channel.js';

/** The bank that the configuration names; throws at boot for a simulated one in production, or a real one without address or secret. */
export function choosePaymentChannel(config: FinanceConfig & Pick<CommonServiceConfig, 'NODE_ENV'>, database: Database): PaymentChannel {
  if (config.PAYMENT_CHANNEL === 'simulated' && config.NODE_ENV === 'production') {
    throw new TypeError('PAYMENT_CHANNEL=simulated moves no money: name the real bank when NODE_ENV=production');
  }
  if (config.PAYMENT_CHANNEL === 'simulated') return new SimulatedBankChannel(database);
  const { BANK_URL: url, BANK_KEY: key, BANK_TIMEOUT_MS: timeoutMs } = config;
  if (!url || !key) throw new TypeError('PAYMENT_CHANNEL=http needs BANK_URL and BANK_KEY');
  return new HttpBankChannel({ url, key, timeoutMs });
}
