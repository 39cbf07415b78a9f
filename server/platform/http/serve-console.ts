import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from './problem.ts';

const yearSeconds = 31_536_000;

/**
 * Serves the built console from `folder`: files by name, every other page as index.html, since the console routes in the
 * browser. Built files carry a hash in their name and are kept for a year; index.html is asked for each time.
 */
export async function serveConsole(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, { root: folder, serve: false });
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const path = decodeURIComponent(new URL(request.url, 'http://console').pathname);
    if (isInterface(path)) throw problem('platform.not_found', { path });
    if (extname(path) !== '') {
      const maxAge = path.startsWith('/assets/') ? yearSeconds * 1000 : 0;
      return reply.sendFile(path.slice(1), folder, { maxAge, immutable: maxAge > 0 });
    }
    if (!existsSync(join(folder, 'index.html'))) {
      return reply.code(503).type('text/html; charset=utf-8').send(notBuilt);
    }
    return reply
      .header('cache-control', 'no-cache')
      .sendFile('index.html', folder, { cacheControl: false });
  };
  server.get('/', { config: { route: 'platform.console' } }, handler);
  server.get('/*', { config: { route: 'platform.console' } }, handler);
}

function isInterface(path: string): boolean {
  return /^\/(api|v1)(\/|$)/.test(path);
}

const notBuilt = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Siyu 私域</title>
<body style="font:16px/1.7 system-ui;max-width:36rem;margin:15vh auto;padding:0 1rem;color:#222">
<h1 style="font-size:1.4rem">控制台尚未构建</h1>
<p>服务已在运行，但还没有构建网页控制台。请运行 <code>npm run build -w console</code> 后刷新本页。</p>
<h1 style="font-size:1.4rem">The console is not built</h1>
<p>The server runs, but its web console has not been built yet. Run <code>npm run build -w console</code> and reload
this page. <a href="/docs">/docs</a> describes the interface.</p></body></html>`;
