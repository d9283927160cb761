/** `npm run dev:mock`: the mock API in place of the proxy, for work on pages without a running system. */
import type { IncomingMessage } from 'node:http';

import type { Plugin } from 'vite';

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) if (value) headers.set(name, String(value));
  return new Request(`http://127.0.0.1${incoming.url ?? '/'}`, {
    method: incoming.method ?? 'GET',
    headers,
    body: chunks.length > 0 ? Buffer.concat(chunks).toString('utf8') : null,
  });
}

export function mockApi(): Plugin {
  return {
    name: 'mock-api',
    configureServer(server) {
      server.middlewares.use('/v1', (incoming, outgoing, next) => {
        const answer = async () => {
          const { mock } = (await server.ssrLoadModule('/src/testing/mock/index.ts')) as {
            mock: (request: Request) => Promise<Response>;
          };
          incoming.url = incoming.originalUrl;
          const response = await mock(await toRequest(incoming));
          outgoing.statusCode = response.status;
          response.headers.forEach((value, name) => outgoing.setHeader(name, value));
          outgoing.end(Buffer.from(await response.arrayBuffer()));
        };
        answer().catch(next);
      });
    },
  };
}
