import { WebSocket } from 'ws'
import { z } from 'zod'

const messageSchema = z.object({
  id: z.number().nullish(),
  type: z.string(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
})

interface Waiting {
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

/** Connection that uses the WebDriver BiDi protocol (https://w3c.github.io/webdriver-bidi/). */
export class BidiConnection {
  private readonly waiting = new Map<number, Waiting>()
  private readonly socket: WebSocket
  private readonly onEvent: (method: string, params: unknown) => void
  private lastId = 0

  private constructor(socket: WebSocket, onEvent: BidiConnection['onEvent']) {
    this.socket = socket
    this.onEvent = onEvent
    socket.on('message', (data: Buffer) => this.receive(data.toString()))
    socket.on('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('The browser has exited.'))
    })
  }

  static async open(url: string, onEvent: BidiConnection['onEvent']): Promise<BidiConnection> {
    const socket = new WebSocket(url)
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve())
      socket.once('error', reject)
    })
    return new BidiConnection(socket, onEvent)
  }

  send(method: string, params: object): Promise<unknown> {
    this.lastId += 1
    const id = this.lastId
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.socket.send(JSON.stringify({ id, method, params }))
    })
  }

  close(): void {
    this.socket.close()
  }

  private receive(text: string): void {
    const message = messageSchema.parse(JSON.parse(text))
    if (message.type === 'event') return this.onEvent(message.method ?? '', message.params)
    const waiting = this.waiting.get(message.id ?? 0)
    this.waiting.delete(message.id ?? 0)
    if (message.type === 'success') return waiting?.resolve(message.result)
    return waiting?.reject(new Error(`${message.error}: ${message.message}`))
  }
}
