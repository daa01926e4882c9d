import { Hono, type Context } from 'hono'
import { compress } from 'hono/compress'
import { assert } from '../domain/primitives/result.ts'
import type { Endpoint, Redirect } from './contract/endpoint.ts'
import { endpoints, type EndpointName } from './contract/endpoints.ts'
import { describeRefusal } from './refusal-answer.ts'
import type { FileAnswer } from './files.ts'
import { describeFault } from './refusal-answers/outage-answer.ts'
import { createRoutes, type Routes } from './routes/routes.ts'
import { runRoute } from './run-route.ts'
import type { Services } from './services.ts'

/** The API: one Hono route for each entry of the contract's table, and nothing else under /api. */
export function createApp(services: Services): Hono {
  const app = new Hono()
  app.use('/api/*', compress())
  app.use('/api/*', async (context, next) => {
    await next()
    context.res.headers.set('Cache-Control', 'no-store')
  })
  const routes = createRoutes()
  for (const name of endpointNames) register(app, name, routes, services)
  app.all('/api/*', (context) =>
    context.json(errorBody('not-found', '没有这个接口，页面可能是旧版本，请刷新。'), 404),
  )
  app.onError((error, context) => answerFault(error, context, services))
  return app
}

const endpointNames = Object.keys(endpoints).filter((name): name is EndpointName => Object.hasOwn(endpoints, name))

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it keeps an endpoint and its own route together
function register<Name extends EndpointName>(app: Hono, name: Name, routes: Routes, services: Services): void {
  const endpoint = endpoints[name]
  const route = routes[name]
  assert('open' in route === (endpoint.access === 'public'), `${name} is open exactly when its access is public`)
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')
  app.on(endpoint.method, path, async (context) => {
    const outcome = await runRoute(name, endpoint, route, context, services)
    if (!outcome.ok) {
      const { status, place, code, message } = describeRefusal(outcome.refusal)
      return context.json({ error: place === null ? { code, message } : { code, message, place } }, status)
    }
    if (isRedirect(endpoint, outcome.value)) return context.redirect(outcome.value.location, 303)
    return isFileAnswer(outcome.value) ? answerFile(context, outcome.value) : context.json(outcome.value)
  })
}

function isRedirect(endpoint: Endpoint, value: unknown): value is Redirect {
  return endpoint.answers === 'redirect' && typeof value === 'object' && value !== null && 'location' in value
}

function isFileAnswer(value: unknown): value is FileAnswer {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
}

function answerFile(context: Context, file: FileAnswer): Response {
  return context.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': file.contentType,
    // The plain name for old clients, the real one by RFC 5987, which is stricter than encodeURIComponent.
    'Content-Disposition': `${file.isPicture === true ? 'inline' : 'attachment'}; filename="download"; filename*=UTF-8''${extendedValue(file.fileName)}`,
    'X-Content-Type-Options': 'nosniff',
    ...(file.isForeign === true ? { 'Content-Security-Policy': "sandbox; default-src 'none'" } : {}),
  })
}

function extendedValue(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function answerFault(error: unknown, context: Context, services: Services): Response {
  const logId = services.newId().slice(0, 8)
  const { method, path } = context.req
  services.logFault({ logId, method, path, error })
  const { status, code, message } = describeFault(services.outageOf(error), logId, method === 'GET')
  return context.json({ error: { code, message, logId } }, status)
}

function errorBody(code: string, message: string) {
  return { error: { code, message } }
}
