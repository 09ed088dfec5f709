import {
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http'

type HeaderFields = OutgoingHttpHeaders | OutgoingHttpHeader[]

/** Limits for reading the rest of a refused body: enough for a client that sends all before it reads. */
const maxDrainMs = 1_000
const maxDrainedBytes = 64 * 1024 * 1024

/**
 * Response that announces `Connection: close` if it leaves the request's body unread. The rest of such a body is still
 * in transit, so the connection cannot carry another request: the request would fail without a response, and a browser
 * would repeat it on its own.
 *
 * The connection is closed only after the client has sent its body. Closing it immediately would reset it, and a client
 * that is still sending would lose the response.
 */
export class ClosingResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  private leavesBodyUnread = false

  override writeHead(status: number, reason?: string, headers?: HeaderFields): this
  override writeHead(status: number, headers?: HeaderFields): this
  override writeHead(status: number, ...rest: unknown[]): this {
    this.leavesBodyUnread = hasUnreadBody(this.req)
    if (this.leavesBodyUnread) this.shouldKeepAlive = false
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the arguments of one of the overloads
    return super.writeHead(status, ...(rest as [HeaderFields?]))
  }

  override end(onEnd?: () => void): this
  override end(chunk: unknown, onEnd?: () => void): this
  override end(chunk: unknown, encoding: BufferEncoding, onEnd?: () => void): this
  override end(...rest: unknown[]): this {
    const [chunk, encoding] = rest
    if (!this.leavesBodyUnread || this.req.readableEnded) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the arguments of one of the overloads
      return super.end(...(rest as [unknown]))
    }
    const isChunk = typeof chunk === 'string' || chunk instanceof Uint8Array
    const isEncoding = typeof encoding === 'string' && Buffer.isEncoding(encoding)
    if (isChunk) this.write(chunk, isEncoding ? encoding : 'utf8')
    else this.flushHeaders()
    const onEnd = rest.find((one): one is () => void => typeof one === 'function')
    void drain(this.req).then(() => super.end(onEnd))
    return this
  }
}

function hasUnreadBody({ headers, readableEnded }: IncomingMessage): boolean {
  const isChunked = headers['transfer-encoding'] !== undefined
  return (isChunked || Number(headers['content-length'] ?? 0) > 0) && !readableEnded
}

/** Reads and discards the rest of a body; resolves at its end or when a limit is reached. */
function drain(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, maxDrainMs)
    let bytes = 0
    // The handler that stopped reading would pause the stream again.
    request.removeAllListeners('data')
    request.on('data', ({ length }: Buffer) => {
      bytes += length
      if (bytes > maxDrainedBytes) resolve()
    })
    for (const event of ['end', 'close', 'error']) request.once(event, resolve)
    request.resume()
    request.once('close', () => clearTimeout(timer))
  })
}
