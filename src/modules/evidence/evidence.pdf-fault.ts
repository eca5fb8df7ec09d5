import { type RejectionReason } from './evidence.rules';

/** Why a PDF is refused, thrown from wherever it is seen. */
export class PdfFault extends Error {
  constructor(readonly reason: RejectionReason) {
    super(reason);
  }
}
