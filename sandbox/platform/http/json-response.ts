import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const gzipAsync = promisify(gzip)
const brotliAsync = promisify(brotliCompress)
const worthCompressing = 1_024
/** Room for a compressed page of plants: filling a second one would cost it another turn of the event loop. */
const chunkSize = 64 * 1_024

/** JSON as text, or encoded where joining large texts would cost time. */
export type JsonBody = string | Uint8Array<ArrayBuffer>

/** Returns the JSON as text. */
export function textOf(body: JsonBody): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}

/** Creates a JSON response, compressed off the main thread if it is large and the client accepts that. */
export async function jsonResponse(
  status: number,
  body: JsonBody,
  acceptEncoding: string | undefined,
  headers: Record<string, string> = {},
): Promise<Response> {
  const all: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding',
    ...headers,
  }
  const encoding = body.length < worthCompressing ? null : encodingFor(acceptEncoding)
  if (encoding === null) {
    return new Response(body, { status, headers: all })
  }
  // On lists, level 3 takes no longer than level 1, and the result is smaller.
  const bytes =
    encoding === 'br' ? await brotli(body) : await gzipAsync(body, { level: 3, chunkSize })
  return new Response(new Uint8Array(bytes), {
    status,
    headers: { ...all, 'content-encoding': encoding, 'content-length': String(bytes.length) },
  })
}

/** Returns the encoding to use. At its lowest level, Brotli is both faster and smaller than gzip. */
export function encodingFor(acceptEncoding: string | undefined): 'gzip' | 'br' | null {
  const accepted = new Set<string>()
  for (const part of (acceptEncoding ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) accepted.add(name)
  }
  if (accepted.has('br')) return 'br'
  return accepted.has('gzip') ? 'gzip' : null
}

function brotli(body: JsonBody): Promise<Buffer> {
  return brotliAsync(body, { chunkSize, params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
}
