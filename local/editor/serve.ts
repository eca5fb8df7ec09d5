import { createReadStream, existsSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';
import { readOperations } from './operations';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * Serves the query editor: the page at `/`, its files below `/editor/`, and what it asks for at `/operations` and
 * `/config`. Answers false for a path that is not its own.
 */
export function editorHandler(options: {
  /** Where `buildEditor` has put the page. */
  folder: string;
  apiUrl: string;
  socketUrl: string;
  /** Address of the store that files are uploaded to. */
  storeUrl: string;
  /** Id of a seeded case, for examples. */
  exampleCase: string;
  operationsDir: string;
}): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { folder, apiUrl, socketUrl, storeUrl, exampleCase, operationsDir } = options;
  const headers = {
    'cache-control': 'no-store',
    'content-security-policy': policyOf([apiUrl, socketUrl, storeUrl]),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const sendJson = (body: unknown): true => {
      response.writeHead(200, { ...headers, 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(body));
      return true;
    };
    if (path === '/config') return sendJson({ apiUrl, socketUrl, exampleCase });
    if (path === '/operations') return sendJson(readOperations(operationsDir));
    const file = path === '/' ? 'index.html' : /^\/editor\/[\w.-]+$/.test(path) ? basename(path) : '';
    const type = TYPES[extname(file)];
    if (type === undefined || !existsSync(join(folder, file))) return false;
    response.writeHead(200, { ...headers, 'content-type': type });
    createReadStream(join(folder, file)).pipe(response);
    return true;
  };
}

/** The page may reach itself, the API and the store, nothing else; Monaco and its font are styled inline. */
function policyOf(reached: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    `connect-src 'self' ${reached.map((url) => new URL(url).origin).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
