import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { readonly to: readonly string[]; readonly text: string }

export type MailReceiver = {
  readonly url: string
  readonly mails: ReceivedMail[]
  /** Set to hold every mail after it has been taken in and before its sender is told so. */
  hold: Promise<void> | null
  readonly stop: () => Promise<void>
}

/** A mail server of this machine: what it takes in is kept as it came. */
export async function receiveMail(): Promise<MailReceiver> {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, text: Buffer.concat(chunks).toString() })
        void (receiver.hold ?? Promise.resolve()).then(() => done())
      })
    },
  })
  // A sender that is killed in mid-mail breaks its line.
  server.on('error', () => {})
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const port = portOf(server.server.address())
  const receiver: MailReceiver = {
    url: `smtp://127.0.0.1:${String(port)}`,
    mails,
    hold: null,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return receiver
}

export type ReceivedPost = {
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export type PostReceiver = {
  /** host:port */
  readonly host: string
  readonly posts: ReceivedPost[]
  answer: { readonly status: number; readonly body: string; readonly headers?: Record<string, string> }
  hold: Promise<void> | null
  readonly stop: () => Promise<void>
}

/** An HTTP server of this machine that keeps what is posted to it. */
export async function receivePosts(): Promise<PostReceiver> {
  const posts: ReceivedPost[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
      posts.push({
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      })
      void (receiver.hold ?? Promise.resolve()).then(() => {
        response.writeHead(receiver.answer.status, receiver.answer.headers).end(receiver.answer.body)
      })
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const port = portOf(server.address())
  const receiver: PostReceiver = {
    host: `127.0.0.1:${String(port)}`,
    posts,
    answer: { status: 200, body: '{"errcode":0,"errmsg":"ok"}' },
    hold: null,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return receiver
}

function portOf(address: string | AddressInfo | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('it listens on a port')
  return address.port
}

/** Looks again until it is there; the test's own time limit ends it. */
export async function until(isThere: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 20))
}
