import type { AnyConsumer } from '@weilend/messaging';
import { inboxOf } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { financeService } from '../../src/finance.module.js';
import { CheckDisbursement } from '../../src/use-cases/check-disbursement/check-disbursement.use-case.js';
import { MakeDisbursement } from '../../src/use-cases/make-disbursement/make-disbursement.use-case.js';
import { PublishProduct } from '../../src/use-cases/publish-product/publish-product.use-case.js';
import { RegisterPayeeAccount } from '../../src/use-cases/register-payee-account/register-payee-account.use-case.js';
import { PaymentChannel } from '../../src/use-cases/settle-payment/payment-channel.port.js';
import { SettlePayment } from '../../src/use-cases/settle-payment/settle-payment.use-case.js';
import type { CaseKit } from './signed-case.builder.js';

/** The acts of a booted service, with an inbox that is fed by hand. */
export function caseKitOf({ platform, app }: SubgraphUnderTest): CaseKit {
  const consumers = financeService.consumers.map((consumer) => app.get<AnyConsumer>(consumer));
  return {
    p: platform,
    inbox: inboxOf(platform, consumers),
    bank: app.get(PaymentChannel),
    publishProduct: app.get(PublishProduct),
    registerPayeeAccount: app.get(RegisterPayeeAccount),
    makeDisbursement: app.get(MakeDisbursement),
    checkDisbursement: app.get(CheckDisbursement),
    settleWith: () => app.get(SettlePayment),
  };
}
