import { Hono } from 'hono'
import { createApp } from './create-app.ts'
import { settleReach } from './network/reach.ts'
import type { Network } from './network/read-network.ts'
import { ownHostOnly, securityHeaders } from './security-headers.ts'
import type { Services } from './services.ts'
import { webFiles } from './web-files.ts'

type Site = {
  readonly network: Pick<Network, 'names' | 'trustedProxies'>
  /** What colleagues type. */
  readonly ownAddress: () => string
  readonly services: Services
  /** Where the built pages lie. */
  readonly webFolder: string
}

/** Everything that answers on the port: the API and the pages, behind the walls every request passes. */
export function createSite({ network, ownAddress, services, webFolder }: Site): Hono {
  const site = new Hono()
  // First, so that what the walls themselves turn away bears the headers too.
  site.use(securityHeaders(), settleReach(network.trustedProxies, ownAddress), ownHostOnly(network, ownAddress))
  site.route('/', createApp(services))
  site.use(webFiles(webFolder))
  site.notFound((context) => context.text('没有这个地址，请从首页进入。', 404))
  return site
}
