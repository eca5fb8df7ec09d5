import { languageOf } from '../shared/language';
import { saysHalfCharacters } from '../shared/text';
import { sentence, TECHNICAL_ERRORS, type TechnicalErrorCode } from '../shared/messages';

/** Most bytes of a request: the largest screen's operation has four thousand, and files do not come this way. */
export const MOST_REQUEST_BYTES = 256 * 1024;

/** A request as an HTTP API of API Gateway brings it. */
interface HttpRequest {
  /** A GET has none: left out by API Gateway, null by serverless-offline. */
  readonly body?: string | null | undefined;
  readonly isBase64Encoded?: boolean;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** An answer in the form of an HTTP API of API Gateway. */
interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** The answer to a body that is too large to be read or is no JSON of whole characters; undefined for any other. */
export function refuseBody(request: HttpRequest): HttpAnswer | undefined {
  const { headers, isBase64Encoded = false } = request;
  const body = request.body ?? '';
  if (body.length > MOST_REQUEST_BYTES) return refusal(413, 'REQUEST_TOO_LARGE', headers);
  const claimsJson = headers['content-type']?.startsWith('application/json') === true;
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  return claimsJson && text !== '' && !isRead(text) ? refusal(400, 'BAD_REQUEST', headers) : undefined;
}

function refusal(statusCode: number, code: TechnicalErrorCode, headers: HttpRequest['headers']): HttpAnswer {
  const language = languageOf(headers['accept-language']);
  const message = sentence(TECHNICAL_ERRORS[code], language, { max: MOST_REQUEST_BYTES });
  return {
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ errors: [{ message, extensions: { code } }] }),
  };
}

function isRead(text: string): boolean {
  try {
    return !saysHalfCharacters(JSON.parse(text));
  } catch {
    return false;
  }
}
