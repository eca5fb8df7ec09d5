import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { bundleClient } from '../../../scripts/client';
import { type Running } from '../../../local/process';

/** An app as a worker's phone has it, in small: pictures are chosen, an entry is made, and where things stand is shown. */
const PAGE = (apiUrl: string) => `<!doctype html>
<meta charset="utf-8"><title>网格</title>
<input type="file" multiple><textarea></textarea><button>上报</button><p></p><output></output>
<script type="module">
import { openFieldClient, openIndexedDbStore } from '/client.js';
const client = await openFieldClient({
  url: '${apiUrl}',
  store: await openIndexedDbStore('wangge-wang-fang'),
  token: async () => (await fetch('/token')).text(),
});
const [photos, text, button, sentence, figures] = ['input', 'textarea', 'button', 'p', 'output'].map((name) => document.querySelector(name));
client.watch((progress) => {
  sentence.textContent = progress.sentence.zh;
  figures.textContent = JSON.stringify(progress);
});
button.onclick = async () => {
  const files = [...photos.files].map((blob) => ({ role: 'SCENE', blob }));
  const { id } = await client.record(JSON.parse(text.value), { files });
  button.dataset.recorded = id;
};
client.start();
window.client = client;
document.body.dataset.ready = 'yes';
</script>`;

/** Serves the app's page, the module as it is delivered, and the tokens of one person. */
export async function serveApp(
  apiUrl: string,
  token: () => Promise<string>,
): Promise<Running & { readonly url: string }> {
  const module = await bundleClient();
  const server = createServer((request, response) => {
    const send = (type: string, body: string) => response.setHeader('content-type', type).end(body);
    if (request.url === '/client.js') send('text/javascript', module);
    else if (request.url === '/token') void token().then((text) => send('text/plain', text));
    else send('text/html', PAGE(apiUrl));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
